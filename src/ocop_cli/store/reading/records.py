"""Read one YAML file into one model, with every error placed at its line."""

from collections.abc import Iterable, Iterator
from typing import Any, Generic, NamedTuple, TypeVar, cast

from pydantic import ValidationError

from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, Place, Severity, has_errors
from ocop_cli.store.reading.gaps import Gap, Gathered
from ocop_cli.store.reading.sources import UNREADABLE, Sources
from ocop_cli.store.yaml.source import Source, locate_all
from ocop_cli.viet.error_messages import explain_errors
from ocop_cli.viet.fields import Record
from ocop_cli.viet.text import lower_first

R = TypeVar("R", bound=Record)
_SHOWN = 6  # digits of a number that a message shows


class Loaded(NamedTuple, Generic[R]):
    """A file as read: the record if it is usable, its source text, all its errors, and the model it was read as."""

    source: Source
    record: R | None
    findings: tuple[Finding, ...]
    model: type[R]


class RecordFile(NamedTuple, Generic[R]):
    """A record that can be used, with the file it stands in."""

    record: R
    source: Source


def gather_records(sources: Sources, names: Iterable[str], model: type[R]) -> Gathered[RecordFile[R]]:
    """Return the files of some names as ``model``; each is read when it is come to, and kept for who asks again."""
    return Gathered(_as_read(load_record(sources, name, model)) for name in names)


def _as_read(loaded: Loaded[R]) -> RecordFile[R] | Gap:
    name = loaded.source.name
    return RecordFile(loaded.record, loaded.source) if loaded.record else Gap(name, name, loaded.findings)


def load_record(sources: Sources, name: str, model: type[R]) -> Loaded[R]:
    """Read a file of a workspace as ``model``; never raises for bad data."""
    known = sources.records.setdefault(name, {})
    if model not in known:
        known[model] = read_record(sources.load(name), model)
    return cast("Loaded[R]", known[model])


def read_record(source: Source, model: type[R]) -> Loaded[R]:
    """Validate a source that is already read: its own errors and those of its fields are told together."""
    if source.data is None:
        return Loaded(source, None, source.findings, model)
    return record_of(source, source.filled, model)


def record_of(source: Source, data: Any, model: type[R]) -> Loaded[R]:
    """Validate plain data of a source, as it was read or as it will read with edits made."""
    try:
        record = model.model_validate(data, context=source.shared)
    except ValidationError as error:
        problems = locate_all(
            _newer(source, data, model) or explain_errors(error, model, source.name), source.located
        )
        return Loaded(source, None, (*source.findings, *problems), model)
    return Loaded(source, None if has_errors(source.findings) else record, source.findings, model)


def format_findings(loaded: Loaded[Any]) -> Iterator[Finding]:
    """Y033: a file that is read as today's format because it names none."""
    if loaded.record is None or "schema" in (loaded.source.data or {}):
        return
    own = loaded.model.model_fields.get("format")
    if own is None:
        return
    why = "không biết tệp ghi theo khuôn dạng nào thì bản ocop sau có thể đọc sai"
    yield Finding(
        "Y033",
        Severity.HINT,
        "Tệp chưa ghi khuôn dạng, đang được đọc theo khuôn dạng hiện nay",
        Place(loaded.source.name, (), 1, 1),
        why=why,
        hint=f"thêm vào đầu tệp dòng “schema: {own.default}”",
    )


def _newer(source: Source, data: Any, model: type[R]) -> list[Finding]:
    """Y032: a file in a format of a later version, whose fields this one cannot judge."""
    own, said = model.model_fields.get("format"), data.get("schema") if isinstance(data, dict) else None
    if own is None or not isinstance(said, str):
        return []
    (kind, _, number), (other, _, later) = str(own.default).partition("@"), said.strip().partition("@")
    if other != kind or not (later.isdecimal() and later.isascii()) or not _is_larger(later, number):
        return []
    message = (
        f"Tệp do ocop phiên bản mới hơn ghi: khuôn dạng số {later[:_SHOWN]}, máy này đọc được tới số {number}"
    )
    hint = "cài bản ocop mới trên máy này; đừng sửa dòng schema, dữ liệu mới sẽ mất"
    return [Finding("Y032", Severity.ERROR, message, Place(source.name, ("schema",)), hint=hint)]


def _is_larger(number: str, than: str) -> bool:
    """Compare whole numbers as they are written, however long somebody made them."""
    plain = number.lstrip("0")
    return (len(plain), plain) > (len(than), than)


def usable(loaded: Loaded[R], what: str, so: str = "", *, code: str = "") -> R:
    """Return the record of a file. Raises ``OcopError``, as ``cannot_use`` says it, when it cannot be used."""
    if loaded.record is None:
        raise cannot_use(loaded, what, so, code=code)
    return loaded.record


def cannot_use(loaded: Loaded[Any], what: str, so: str, *, code: str) -> OcopError:
    """Return the refusal for a file with errors, or that the disk does not give: ``what`` it is, and ``so`` what follows.

    For example ``Hồ sơ mang`` and ``nên chưa thể làm tiếp``.
    """
    if any(finding.code == UNREADABLE for finding in loaded.findings):
        message, hint = f"Không đọc được {lower_first(what)}", "Xử lý các điểm nêu trên rồi chạy lại."
    else:
        message, hint = f"{what} có lỗi", "Sửa các dòng nêu trên rồi chạy lại."
    return OcopError(f"{message} {so}".rstrip() + ".", hint, code=code, findings=loaded.findings)
