"""Hold the workspace while a verb writes, and say what has become of a command that was killed before."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from errno import EACCES, EPERM, EROFS
from hashlib import sha256
from typing import TYPE_CHECKING

from ocop_cli import __version__
from ocop_cli.errors import OcopError
from ocop_cli.store.files.journal import FOLDER, MORE
from ocop_cli.store.files.lock import locked
from ocop_cli.store.files.recovery import Ending, Recovered, interrupted, leave, settle, stopped_between
from ocop_cli.store.workspace.written_by import newer_program

if TYPE_CHECKING:
    from ocop_cli.session import Session

_NEWER = "Thư mục này do ocop {wrote} ghi, máy này đang chạy ocop {ours} cũ hơn: phần bản mới ghi thêm có thể không đọc được"
_INSTALL = "Cài ocop {wrote} trở lên trên máy này rồi hãy ghi."
_GOES_ON = "Lần trước lệnh này bị ngắt khi mới làm xong một phần; phần đã ghi giữ nguyên, nay làm tiếp."
_EARLIER = " Các tệp trước đó của dòng lệnh ấy đã ghi xong, giữ nguyên: gõ lại đúng dòng lệnh đó để làm tiếp."
_DONE = "Lệnh trước (“{label}”) đã ghi xong mọi tệp rồi mới bị ngắt; không cần chạy lại."
_READ_ONLY = "Thư mục làm việc chỉ đọc được, không ghi được: lệnh chạy mà không ghi."


@contextmanager
def holding(session: "Session") -> Iterator[bool]:
    """Hold the workspace from reading to writing; yield whether the verb is still to run.

    It is not when this very command line had written all before it was killed. Where the folder takes no lock
    because it may only be read, the verb runs without, and is refused when it comes to write. A trial takes no lock,
    for that is a file too.

    Raises ``OcopError`` where a newer version of the program wrote the folder and nobody says that this one may write.
    """
    if session.options.dry_run:
        yield True
        return
    _refuse_older_program(session)
    with ExitStack() as stack:
        try:
            is_outermost = stack.enter_context(locked(session.root))
        except OcopError as error:
            if not isinstance(error.__cause__, OSError) or error.__cause__.errno not in (
                EACCES,
                EPERM,
                EROFS,
            ):
                raise
            session.console.note(_READ_ONLY)
            tell_before_reading(session)
            is_outermost = False
        if is_outermost:
            stack.callback(leave, session.root)
        yield not is_outermost or _goes_on(session, settle(session.root))


def tell_before_reading(session: "Session") -> None:
    """Say, where a verb only reads, what a person should know of the folder; outside a workspace nothing is said.

    That a command was killed half-way; that a newer version of the program wrote it.
    """
    try:
        words, wrote = interrupted(session.root), newer_program(session.root)
    except (OcopError, OSError):
        return
    if words:
        session.console.note(words)
    if wrote:
        session.console.note(f"{_newer_words(wrote)}. {_INSTALL.format(wrote=wrote)}")


def _newer_words(wrote: str) -> str:
    return _NEWER.format(wrote=wrote, ours=__version__)


def _refuse_older_program(session: "Session") -> None:
    """Write over what a newer version wrote only where a person says so; ``-y`` says so."""
    if not (wrote := newer_program(session.root)) or session.options.yes:
        return
    choices = {"có": "ghi bằng bản cũ", "không": "thôi, chưa ghi gì"}
    question = f"{_newer_words(wrote)}. Vẫn ghi?"
    if not session.can_ask or session.ask(question, option="-y", choices=choices) != "có":
        hint = f"{_INSTALL.format(wrote=wrote)} Chưa cài được mà phải ghi ngay: thêm -y."
        raise OcopError(f"{_newer_words(wrote)}; chưa ghi gì.", hint, code="Y032")


def line_mark(session: "Session") -> str:
    """Return what the command line of this run is known by in the journal: a hash, for it may hold personal data.

    A step that is not the run's last has a sign behind it.
    """
    if not session.words:
        return ""
    return sha256("\0".join(session.words).encode()).hexdigest() + (MORE if session.more_follows else "")


def left_nothing(session: "Session") -> str:
    """Say to an undo that nothing more is taken back, where the last command was killed and has left nothing behind."""
    if session.options.dry_run and interrupted(session.root):
        return "Chạy thử: chỉ đưa các tệp về như trước lệnh bị ngắt."
    before = session.recovered
    if before is None or before.ending is Ending.DONE or before.step.undoes or before.left:
        return ""
    return "Lệnh bị ngắt không để lại gì nên không hoàn tác thêm. Hoàn tác cả bước trước đó: chạy lại `ocop undo`."


def _goes_on(session: "Session", recovered: Recovered | None) -> bool:
    session.recovered = recovered
    if recovered is None:
        return True
    if recovered.ending is not Ending.DONE:
        session.console.note(_words(recovered))
        return True
    from ocop_cli.session.writing.writing import keep_history

    paths, label = list(recovered.step.paths), recovered.step.label
    keep_history(session, paths, label)
    line, more, _ = recovered.line.partition(MORE)
    is_same = line == line_mark(session)
    if is_same and not more:
        _tell_done(session, paths, label)
        return False
    between = stopped_between(label) if more else _DONE.format(label=label)
    session.console.note(_GOES_ON if is_same else between)
    return True


def _tell_done(session: "Session", paths: list[str], label: str) -> None:
    """Answer for a command that had written everything when it was killed, with the PDF files that it did not come to."""
    from ocop_cli.session.writing.writing import export_pdf

    session.written = {"files": paths, "label": label, "next": ""}
    documents = [path for path in paths if path.endswith(".docx")]
    if session.options.pdf and documents:
        export_pdf(session, documents)
    session.console.note(
        f"Lần trước lệnh này (“{label}”) đã ghi xong mọi tệp rồi mới bị ngắt, nên không làm lại. "
        "Muốn làm thêm một lần nữa thì chạy lại lệnh."
    )


def _words(recovered: Recovered) -> str:
    name = f"Lệnh trước (“{recovered.step.label}”)" if recovered.step.label else "Lệnh trước"
    earlier = _EARLIER if recovered.line.endswith(MORE) else ""
    match recovered.ending:
        case Ending.NOT_BEGUN:
            return f"{name} bị ngắt trước khi ghi tệp nào.{earlier}"
        case Ending.DAMAGED:
            kept = f"{FOLDER}/{recovered.step.number}"
            return f"{name} bị ngắt giữa chừng và sổ ghi của nó đã hỏng: có thể còn tệp ghi dở. Bản trước của các tệp: {kept}. Xem lại bằng `ocop check`."
    back = f"{name} bị ngắt giữa chừng; đã đưa các tệp về như trước lệnh đó."
    if not recovered.left:
        return f"{back}{earlier or ' Còn cần thì chạy lại lệnh đó.'}"
    left = ", ".join(recovered.left)
    return f"{back} Riêng {left} giữ nguyên vì đã sửa sau đó, hoặc bản lưu đã hỏng: xem `ocop undo --list`."
