"""``ocop check``: every finding of the workspace, with file, line and column."""

from enum import StrEnum
from typing import Annotated

import typer

from ocop_cli.annotations import github_line
from ocop_cli.checks import run_checks
from ocop_cli.codes import CODES
from ocop_cli.findings import Finding, Severity, findings_json, worst_first
from ocop_cli.session import Session
from ocop_cli.store.dossiers import dossier_name, each_dossier, private_findings, private_name, resolve_id
from ocop_cli.store.evidence import file_hashes
from ocop_cli.store.ids import id_findings
from ocop_cli.store.inspections import inspection_findings
from ocop_cli.store.meetings import list_meetings, load_meeting
from ocop_cli.store.plans import plan_findings
from ocop_cli.store.profile import load_profile
from ocop_cli.usecases.case import case_of


class Format(StrEnum):
    """How the findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(
    session: Session,
    dossiers: Annotated[
        list[str] | None, typer.Argument(help="Mã hồ sơ; bỏ trống để kiểm tra tất cả.")
    ] = None,
    list_codes: Annotated[bool, typer.Option("--list", help="Liệt kê mọi mã phát hiện.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Coi cảnh báo như lỗi.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Luôn thoát với mã 0.")] = False,
    form: Annotated[Format, typer.Option("--format", help="text, json hoặc github.")] = Format.TEXT,
) -> int:
    """Show everything that is wrong or doubtful."""
    if list_codes:
        session.console.result("\n".join(f"{code}  {told.title}" for code, told in sorted(CODES.items())))
        return 0
    asked = [resolve_id(session.sources, name) for name in dossiers or ()]
    wanted = {name(dossier_id) for dossier_id in asked for name in (dossier_name, private_name)}
    found = _all_findings(session)
    shown = [f for f in found if not wanted or f.place.file in wanted]
    if session.options.json or form is Format.JSON:
        session.json("ocop/findings@1", {"findings": findings_json(shown)})
    elif form is Format.GITHUB:
        session.console.result("\n".join(github_line(finding) for finding in worst_first(shown)))
    else:
        session.show_findings(shown)
        if not shown:
            session.say("Không có lỗi nào.")
    failed = any(f.severity is Severity.ERROR or strict for f in shown)
    return 1 if failed and not exit_zero else 0


def _all_findings(session: Session) -> list[Finding]:
    """Read everything: the profile, the meetings, the dossiers, and what the dossiers say of each other."""
    loaded = dict(each_dossier(session.sources))
    findings = [finding for dossier in loaded.values() for finding in dossier.findings]
    findings += load_profile(session.sources).findings
    for meeting in list_meetings(session.root):
        findings += load_meeting(session.sources, meeting).findings
    findings += plan_findings(session.sources) + inspection_findings(session.sources)
    findings += id_findings(session.root) + private_findings(session.sources)
    everyone = {dossier_name(i): dossier.record for i, dossier in loaded.items() if dossier.record}
    checked: list[Finding] = []
    for name, dossier in everyone.items():
        law, hashes = session.law_of(dossier), file_hashes(session.root, dossier)
        checked += run_checks(case_of(name, dossier, law, session.today, hashes, everyone))
    return findings + session.sources.placed(checked)
