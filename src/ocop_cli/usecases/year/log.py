"""The acts of a year: what a line about one means in this folder, and the change that files it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.log_entry import LogEntry, LogItem
from ocop_cli.programme.log_field import KnownThings
from ocop_cli.programme.log_kind import LogKind, unknown_kind
from ocop_cli.programme.log_line import Reading, read_line
from ocop_cli.programme.profile import Profile
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.dossier.producers import gather_producers
from ocop_cli.store.files.changes import Change
from ocop_cli.store.programme.plans import gather_plans
from ocop_cli.store.programme.year_log import added, count_acts, edited, entry_at, gather_log
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.error_messages import explain_errors
from ocop_cli.viet.text import fold, lower_first, upper_first


def known_things(sources: Sources, profile: Profile, today: date, kind: LogKind | None) -> KnownThings:
    """Return what a line about a kind may name; the dossiers are read only where it may name a product or a producer.

    Without a kind: what a line of any kind may name, but no sources of money, for a table names those whole.
    """
    products: dict[str, str] = {}
    producers: list[str] = []
    if kind is None or kind.has("products") or kind.has("producers"):
        for file in gather_dossiers(sources).rest(sources.leave_out):
            products[file.id] = file.dossier.product.name
            producers.append(file.dossier.producer.name)
        producers += [record.name for record in gather_producers(sources).rest(sources.leave_out)]
    return KnownThings(
        profile.commune.villages,
        products,
        tuple(dict.fromkeys(producers)),
        today,
        _known_sources(sources, today) if kind and kind.has("source") else (),
    )


def _known_sources(sources: Sources, today: date) -> tuple[str, ...]:
    """Return the sources of money that the year's plan names, and those of its acts: each is written in one way."""
    plans = gather_plans(sources, [today.year]).rest(sources.leave_out)
    planned = [line.source for plan in plans for line in plan.budget]
    items = gather_log(sources, [today.year]).rest(sources.leave_out)
    return tuple(
        {fold(name): name for name in (*(i.entry.source or "" for i in items), *planned) if name}.values()
    )


class Act(NamedTuple):
    """A line about an act: its kind, and what is read of the words after it."""

    kind: LogKind
    known: KnownThings
    reading: Reading


def read_act(sources: Sources, profile: Profile, today: date, words: Sequence[str]) -> Act:
    """Read a line. Raises ``OcopError`` (misuse) where its first words are no kind."""
    kinds = load_log_kinds()
    split = [part for number, word in enumerate(words) for part in ([word] if number else word.split())]
    kind, rest = kinds.head(split)
    if kind is None:
        kind, rest = kinds.head(" ".join(words).split())
    if kind is None:
        raise unknown_kind(
            [part for word in words[:1] for part in word.split()] + [*words[1:]], kinds.kinds.values()
        )
    known = known_things(sources, profile, today, kind)
    return Act(kind, known, read_line(kind, rest, known))


def entry_of(kind: LogKind, values: Mapping[str, Any]) -> LogEntry:
    """Return the entry that values make. Raises ``OcopError`` (misuse) for what it lacks, or what does not fit."""
    if lacking := kind.missing(values):
        titles = "; ".join(field.title for field in lacking)
        hint = f'Ghi thêm: "{lacking[0].title}: …". Ví dụ: `ocop log "{kind.words[0] if kind.words else kind.name}" {kind.example}`'
        raise OcopError(f"{kind.name}: chưa ghi gì, còn thiếu {titles}.", hint, exit_code=MISUSE)
    try:
        entry = LogEntry.model_validate({"kind": kind.id, **values})
    except ValidationError as error:
        wrong = explain_errors(error, LogEntry, "")[0]
        raise OcopError(
            f"{kind.name}: chưa ghi gì, {wrong.message}.", wrong.hint, exit_code=MISUSE
        ) from error
    refuse_parts(kind, dict(entry), "Chưa ghi gì: ")
    return entry


def refuse_parts(kind: LogKind, values: Mapping[str, Any], before: str = "") -> None:
    """Raise ``OcopError`` (misuse) where a part is larger than the whole, or an end comes before its beginning.

    ``before`` begins what is said.
    """
    for field in filter(None, map(kind.field, ("women", "minority"))):
        part, people = values.get(field.name), values.get("people")
        if part is not None and people is not None and part > people:
            message = f"{before}{lower_first(field.title)} {part} lớn hơn tổng số {people} người."
            raise OcopError(upper_first(message), "Đối chiếu danh sách rồi ghi lại.", exit_code=MISUSE)
    first, last = values.get("on"), values.get("until")
    if first and last and last < first:
        message = f"{before}đến ngày {show_date(last)} trước ngày {show_date(first)}."
        raise OcopError(upper_first(message), "Ghi lại hai ngày.", exit_code=MISUSE)


def add_act(sources: Sources, kind: LogKind, values: Mapping[str, Any]) -> tuple[LogItem, Change]:
    """Return a new entry with its place, and the change that files it. Raises ``OcopError`` as ``entry_of`` does."""
    entry = entry_of(kind, values)
    year = entry.on.year
    return LogItem(year, count_acts(sources, year) + 1, entry), added(sources, year, [row_of(kind, values)])


def row_of(kind: LogKind, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of an act as its file keeps them."""
    return {"kind": kind.id, **_kept(values)}


def twin_of(sources: Sources, entry: LogEntry) -> LogItem | None:
    """Return an entry that says the very same, if there is one."""
    items = gather_log(sources, [entry.on.year]).rest(sources.leave_out)
    return next((item for item in items if item.entry == entry), None)


def edit_act(
    sources: Sources, year: int, number: int, words: Sequence[str], profile: Profile, today: date
) -> tuple[LogItem, Change]:
    """Return an entry as it will be with what a line says of it in place of what was there, and the change.

    Raises ``OcopError`` (misuse) for an entry that is not there, and for what cannot be understood.
    """
    before = entry_at(sources, year, number)
    kind = load_log_kinds().kinds[before.kind]
    reading = read_line(kind, words, known_things(sources, profile, today, kind))
    refuse_problems(kind, reading)
    now = {**before.model_dump(exclude_defaults=True, exclude={"kind"}), **reading.values}
    entry = entry_of(kind, now)
    if entry.on.year != year:
        hint = f"Xóa việc này (--remove {number}) rồi ghi lại ở năm {entry.on.year}."
        raise OcopError("Việc chuyển sang năm khác nằm ở tệp khác.", hint, exit_code=MISUSE)
    return LogItem(year, number, entry), edited(sources, year, number, _kept(reading.values))


def refuse_problems(kind: LogKind, reading: Reading) -> None:
    """Raise ``OcopError`` (misuse) with everything in a line that was not understood."""
    if reading.problems:
        lines = "\n".join(f"- {problem}." for problem in reading.problems)
        titles = "; ".join(field.title for field in kind.fields)
        hint = f"Các mục của loại này: {titles}. Ghi rõ dạng “tên mục: giá trị”."
        raise OcopError(f"{kind.name}: chưa ghi gì.\n{lines}", hint, exit_code=MISUSE)


def _kept(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values in the order of the model, without those that say nothing."""
    return {name: values[name] for name in LogEntry.model_fields if values.get(name) not in (None, [], ())}
