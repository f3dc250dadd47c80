"""What lint takes from the workspace, where there is one, and from an office program; how it shows what it found."""

from collections.abc import Mapping
from pathlib import Path, PurePath

from ocop_cli.errors import OcopError
from ocop_cli.findings import OutputFormat
from ocop_cli.lint.seen import Prints
from ocop_cli.lint.violations import Known
from ocop_cli.lint.words import FileReport, summary_line, text_lines
from ocop_cli.session import Session
from ocop_cli.session.anywhere import workspace_root
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.store.workspace.workspace import PROFILE_FILE
from ocop_cli.usecases.papers.lint import find_file, printed_file
from ocop_cli.viet.text import clean


def known_of(session: Session) -> Known:
    """Return what the profile says, where the command runs in a workspace."""
    if workspace_root(session) is None:
        return Known()
    data = session.sources.load(PROFILE_FILE).filled
    said = Known(_words(data.get("commune"), "place"), _words(data.get("office"), "agency_code"))
    if all(said):
        return said  # before the profile's classes are loaded: they cost as much as a paper
    try:
        profile = session.workspace.profile
    except OcopError:
        return Known()
    return Known(profile.commune.place, profile.office.agency_code)


def _words(part: object, name: str) -> str:
    value = part.get(name) if isinstance(part, dict) else None
    return clean(value).strip() if isinstance(value, str) else ""


def named_file(session: Session, typed: Path, root: Path | None) -> Path:
    """Return a Word file, from where the person stands or from the top of the workspace; else the document that is meant.

    Raises ``OcopError`` (misuse) when there is none.
    """
    try:
        return find_file(typed, root)
    except OcopError:
        if root is None or typed.suffix:
            raise
    from ocop_cli.session.typed.document import named_document  # heavy: a search among all records

    return root / named_document(session, typed)


def printed(session: Session, files: list[Path], *, pictures: bool) -> dict[PurePath, Prints]:
    """Return files as printed; where none can be had that is said, and the files are judged without."""
    # only who asks for pages pays for starting programs
    from ocop_cli.store.other_programs.office import office_program

    program, pages = office_program(), dict[PurePath, Prints]()
    if program is None:
        session.console.note(
            "Chưa có LibreOffice nên không xem được trang in thật; xét theo số đo tính được."
        )
        return pages
    for file in files:
        try:
            pages[file] = printed_file(file, program, pictures=pictures)
        except OcopError as error:
            session.console.note(f"{error.message} Tệp này xét theo số đo tính được.")
    return pages


def show_reports(
    session: Session,
    found: list[FileReport],
    form: OutputFormat,
    prints: Mapping[PurePath, Prints],
    *,
    summary: bool,
) -> None:
    """Print violation reports in the format that was asked for; ``summary`` counts the files at the end."""
    standard = load_standard()
    if form in (OutputFormat.JSON, OutputFormat.GITHUB, OutputFormat.JUNIT):
        _show_to_machines(session, found, form)
    elif form is OutputFormat.HTML:
        from ocop_cli.render.lint_page import lint_page  # only the page needs its template

        session.console.result(lint_page(found, standard, prints))
    else:
        lines = [line for each in found for line in text_lines(each, standard)]
        session.console.result("\n".join([*lines, *([summary_line(found, standard)] if summary else [])]))


def _show_to_machines(session: Session, found: list[FileReport], form: OutputFormat) -> None:
    from ocop_cli.lint.outputs import github_lines, junit_report, reports_json  # few ask for them

    standard = load_standard()
    if form is OutputFormat.JSON:
        session.json("ocop/lint@1", {"files": reports_json(found, standard)})
    elif form is OutputFormat.GITHUB:
        session.console.result("\n".join(github_lines(found, standard)))
    else:
        session.console.result(junit_report(found, standard))
