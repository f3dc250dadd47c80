"""Results of an inspection that was recorded before: what is told now goes into its file, all else stays as it is."""

from collections.abc import Iterator, Mapping
from typing import Any

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.inspection import Inspection, Told, new_inspection
from ocop_cli.programme.remedy import Remedy
from ocop_cli.store.yaml.edit import Append, Edit, Set
from ocop_cli.viet.dates import show_date

_ONE_VALUE = ("starts", "ends", "place", "secretary", "conclusion", "producing", "stopped_on")


def told_in(record: Inspection) -> Told:
    """Return what a recorded inspection holds already, as it would have been told."""
    return Told(
        record.on, record.starts, record.ends, record.place,
        [f"{person.name}, {person.title}" for person in record.team],
        f"{record.secretary.name}, {record.secretary.title}" if record.secretary else None,
        {seen.content: seen.result for seen in record.observations if seen.result},
        {seen.content: seen.kept for seen in record.observations if seen.kept is not None},
        record.producing, record.stopped_on, [one.words for one in record.requests], record.conclusion,
        {sign.ground: sign.seen for sign in record.signs},
    )  # fmt: skip


def result_edits(record: Inspection, told: Told, contents: Mapping[str, str]) -> list[Edit]:
    """Return the edits that add to a recorded inspection what is told, and give anew what is told otherwise.

    Raises ``OcopError`` (misuse) for another day than its own, and as ``new_inspection`` does.
    """
    if told.on and told.on != record.on:
        raise OcopError(
            f"Lần kiểm tra này ghi ngày {show_date(record.on)}.",
            f"Bỏ --on; lần kiểm tra ngày {show_date(told.on)} thì ghi mới: `ocop inspect {record.dossier} --on {show_date(told.on)}`.",
            exit_code=MISUSE,
        )
    asked = told._replace(starts=told.starts or record.starts)  # an end is held against its beginning
    fields = new_inspection(record.dossier, contents, asked, Told(record.on), None)
    held = told_in(record)
    return [*_values(held, told, fields), *_seen(record, held, told), *_added(record, fields)]


def _values(held: Told, told: Told, fields: Mapping[str, Any]) -> Iterator[Edit]:
    for name in _ONE_VALUE:
        if getattr(told, name) not in (None, "", getattr(held, name)):
            yield Set((name,), fields[name])
    if told.team and told.team != held.team:
        yield Set(("team",), fields["team"])


def _seen(record: Inspection, held: Told, told: Told) -> Iterator[Edit]:
    places = {seen.content: number for number, seen in enumerate(record.observations)}
    for name, said, before in (("result", told.seen, held.seen), ("kept", told.kept, held.kept)):
        for content, value in said.items():
            if before.get(content) == value:
                continue
            if content not in places:
                places[content] = len(places)
                yield Append(("observations",), {"content": content})
            yield Set(("observations", places[content], name), value)


def _added(record: Inspection, fields: Mapping[str, Any]) -> Iterator[Edit]:
    """Yield what is asked for and seen besides; a sign of a ground that was noted is noted anew."""
    asked = {one.words for one in record.requests}
    yield from (
        Append(("requests",), one) for one in fields.get("requests", ()) if Remedy(**one).words not in asked
    )
    places = {sign.ground: number for number, sign in enumerate(record.signs)}
    for sign in fields.get("signs", ()):
        place = places.get(sign["ground"])
        yield Append(("signs",), sign) if place is None else Set(("signs", place, "seen"), sign["seen"])
