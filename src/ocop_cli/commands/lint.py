"""``ocop lint``: is this Word file a proper văn bản?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.errors import CANNOT_GO_ON
from ocop_cli.findings import FORMATS, OutputFormat
from ocop_cli.lint.words import failed, worst_first
from ocop_cli.session import Session
from ocop_cli.session.anywhere import workspace_root
from ocop_cli.session.papers.linting import known_of, named_file, printed, show_reports
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.usecases.papers.lint import files_in, lint_file

if TYPE_CHECKING:
    from ocop_cli.usecases.papers.fix import Fix


def lint(
    session: Session,
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Các tệp .docx, .pdf, thư mục, hoặc văn bản như ở `ocop docs list`.", metavar="TỆP"
        ),
    ],
    kind: Annotated[str, typer.Option("--type", help="Loại văn bản phải là, ví dụ “tờ trình”.")] = "",
    fix: Annotated[
        bool, typer.Option("--fix", help="Sửa thể thức, không sửa chữ; ghi ra tệp bên cạnh.")
    ] = False,
    see: Annotated[
        bool, typer.Option("--see", help="Xem trang in thật (cần LibreOffice) thay cho tính theo số đo.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Coi cảnh báo như lỗi.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Luôn thoát với mã 0.")] = False,
    form: Annotated[
        str, typer.Option("--format", help="text (chữ), json, github, junit hoặc html.")
    ] = OutputFormat.TEXT,
) -> int:
    """Judge Word files by the decree."""
    named = OutputFormat(given_choice(form, FORMATS, "--format"))
    wanted = OutputFormat.JSON if session.options.json else named
    found_files = [each for file in files for each in _wanted(session, file)]
    standard, known = load_standard(), known_of(session)
    fixes = _fix(session, found_files) if fix else []
    written = [] if session.options.dry_run else fixes
    linted = [each.target for each in written] or found_files
    prints = printed(session, linted, pictures=wanted is OutputFormat.HTML) if see else {}
    found = [
        lint_file(file, standard, known, kind, prints[file].pages if file in prints else ())
        for file in linted
    ]
    fixed = {each.target for each in written if not each.why}
    found = [each._replace(is_fixed=each.path in fixed) for each in found]
    folder = any(file.is_dir() for file in files)
    show_reports(session, worst_first(found, standard) if folder else found, wanted, prints, summary=folder)
    if fix and all(each.unreadable for each in found):
        return CANNOT_GO_ON
    return 1 if not exit_zero and any(failed(each, standard, strict=strict) for each in found) else 0


def _fix(session: Session, files: list[Path]) -> list["Fix"]:
    """Fix files and say what was done."""
    if workspace_root(session) and not session.options.dry_run:
        with session.holding():
            return _fixed(session, files)
    return _fixed(session, files)


def _fixed(session: Session, files: list[Path]) -> list["Fix"]:
    from ocop_cli.usecases.papers.fix import plan_fix, write_fixes

    standard, known = load_standard(), known_of(session)
    fixes = [
        plan_fix(file, standard, known, workspace_root(session), replace=session.options.yes)
        for file in files
    ]
    for each in fixes:
        _tell(session, each)
    if session.options.dry_run:
        return fixes
    written = write_fixes(workspace_root(session), fixes)
    for copy in written.copies:
        session.console.note(f"Bản trước khi sửa được giữ ở {copy}")
    if written.in_workspace:
        from ocop_cli.session.writing.writing import keep_history

        keep_history(session, written.in_workspace, written.label)
        session.console.note("Lấy lại bản trước: `ocop undo`")
    return fixes


def _tell(session: Session, fixed: "Fix") -> None:
    if fixed.why:
        session.console.note(f"{fixed.path}: không sửa: {fixed.why}.")
        return
    rules = [f"  {rule}  {load_standard().rules[rule].title}" for rule in fixed.rules]
    done = "sẽ sửa" if session.options.dry_run else "đã sửa"
    session.console.note("\n".join([f"{fixed.path}: {done} {len(rules)} chỗ → {fixed.target}", *rules]))


def _wanted(session: Session, typed: Path) -> list[Path]:
    """Return the files that are meant: those of a folder, or the one that is named."""
    return files_in(typed) if typed.is_dir() else [named_file(session, typed, workspace_root(session))]
