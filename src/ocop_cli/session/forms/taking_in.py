"""A received form before a person: what was understood beside what is there, what is to be decided, then the writing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ocop_cli.documents.slips import idea_slip_values
from ocop_cli.errors import OcopError
from ocop_cli.session import Session
from ocop_cli.session.council.taking_tables import take_table_file
from ocop_cli.session.questions.confirming import agreed, confirm
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import FORMS_FOLDER, private_name
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.foreign.returned_form import received_file
from ocop_cli.store.workspace.new_files import private_text
from ocop_cli.tables import Column, Table
from ocop_cli.usecases.facts.taken import OUTCOME_WORDS, Outcome, count_words
from ocop_cli.usecases.forms.keep_form import FormKind, KeptFile, is_kept, kept
from ocop_cli.usecases.forms.take_form import Answered, FormRow, FormTaking
from ocop_cli.usecases.forms.take_in import Desk, TakenIn, taken_in
from ocop_cli.usecases.papers.draft import Draft
from ocop_cli.usecases.twins import twin_words
from ocop_cli.viet.text import shortened, upper_first

_HIDDEN = "(dữ liệu cá nhân)"
_LONGEST = 90  # letters of one value in a cell of the table


def take_in_file(session: Session, path: Path, wanted: str, on: date, *, internal: bool) -> dict[str, Any]:
    """Take in one received file: show it, have it confirmed, write it; return what became of it for a JSON output.

    Raises ``OcopError`` where the file is no form, or a form of another dossier: the file stays as it is.
    """
    content, received = received_file(_lying(session, path))
    try:
        if table := take_table_file(session, KeptFile(path.name, content), received):
            return table
        taken = taken_in(_desk(session, on), received, wanted)
    except OcopError as error:
        if not error.message.startswith(path.name):
            error.message = f"{path.name}: {error.message}"
        raise
    taking = taken.take({})
    _show(session, path.name, taken, taking, internal=internal)
    if session.can_ask and not session.options.yes and taking.of(Outcome.ASKED):
        shown, answered = taking, _answers(session, taking, internal=internal)
        taking = taken.take(answered)
        if refused := [row for row in taking.of(Outcome.REFUSED) if row not in shown.rows]:
            _show_rows(session, taking, refused, internal=internal)
    if _agreed(session, taken, taking, content):
        _write(session, taken, taking, KeptFile(path.name, content), on)
    return {"file": path.name, "medium": received.medium, **_json(taken, taking)}


def _lying(session: Session, path: Path) -> Path:
    """Return where a file lies: one that is only named, and is not here, among the forms that were handed out."""
    filed = session.root / FORMS_FOLDER / path
    return filed if len(path.parts) == 1 and not path.exists() and filed.is_file() else path


def _desk(session: Session, on: date) -> Desk:
    return Desk(session.sources, session.rulebook, on, session.workspace.profile.office.officer)


def _show(session: Session, name: str, taken: TakenIn, taking: FormTaking, *, internal: bool) -> None:
    """Show every field that is not as before, and the count of all."""
    what = f"{name}: {taken.layout.title}"
    whose = "hồ sơ mới" if taken.is_new else f"hồ sơ {taken.file.id}"
    session.say(f"{what}, {whose} ({taken.file.dossier.product.name})")
    told = [row for row in taking.rows if row.outcome is not Outcome.SAME]
    _show_rows(session, taking, told, internal=internal)
    if taking.lost:
        session.console.note(
            f"Trong tệp không còn {len(taking.lost)} mục của phiếu; các mục đó giữ như hồ sơ."
        )


def _show_rows(session: Session, taking: FormTaking, rows: Sequence[FormRow], *, internal: bool) -> None:
    columns = (
        Column("Mục", weight=3),
        Column("Hồ sơ đang ghi", weight=3),
        Column("Phiếu ghi", weight=4),
        Column("Kết quả", weight=4),
    )
    if rows:
        cells = tuple(_cells(row, internal=internal) for row in rows)
        session.show_table(Table("", columns, cells))
    session.say(count_words(row.outcome for row in taking.rows))


def _cells(row: FormRow, *, internal: bool) -> tuple[str, str, str, str]:
    hidden = row.is_personal and not internal
    before, read = (
        _HIDDEN if hidden and text else shortened(text, _LONGEST)
        for text in (row.before, row.understood or row.read)
    )
    why = f": {row.why}" if row.why and not hidden else ""
    return row.name, before or "–", read or "(để trống)", f"{OUTCOME_WORDS[row.outcome]}{why}"


def _answers(session: Session, taking: FormTaking, *, internal: bool) -> dict[str, str]:
    """Ask about each field that needs a decision."""
    return {
        row.path: session.ask(
            _question(row, internal=internal),
            option=row.path,
            choices=_choices(row),
            personal=row.is_personal,
        )
        for row in taking.of(Outcome.ASKED)
    }


def _question(row: FormRow, *, internal: bool) -> str:
    hidden = row.is_personal and not internal
    before, read = (
        _HIDDEN if hidden else shortened(text, _LONGEST) or "để trống" for text in (row.before, row.read)
    )
    return f"{row.name}. Hồ sơ: {before}. Phiếu: {read}. {'' if hidden else upper_first(row.why)}".strip()


def _choices(row: FormRow) -> Mapping[str, str]:
    keep = {Answered.KEEP.value: "giữ như hồ sơ"}
    if row.options:
        return {**keep, **{option: option for option in row.options}}
    return {**keep, Answered.TAKE.value: "lấy theo phiếu" if row.read else "xóa như trong phiếu"}


def _agreed(session: Session, taken: TakenIn, taking: FormTaking, content: bytes) -> bool:
    """Say whether to write what was shown; where nobody can be asked, ``-y`` says so."""
    if not taking.changes and (
        is_kept(taken.file, content) or all(r.outcome is Outcome.SAME for r in taking.rows)
    ):
        session.say("Phiếu không có gì mới, không ghi gì.")
        return False
    return agreed(session, "Ghi vào hồ sơ")


def _write(session: Session, taken: TakenIn, taking: FormTaking, came: KeptFile, on: date) -> None:
    after, layout = taken.after(taking) or taken.file, taken.layout
    kind = FormKind(layout.id, layout.asks_personal_data)
    changes: list[Change | Draft] = list(kept(session.sources, taken.file, kind, came, on, taking.changes))
    if taken.is_new:
        doubts = twin_words(session.sources, after.dossier)
        confirm(session, doubts, "Vẫn nhận thêm hồ sơ", "Dùng hồ sơ đã có: thêm --for MÃ")
        changes = [*_of_a_new_one(session, taken, changes), *changes]
    what = "nhận ý tưởng" if taken.is_new else "nhận phiếu của"
    session.write(changes, f"{what} {taken.file.id}", f"`ocop next {taken.file.id}`")


def _of_a_new_one(session: Session, taken: TakenIn, changes: list[Change | Draft]) -> list[Change | Draft]:
    """Return what a registration makes besides the dossier: its idea slip and its private file."""
    after = taken.after(FormTaking((), tuple(c for c in changes if isinstance(c, Change)))) or taken.file
    is_idea = after.dossier.stage in load_cycle().awaiting_selection
    values = idea_slip_values(after.dossier, session.workspace.profile, session.today)
    slips = [session.document("idea-slip", taken.file.id, values, after.dossier)] if is_idea else []
    private = private_name(taken.file.id)
    has_private = any(isinstance(change, Change) and change.path == private for change in changes)
    new = [] if has_private else [plan_write(session.root, private, private_text(session.today).encode())]
    return [*slips, *new]


def _json(taken: TakenIn, taking: FormTaking) -> dict[str, Any]:
    counts = Counter(row.outcome.value for row in taking.rows)
    return {
        "form": taken.layout.id,
        "dossier": taken.file.id,
        "is_new": taken.is_new,
        "counts": {outcome.value: counts[outcome.value] for outcome in Outcome},
        "fields": [_field_json(row) for row in taking.rows],
        "lost": list(taking.lost),
    }


def _field_json(row: FormRow) -> dict[str, Any]:
    shown = row._replace(read=_HIDDEN, before=_HIDDEN, understood=_HIDDEN, why="") if row.is_personal else row
    return {
        "field": shown.path,
        "name": shown.name,
        "place": shown.place,
        "read": shown.read,
        "before": shown.before,
        "understood": shown.understood,
        "outcome": shown.outcome.value,
        "why": shown.why,
    }
