"""The commune's own settings as a verb lists and states them."""

from collections.abc import Sequence

from ocop_cli.session import Session
from ocop_cli.session.facts.stated_json import setting_json
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.store.built_in.packaged import load_settings
from ocop_cli.tables import Column, Table, table_json
from ocop_cli.usecases.commune_settings import COMMUNE, Stated, state_settings, table_rows
from ocop_cli.viet.lists import first_of


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


def state_of_commune(session: Session, facts: Sequence[tuple[str, str | None]]) -> None:
    """State settings of the commune, each shown with its old and its new value."""
    typed = [(name, text or "") for name, text in facts]
    rows, change = state_settings(session.sources, session.workspace.profile, typed, session.today.year)
    for row in rows:
        session.say(_line(row))
    cleared = (f"xóa {row.setting.name} ({row.before})" for row in rows if row.before and not row.after)
    confirm(session, cleared, "Xóa", "ghi giá trị mới")
    names = first_of([row.setting.name for row in rows])
    session.write([change], f"ghi {names} của {COMMUNE}", f"`ocop set {COMMUNE}`")
    if session.options.json:
        told = [{"name": row.setting.name, "before": row.before, "understood": row.after} for row in rows]
        session.json("ocop/set@1", {"dossier": COMMUNE, "facts": told})


def _line(row: Stated) -> str:
    if row.before == row.after:
        return f"{row.setting.name}: {row.before or 'chưa ghi'} (giữ nguyên)"
    now = row.after or "(xóa)"
    return f"{row.setting.name}: {row.before} → {now}" if row.before else f"{row.setting.name}: {now}"
