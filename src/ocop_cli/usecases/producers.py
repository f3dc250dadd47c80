"""The producers of a workspace: those with a record of their own, and those that dossiers hold."""

from datetime import date

from ocop_cli.dossier.producer import Producer
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.reports.counted_producer import CountedProducer, by_producer
from ocop_cli.reports.producer_list import ListedProducer, in_order
from ocop_cli.reports.summary import summarise
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.dossier.producers import gather_producers
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.rows.summaries import dossiers_as_of
from ocop_cli.viet.text import fold


def list_producers_of(sources: Sources, rulebook: Rulebook, on: date) -> list[ListedProducer]:
    """Return every producer by name, once, with its dossiers as they stood at the end of a day."""
    decision, said, rows = pick_decision(rulebook, on), {}, []
    for file in dossiers_as_of(sources, on).rest(sources.leave_out):
        said[file.id] = file.dossier.producer
        rows.append(summarise(file.id, file.dossier, decision, on))
    records = {record.id: record for record in gather_producers(sources).rest(sources.leave_out)}
    listed = [_listed(counted, said, records.get(counted.record)) for counted in by_producer(rows)]
    busy = {counted.counted.record for counted in listed}
    idle = [
        ListedProducer(CountedProducer(record.name, i, ()), (record,))
        for i, record in records.items()
        if i not in busy
    ]
    return in_order([*listed, *idle])


def find_producer(producers: list[ListedProducer], wanted: str) -> ListedProducer:
    """Return the producer of a record's id, a name or a part of one. Raises ``OcopError`` (misuse) for none or several."""
    plain = fold(wanted)
    exact = [p for p in producers if wanted == p.counted.record or plain == fold(p.counted.name)]
    found = exact or [p for p in producers if plain in fold(p.counted.name)]
    if len(found) == 1:
        return found[0]
    names = "; ".join(p.counted.name for p in found)
    message = f"“{wanted}” khớp nhiều chủ thể: {names}." if found else f"Không có chủ thể “{wanted}”."
    raise OcopError(message, "Xem `ocop producers`.", exit_code=MISUSE)


def _listed(counted: CountedProducer, said: dict[str, Producer], record: Producer | None) -> ListedProducer:
    own = [record] if record else []
    held = [said[row.id] for row in counted.rows if not row.record]
    return ListedProducer(counted, (*own, *held))
