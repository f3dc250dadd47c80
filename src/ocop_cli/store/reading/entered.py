"""What a verb is about to write, as the reader will read it: refused before anything is written."""

from collections.abc import Iterable, Sequence
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.dossier.producers import SharedProducers
from ocop_cli.store.files.changes import AnyChange, Change
from ocop_cli.store.reading.records import Loaded, R, read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.source import parse
from ocop_cli.viet.doubts import Doubt, doubts
from ocop_cli.viet.error_messages import cure_of_entered
from ocop_cli.viet.field_titles import titles_of
from ocop_cli.viet.fields import Record

_NOT_BELIEVED = "Giá trị vừa nhập khó có thật, chưa ghi gì."
_REENTER = "Sửa các giá trị được nêu rồi chạy lại."
_COUNT_AGAIN = "đối chiếu danh sách, rồi ghi lại cả hai số cùng một lúc"
_WRITE_AGAIN = "đối chiếu bản giấy rồi ghi lại giá trị này"
_SHOWN = 60  # characters of a value that a message shows


def entered(loaded: Loaded[R], message: str, data: Any = None) -> R:
    """Return the record of ``data`` that was just entered, by default what the source of the record holds.

    Raises ``OcopError`` (misuse) with the message and every error, each with its value: no file holds it yet.
    """
    if loaded.record is None:
        data = loaded.source.data if data is None else data
        findings = tuple(_by_value(finding, data, loaded.model) for finding in loaded.findings)
        raise OcopError(message, _REENTER, exit_code=MISUSE, findings=findings)
    return loaded.record


def refuse_unreadable(
    sources: Sources, changes: Sequence[AnyChange], beside: Iterable[AnyChange] = ()
) -> dict[str, Loaded[Any]]:
    """Return the data files as changes leave them: each is read once for everybody who judges what is written.

    Raises ``OcopError`` (misuse) when a change would leave a data file that its reader refuses, or nobody would believe.
    What could not be read or believed before is nobody's fault here. ``beside`` are other changes of the same run: a
    dossier may name a producer among them.
    """
    # with every model: only a verb that writes pays for them
    from ocop_cli.store.workspace.data_places import model_of

    written = (change for change in (*changes, *beside) if isinstance(change, Change))
    planned = {change.path: change.after for change in written if change.after is not None}
    producers = SharedProducers(sources, planned)

    def read(raw: bytes, name: str, model: type[R]) -> Loaded[R]:
        return read_record(parse(raw, name)._replace(shared=producers), model)

    left: dict[str, Loaded[Any]] = {}
    for change in changes:
        model = model_of(change.path)
        if model is None or not isinstance(change, Change) or change.after is None:
            continue
        after = left[change.path] = read(change.after, change.path, model)
        if after.record is None or any(doubts(after.record)):
            _refuse_worse(read(change.before, change.path, model) if change.before else None, after)
    return left


def _refuse_worse(before: Loaded[Any] | None, after: Loaded[Any]) -> None:
    """Raise ``OcopError`` where a change makes unreadable what could be read, or brings in what nobody believes."""
    if before is not None and before.record is None:
        return
    name = after.source.name
    record = entered(after, f"{name} sẽ không đọc lại được với giá trị vừa nhập, chưa ghi gì.")
    if doubted := new_doubts(before.record if before else None, record):
        raise OcopError(_NOT_BELIEVED, _REENTER, exit_code=MISUSE, findings=doubted)


def new_doubts(before: Record | None, after: Record) -> tuple[Finding, ...]:
    """Return what nobody would believe of a record as it will be, but for what the file says so already."""
    known = {_said(doubt) for doubt in doubts(before)} if before else set()
    return tuple(
        Finding(
            doubt.code,
            Severity.ERROR,
            doubt.problem,
            Place("", doubt.field),
            hint=_COUNT_AGAIN if doubt.whole else _WRITE_AGAIN,
            related=(Place("", doubt.whole),) if doubt.whole else (),
        )
        for doubt in doubts(after)
        if _said(doubt) not in known
    )


def _said(doubt: Doubt) -> tuple[Any, ...]:
    """Return what tells a doubt from others, wherever its row stands now."""
    return (*(step for step in doubt.field if isinstance(step, str)), doubt.problem, str(doubt.value))


def _by_value(finding: Finding, data: Any, model: type[Record]) -> Finding:
    """Let a finding name its field as people do, and its value, in place of a key and a line: no file holds them yet."""
    field, value = finding.place.field, data
    for part in field:
        value = _part(value, part)
    shown = f"; đã nhập “{_shortened(value)}”" if isinstance(value, str) and value else ""
    message = finding.message.replace(f"“{field[-1]}”", f"“{titles_of(model, field)}”", 1) if field else ""
    return finding._replace(
        message=f"{message or finding.message}{shown}",
        place=Place("", field),
        hint=cure_of_entered(finding.hint),
    )


def _part(value: Any, part: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(part)
    return value[part] if isinstance(value, list) and isinstance(part, int) else None


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
