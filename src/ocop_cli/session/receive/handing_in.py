"""What is asked beside the files when a dossier is received: pages, originals or copies, samples, promises."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.session.receive.receiving import by_file, read_kind
from ocop_cli.store.foreign.incoming import Incoming
from ocop_cli.usecases.receive.papers import TakenFile
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import parse_count
from ocop_cli.viet.told_once import told_once
from ocop_cli.viet.typed_day import read_day


def stated_pages(
    session: Session, files: Sequence[Incoming], taken: Sequence[TakenFile], texts: Iterable[str] | None
) -> dict[str, int]:
    """Return the pages that somebody has counted of files whose pages the program cannot count."""
    given = {name: read_pages(text) for name, text in by_file(texts, files, "--pages").items()}
    for file in (each.incoming for each in taken):
        if file.pages is None and file.name not in given and session.can_ask:
            words = f"Số trang của “{file.name}” ({file.trouble}, không đếm được)"
            given[file.name] = read_pages(session.ask(words, option="--pages", check=read_pages))
    return given


def read_pages(text: str) -> int:
    """Read a number of pages. Raises ``OcopError`` (misuse) for what is none."""
    return _count(text, "--pages", "số trang", least=1)


def read_units(text: str) -> int:
    """Read a number of samples. Raises ``OcopError`` (misuse) for what is none."""
    return _count(text, "--samples", "số sản phẩm mẫu", least=0)


def _count(text: str, option: str, what: str, *, least: int) -> int:
    try:
        number = parse_count(text)
    except ValueError:
        number = -1
    if number < least:
        raise OcopError(f"{option} {text}: không phải {what}.", "Ghi một số, ví dụ 5.", exit_code=MISUSE)
    return number


def asked_original(session: Session, *, originals: bool, copies: bool, any_new: bool) -> bool | None:
    """Return whether the papers are originals or certified copies; ``None`` where nobody has said it.

    Raises ``OcopError`` (misuse) where both are told.
    """
    if originals and copies:
        raise OcopError("Chọn một: --originals hoặc --copies.", "Bỏ một tùy chọn.", exit_code=MISUSE)
    if originals or copies or not any_new or not session.can_ask:
        return originals or (False if copies else None)
    words = {
        "bản gốc": "bản gốc hoặc bản sao chứng thực",
        "bản sao": "bản sao",
        "chưa ghi": "để đánh dấu trên giấy",
    }
    answer = session.ask("Bản giấy đã nhận là", option="--originals", choices=words)
    return {"bản gốc": True, "bản sao": False}.get(answer)


def asked_signed(session: Session, *, signed: bool, any_new: bool) -> bool | None:
    """Return whether the papers bear signature and seal; ``None`` where nobody has said it."""
    if signed or not any_new or not session.can_ask:
        return signed or None
    words = {"đủ": "giấy nào cũng đã ký, đóng dấu", "chưa ghi": "để đánh dấu trên giấy"}
    return session.ask("Chữ ký, dấu trên giấy", option="--signed", choices=words) == "đủ" or None


def asked_promises(
    session: Session, missing: Sequence[str], kinds: Mapping[str, str], texts: Iterable[str] | None
) -> dict[str, date]:
    """Return by when papers are promised: what options say, for those ``missing`` the answers; no day, no promise.

    Raises ``OcopError`` (misuse) for an option without “=”, a kind or a day that is none, and two days of one kind.
    """
    told = list[tuple[str, date]]()
    for text in texts or ():
        words, sign, day = text.rpartition("=")
        if not sign:
            hint = 'Ghi dạng --promise "LOẠI=NGÀY".'
            raise OcopError(f"--promise {text}: thiếu dấu =.", hint, exit_code=MISUSE)
        told.append((read_kind(words.strip(), kinds, "--promise"), read_day(day.strip(), "--promise")))
    given = told_once(told, lambda kind: f"--promise {kinds[kind]}", show_date)
    for kind in missing if session.can_ask else ():
        words, check = f"Thiếu {kinds[kind]}", partial(read_day, option="--promise")
        question = f"{words}: hạn cam kết nộp (bỏ trống: không có cam kết)"
        if kind not in given and (
            day := session.ask(question, option="--promise", check=check, optional=True)
        ):
            given[kind] = read_day(day, "--promise")
    return given
