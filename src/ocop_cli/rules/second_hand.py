"""What of the law is known second-hand only, and where the signed text must be read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ocop_cli.rules.decision import Decision
from ocop_cli.rules.provenance import Confidence
from ocop_cli.tables import Column, Table
from ocop_cli.viet.text import lower_first


class SecondHand(NamedTuple):
    """A text that was not read as signed: ``what`` of it is known second-hand, and where to read it.

    ``of`` is the id of the decision or amendment in our data; empty for any other text, which ``text`` names.
    """

    of: str
    text: str
    what: str
    read_at: str


def build_second_hand(data: Mapping[str, Any], acts: Mapping[str, Any]) -> tuple[SecondHand, ...]:
    """Read the data file, with the acts whose title no transcript gave (``acts.yaml``)."""
    usual = data["usual"]
    listed = [
        SecondHand(item.get("of", ""), item.get("text", ""), item["what"], item.get("read_at", usual))
        for item in data["items"]
    ]
    return (*listed, *(SecondHand("", *told) for told in _acts(acts["acts"], usual)))


def second_hand_of(items: Iterable[SecondHand], texts: Sequence[Decision]) -> list[SecondHand]:
    """Return what is still second-hand, the decisions and amendments named by their numbers.

    A decision whose text was compared with the signed one (``verified_on`` of its source) is left out.
    """
    numbers, verified = {}, set()
    for text in texts:
        heads = [(text.id, text.number, text.source)]
        for told, number, source in [*heads, *((a.id, a.number, a.source) for a in text.amendments)]:
            numbers[told] = f"Quyết định số {number}"
            if source.verified_on:
                verified.add(told)
    return [
        item._replace(text=item.text or numbers[item.of])
        for item in items
        if item.of not in verified and (not item.of or item.of in numbers)
    ]


def of_decision(items: Iterable[SecondHand], text: Decision) -> list[SecondHand]:
    """Return what is second-hand of one text of a decision and of its amendments."""
    own = {text.id, *(amendment.id for amendment in text.amendments)}
    return [item for item in second_hand_of(items, [text]) if item.of in own]


def second_hand_table(items: Sequence[SecondHand]) -> Table:
    """List what was not read in the signed text, with the place to read it."""
    columns = (
        Column("Văn bản", weight=2),
        Column("Chưa đọc ở bản ký", weight=3),
        Column("Đọc bản ký ở", weight=2),
    )
    return Table("Còn dựa vào nguồn thứ cấp", columns, tuple((i.text, i.what, i.read_at) for i in items))


def second_hand_json(items: Iterable[SecondHand]) -> list[dict[str, str]]:
    """Return the same for machines; keys: text, what, read_at."""
    return [{"text": item.text, "what": item.what, "read_at": item.read_at} for item in items]


def _acts(acts: Iterable[Mapping[str, Any]], usual: str) -> Iterator[tuple[str, str, str]]:
    for act in acts:
        if act["confidence"] != Confidence.VERBATIM and not act["verified_on"]:
            unused = "" if act["title"] else ", chưa dẫn làm căn cứ"
            what = f"Trích yếu{unused}; biết qua: {lower_first(act['where'])}"
            yield f"{act['kind']} số {act['number']}", what, act.get("read_at", usual)
