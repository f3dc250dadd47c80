"""``ocop check``: every finding of the workspace, with file, line and column."""

from typing import Annotated

import typer

from ocop_cli.annotations import github_line
from ocop_cli.codes import CODES
from ocop_cli.console import given_choice
from ocop_cli.errors import OcopError
from ocop_cli.findings import FORMATS, Finding, OutputFormat, Severity, findings_json, worst_first
from ocop_cli.rules.decision import Rulebook
from ocop_cli.session import Session
from ocop_cli.store.dossier.find import resolve_id
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.usecases.checking.check import check_dossiers, check_workspace

_OF_THE_RULES = frozenset({"R000", "Y031"})
"""The workspace's own rules have errors; they may not be read. What is wrong beside them is told all the same."""
_FORMATS: dict[str, str] = {
    each: FORMATS[each] for each in (OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.GITHUB)
}


def check(
    session: Session,
    dossiers: Annotated[
        list[str] | None, typer.Argument(help="Mã hồ sơ; bỏ trống để kiểm tra tất cả.")
    ] = None,
    list_codes: Annotated[bool, typer.Option("--list", help="Liệt kê mọi mã phát hiện.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Coi cảnh báo như lỗi.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Luôn thoát với mã 0.")] = False,
    form: Annotated[str, typer.Option("--format", help="text (chữ), json hoặc github.")] = OutputFormat.TEXT,
) -> int:
    """Show everything that is wrong or doubtful."""
    wanted = given_choice(form, _FORMATS, "--format")
    if list_codes:
        session.console.result("\n".join(f"{code}  {told.title}" for code, told in sorted(CODES.items())))
        return 0
    shown = _findings(session, dossiers)
    if session.options.json or wanted == OutputFormat.JSON:
        session.json("ocop/findings@1", {"findings": findings_json(shown)})
    elif wanted == OutputFormat.GITHUB:
        session.console.result("\n".join(github_line(finding) for finding in worst_first(shown)))
    else:
        session.show_findings(shown)
        if not shown:
            session.say("Không có lỗi nào.")
    failed = any(f.severity is Severity.ERROR or strict for f in shown)
    return 1 if failed and not exit_zero else 0


def _findings(session: Session, dossiers: list[str] | None) -> list[Finding]:
    """Check everything, or the dossiers that are meant."""
    rulebook, findings = _rulebook(session)
    days = session.today, session.past_day
    if not dossiers:
        findings += check_workspace(session.sources, rulebook, *days, session.index)
        return list(dict.fromkeys(findings))  # a folder that may not be entered is met by several
    ids = dict.fromkeys(resolve_id(session.sources, wanted) for wanted in dossiers)
    return findings + check_dossiers(session.sources, ids, rulebook, *days)


def _rulebook(session: Session) -> tuple[Rulebook, list[Finding]]:
    """Return the law with the workspace's own folders of rules; where these have errors, the law without them."""
    try:
        return session.rulebook, []
    except OcopError as error:
        if error.code not in _OF_THE_RULES:
            raise
        return load_rulebook(), list(error.findings)
