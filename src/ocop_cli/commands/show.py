"""``ocop show``: one dossier at a glance."""

from typing import Annotated

import typer

from ocop_cli.reports.overview import dossier_json, overview
from ocop_cli.session import Session
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import load_private
from ocop_cli.store.programme.inspections import inspections_of
from ocop_cli.store.programme.profile import load_profile


def show(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    internal: Annotated[
        bool, typer.Option("--internal", help="Hiện cả dữ liệu cá nhân, dùng nội bộ.")
    ] = False,
) -> int:
    """Show the facts, the stage and the history of a dossier; personal data only when asked."""
    file = session.dossier_seen(dossier)
    law = session.law_of(file.dossier)
    if session.options.json:
        ministry = law.product_set.ministry if law else ""
        facts = {"id": file.id, "dossier": dossier_json(file.dossier), "ministry": ministry or None}
        session.json("ocop/show@1", facts)
        return 0
    private = load_private(session.sources, file.id) if internal else None
    profile = load_profile(session.sources).record
    district = (profile.commune.former_district if profile else None) or ""
    inspections = inspections_of(session.sources, file.id, session.today)
    session.show_table(overview(file.id, file.dossier, law, load_cycle(), private, district, inspections))
    session.say(f"Tiếp: `ocop next {file.id}`")
    return 0
