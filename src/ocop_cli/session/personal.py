"""What the folder holds of a person, as a verb shows it."""

from collections.abc import Sequence

from ocop_cli.session import Session
from ocop_cli.store.files.changes import AnyChange
from ocop_cli.store.files.disk import remove_file
from ocop_cli.store.files.erasing import erase_kept
from ocop_cli.store.files.index_file import discard_index
from ocop_cli.store.files.journal import KEPT
from ocop_cli.store.other_programs.git import commits_of
from ocop_cli.tables import Column, Table
from ocop_cli.usecases.privacy.holding import Holding
from ocop_cli.usecases.privacy.kept import ERASING, names_in_journal
from ocop_cli.usecases.privacy.privacy import Person, person_json
from ocop_cli.viet.dates import show_date

_COLUMNS = (
    Column("Tệp", weight=3),
    Column("Dữ liệu", weight=3),
    Column("Giữ để", weight=3),
    Column("Từ ngày"),
    Column("Xử lý", weight=2),
)


def show_person(session: Session, wanted: str, person: Person) -> None:
    """Show every place, then what could not be read and what cannot be erased."""
    commits = commits_of(session.root, sorted({holding.file for holding in person.holdings}))
    if session.options.json:
        session.json("ocop/privacy@1", person_json(wanted, person, commits))
    if not person.holdings:
        session.say("Không thấy dữ liệu nào của người này trong thư mục làm việc.")
    else:
        session.show_table(Table("Dữ liệu của người này", _COLUMNS, tuple(map(_row, person.holdings))))
    if person.unread:
        session.console.note(f"Không đọc được nên chưa tìm trong: {', '.join(person.unread)}.")
    if commits:
        session.console.note(
            f"Lịch sử git có {commits} lần ghi các tệp này; lịch sử không xóa được từng phần. Phải xóa hẳn thì lập kho mới "
            "từ thư mục đã xóa, và yêu cầu mọi người có bản sao xóa kho cũ."
        )
    if person.holdings:
        session.console.note(
            "Bản đã in, đã gửi, đã chép sang máy khác nằm ngoài thư mục này: tìm và xử lý riêng."
        )


def erasing_words(changes: Sequence[AnyChange], person: Person) -> str:
    """Say how much is about to be erased."""
    files = sum(change.after is None for change in changes)
    parts = {"tệp": files, "tệp được sửa": len(changes) - files, "bản lưu để hoàn tác": len(person.kept)}
    return "sẽ xóa " + ", ".join(f"{count} {what}" for what, count in parts.items() if count)


def erase_person(session: Session, changes: Sequence[AnyChange], person: Person) -> None:
    """Erase what may go in one step; what earlier steps keep of it goes for good."""
    if changes:
        session.write(changes, f"{ERASING}: {len(changes)} tệp")
    if session.options.dry_run:
        return
    with session.holding():
        for step, path in person.kept:
            erase_kept(session.root, step, path)
        for answers in person.interviews:
            remove_file(answers)
        discard_index(session.root)  # answers that were given before may show the person
        named = names_in_journal(session.root, person.wanted.names)
    if person.kept:
        session.say(f"Đã xóa hẳn {len(person.kept)} bản lưu để hoàn tác của các bước trước.")
    if named:
        session.say(
            f"Nhật ký hoàn tác còn ghi tên tệp {', '.join(named)}: tên mất khi có {KEPT} lệnh ghi khác."
        )
    if changes:
        session.say(
            "Riêng bước này còn hoàn tác được: `ocop undo` hỏi lại rồi mới đưa dữ liệu về. "
            f"Xóa hẳn thì chạy lệnh này một lần nữa; không thì bản lưu mất khi có {KEPT} lệnh ghi khác."
        )


def _row(holding: Holding) -> tuple[str, ...]:
    purpose = "; ".join(filter(None, (holding.purpose, holding.basis)))
    since = show_date(holding.since) if holding.since else ""
    return (
        holding.file,
        holding.what,
        purpose or "–",
        since or "–",
        ": ".join(filter(None, (holding.fate.value, holding.why))),
    )
