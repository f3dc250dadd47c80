"""The commune's own settings as a verb lists and states them."""

from collections.abc import Mapping

from ocop_cli.session import Session
from ocop_cli.session.facts.stated_json import setting_json
from ocop_cli.store.built_in.packaged import load_settings
from ocop_cli.tables import Column, Table, table_json
from ocop_cli.usecases.commune_settings import COMMUNE, state_settings, table_rows


def list_settings(session: Session) -> None:
    """Show every setting with the name by which it is typed."""
    columns = (Column("Tên để gõ", weight=2), Column("Đang ghi", weight=3), Column("Ví dụ", weight=2))
    profile, year = session.workspace.profile, session.today.year
    rows = table_rows(profile, year)
    table = Table(f"Mục của {COMMUNE}", columns, tuple(rows))
    if session.options.json:
        told = [setting_json(profile, each) for each in load_settings().of(year)]
        session.json("ocop/fields@1", {**table_json(table), "dossier": COMMUNE, "fields": told})
    session.show_table(table)


def state_of_commune(session: Session, facts: Mapping[str, str | None]) -> None:
    """State settings of the commune, each shown with its old and its new value."""
    typed = {name: text or "" for name, text in facts.items()}
    rows, change = state_settings(session.sources, session.workspace.profile, typed, session.today.year)
    for row in rows:
        session.say(f"{row.setting.name}: {f'{row.before} → ' if row.before else ''}{row.after}")
    names = ", ".join(row.setting.name for row in rows)
    session.write([change], f"ghi {names} của {COMMUNE}", f"`ocop set {COMMUNE}`")
    if session.options.json:
        told = [{"name": row.setting.name, "before": row.before, "understood": row.after} for row in rows]
        session.json("ocop/set@1", {"dossier": COMMUNE, "facts": told})
