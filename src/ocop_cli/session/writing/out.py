"""What ``-o`` means: the file of the document that a verb makes, or of the text that a verb prints."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from os.path import normpath
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ocop_cli.errors import MISUSE, OcopError

if TYPE_CHECKING:
    from ocop_cli.session import Session
    from ocop_cli.usecases.papers.draft import Draft

_MADE = {".docx": "văn bản Word", ".xlsx": "trang tính Excel", ".ics": "lịch"}
"""What verbs make, by its ending."""
_NAMED = {
    ".xlsx": ("một tệp Excel", "so-san-pham"),
    ".ics": ("một tệp lịch", "lich-ocop"),
    ".jsonl": ("một tệp dữ liệu mở", "ocop-xa"),
    ".html": ("một trang", "trang-ocop"),
}
"""What a file is called that somebody names as an argument, and an example of its name, by its ending."""
_OTHERS = frozenset({".yaml", ".yml", ".pdf", ".zip"})
"""Endings of files that are data, or that no verb makes under a name of the official's."""


def path_by_out(session: "Session", usual: str) -> str:
    """Return where a document is filed: its usual path, the file of ``-o``, or under its name in the folder of ``-o``.

    With ``--json`` the option names the file of the JSON document. Raises ``OcopError`` (misuse) for another ending.
    """
    if session.options.out is None or session.options.json:
        return usual
    session.out_names_document = True
    out = _inside(session)
    ending = PurePosixPath(usual).suffix
    if PurePosixPath(out).suffix not in {"", ending}:
        what = _MADE[ending]
        raise OcopError(f"-o {out}: {what} phải có đuôi {ending}.", "Sửa đuôi tệp.", exit_code=MISUSE)
    return out if out.endswith(ending) else f"{out}/{PurePosixPath(usual).name}"


def export_path(session: "Session", typed: Path, ending: str, *, private: bool = False) -> str:
    """Return where a file is written that was named as an argument, from where the person stands.

    Raises ``OcopError`` (misuse) outside the workspace, for another ending, and for personal data outside ``private/``.
    """
    from ocop_cli.store.dossier.dossiers import PRIVATE_FOLDER

    what, example = _NAMED[ending]
    usual = f"Ghi tên một tệp {ending} trong thư mục làm việc, ví dụ {example}{ending}."
    try:
        path = _from_here(session, typed)
    except ValueError as error:
        raise OcopError(f"{typed} không nằm trong thư mục làm việc.", usual, exit_code=MISUSE) from error
    if path.suffix.lower() != ending or path.parts[0].startswith("."):
        raise OcopError(f"{typed} không phải tên {what} {ending}.", usual, exit_code=MISUSE)
    if private and path.parts[0] != PRIVATE_FOLDER:
        hint = f"Ghi vào {PRIVATE_FOLDER}/{path.name}, hoặc bỏ --personal."
        raise OcopError(f"{typed}: dữ liệu cá nhân chỉ ghi trong {PRIVATE_FOLDER}/.", hint, exit_code=MISUSE)
    return _checked(session, path)


def refuse_other_use(session: "Session", drafts: "Sequence[Draft]") -> None:
    """Raise ``OcopError`` (misuse) where a verb that writes makes no document for ``-o``, or several for one file."""
    if session.options.out is None or session.options.json:
        return
    if not drafts and not session.out_names_document:
        raise OcopError("Lệnh này không lập văn bản nào để ghi vào -o.", "Bỏ -o.", exit_code=MISUSE)
    if len({draft.document.path for draft in drafts}) < len(drafts):
        names = f"Lệnh này lập {len(drafts)} văn bản, không ghi vào một tệp được."
        raise OcopError(names, "Ghi tên một thư mục sau -o.", exit_code=MISUSE)


@contextmanager
def printing(session: "Session") -> Iterator[None]:
    """Keep what a verb prints for the file of ``-o``, unless that is the file of a document.

    Raises ``OcopError`` (misuse) for a file that may not be written, before the verb begins.
    """
    if session.options.out is None:
        yield
        _tell_written(session)
        return
    out, root, console = _inside(session), session.root, session.console  # init goes to another root
    console.keep()
    try:
        yield
        _tell_written(session)
    except BaseException:
        console.release()
        raise
    # where a verb begins another one, the file is for that one
    if session.out_names_document or session.options.dry_run or session.follow:
        console.release()
    else:
        _write_text(session, root, out)


def _tell_written(session: "Session") -> None:
    """Print what was written as JSON, where the verb has printed no document of its own."""
    if session.options.json and session.written and not session.has_spoken:
        session.json("ocop/written@1", session.written)


def _write_text(session: "Session", root: Path, out: str) -> None:
    from ocop_cli.session.writing.holding import line_mark
    from ocop_cli.store.files.changes import apply_changes, plan_write

    if made := _MADE.get(PurePosixPath(out).suffix):
        session.console.release()
        hint = "Đặt tên tệp có đuôi .txt hoặc .json."
        raise OcopError(f"-o {out}: lần này lệnh chỉ in chữ, không lập {made}.", hint, exit_code=MISUSE)
    content = session.console.taken().encode()
    with session.holding():  # which may first take back what a killed command left
        apply_changes(root, [plan_write(root, out, content)], f"ghi {out}", line=line_mark(session))
    session.console.note(f"Đã ghi {out}")


def _inside(session: "Session") -> str:
    """Return the path of ``-o`` in the workspace, from where the person stands or, outside it, from its top."""
    assert session.options.out is not None, "only asked where the option is given"
    try:
        relative = _from_here(session, session.options.out)
    except OcopError as error:
        raise OcopError("-o chỉ ghi trong thư mục làm việc.", error.hint, exit_code=MISUSE) from error
    except ValueError as error:
        raise _no_file(session, "không nằm trong thư mục làm việc") from error
    from ocop_cli.store.workspace.data_places import is_held

    if relative.suffix in _OTHERS or is_held(relative.as_posix()):
        raise _no_file(session, "nằm trong chỗ để dữ liệu của chương trình, hoặc không phải tệp chữ")
    return _checked(session, relative)


def _from_here(session: "Session", typed: Path) -> Path:
    """Return a path as typed from where the person stands or, outside the workspace, from its top; relative to it.

    Raises ``ValueError`` for one that leads out of the workspace, or is the workspace.
    """
    root = session.root.resolve()
    here = Path.cwd() if Path.cwd().is_relative_to(root) else root
    relative = Path(normpath(here / typed)).relative_to(root)
    if not relative.parts:
        raise ValueError(typed)
    return relative


def _checked(session: "Session", relative: Path) -> str:
    from ocop_cli.store.files.paths import inside

    root = session.root.resolve()
    return inside(root, relative.as_posix()).relative_to(root).as_posix()


def _no_file(session: "Session", why: str) -> OcopError:
    hint = "Ghi tên một tệp .docx, .txt hoặc .json trong thư mục làm việc."
    return OcopError(f"-o {session.options.out} {why}.", hint, code="P010", exit_code=MISUSE)
