"""A producer that has a record already: what is given of it anew must be what the record says."""

from collections.abc import Iterator, Mapping

from ocop_cli.dossier.producer import SharedProducer
from ocop_cli.dossier.vocabulary import ProducerKind, word
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.store.dossier.producers import record_of_producer
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.names import split_title
from ocop_cli.viet.text import spelling


def find_record(sources: Sources, named: str, given: Mapping[str, str | None]) -> SharedProducer | None:
    """Return the record of the producer that is meant by its id or name, if it has one.

    ``given`` is what was typed of it, if anything, by the names of the options: ``kind`` as its code,
    ``representative``, ``village``.
    Raises ``OcopError`` (misuse), with both values, where the record says something else.
    """
    record = record_of_producer(sources, named)
    other = list(_other_facts(record, given)) if record else []
    if record and other:
        raise OcopError(
            f"{record.name} đã ghi tại {record.file}, khác với: {'; '.join(other)}.",
            "Bỏ tùy chọn đó; nếu chủ thể đã thay đổi thì sửa tệp này trước.",
            exit_code=MISUSE,
        )
    return record


def _other_facts(record: SharedProducer, given: Mapping[str, str | None]) -> Iterator[str]:
    for name, typed in given.items():
        shown, held = _shown(name, typed or ""), _held(record, name)
        if shown and not _agree(shown, held):
            yield f"--{name} “{shown}” (tệp {f'ghi “{held}”' if held else 'chưa ghi'})"


def _shown(name: str, typed: str) -> str:
    return word(ProducerKind(typed)) if name == "kind" and typed else typed


def _held(record: SharedProducer, name: str) -> str:
    """Return what the record says, as it would be typed."""
    if name == "kind":
        return word(record.kind) if record.kind else ""
    if name == "representative":
        person = record.representative
        return ", ".join(filter(None, (person.name, person.title))) if person else ""
    return record.village or ""


def _agree(typed: str, held: str) -> bool:
    """Say whether two texts are one, case and spaces aside; a title that was not typed contradicts none."""
    (name, title), (known, known_title) = split_title(typed), split_title(held)
    return spelling(name) == spelling(known) and spelling(title) in ("", spelling(known_title))
