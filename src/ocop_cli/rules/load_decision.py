"""Build one text of a decision from its merged data."""

from collections.abc import Iterator, Sequence
from datetime import date

from ocop_cli.rules.acts import ground_words
from ocop_cli.rules.band import Band
from ocop_cli.rules.decision import Amendment, Decision, LegalGround, Part, StarBand, Transition
from ocop_cli.rules.load_criteria import read_band
from ocop_cli.rules.load_procedure import read_procedure
from ocop_cli.rules.need import PAPERS, Fact, Moment
from ocop_cli.rules.product_set import ProductGroup, ProductSet
from ocop_cli.rules.provenance import Confidence, Source
from ocop_cli.rules.reading import Node

DECISION_KEYS = frozenset(
    {
        "cite_criterion",
        "cite_set",
        "effective_from",
        "effective_to",
        "files_until",
        "id",
        "issued_on",
        "issuer",
        "number",
        "signer",
        "source",
        "title",
    }
)
"""The keys of a decision's head."""

_GROUND = frozenset({"of", "text", "source"})
_SOURCE = frozenset({"where", "confidence", "verified_on"})
_STAR = frozenset({"from", "above", "below", "to", "ranked_by", "certificate"})
_TRANSITION = frozenset({"registrations", "filed_before", "under", "finish_by", "cite", "source"})


def read_sources(top: Node) -> None:
    """Read the named sources into the context, so that every later value can name one."""
    for name, node in top.children("sources"):
        node.only(_SOURCE)
        confidence = node.member("confidence", Confidence, Confidence.UNCERTAIN)
        top.context.sources[name] = Source(
            name, node.text("where"), confidence, node.day_or_none("verified_on")
        )


def read_parts(top: Node) -> tuple[Part, ...]:
    """Read the parts in the order of their groups."""
    parts = [
        Part(name, node.text("name"), node.decimal("max"), node.integer("from_group"))
        for name, node in top.children("parts")
    ]
    return tuple(sorted(parts, key=lambda part: part.from_group))


def read_product_groups(top: Node) -> tuple[ProductGroup, ...]:
    """Read the product groups in the decision's order."""
    groups = top.child("product_groups")
    return tuple(ProductGroup(name, groups.text(name)) for name in groups.data)


def read_amendment(node: Node) -> Amendment:
    """Read the head of an amending decision."""
    return Amendment(
        id=node.text("id"),
        number=node.text("number"),
        title=node.text("title"),
        issued_on=node.day("issued_on"),
        effective_from=node.day("effective_from"),
        source=node.source(),
    )


def read_text(
    top: Node,
    sets: Sequence[ProductSet],
    amendments: tuple[Amendment, ...],
    text_to: date | None,
    overlays: tuple[str, ...],
) -> Decision:
    """Read one consolidated text; it begins with the last of its amendments."""
    head = top.child("decision")
    effective_from = head.day("effective_from")
    return Decision(
        id=head.text("id"),
        number=head.text("number"),
        title=head.text("title"),
        issuer=head.text("issuer"),
        signer=head.text("signer", ""),
        issued_on=head.day("issued_on"),
        effective_from=effective_from,
        effective_to=head.day_or_none("effective_to"),
        files_until=head.day_or_none("files_until"),
        text_from=amendments[-1].effective_from if amendments else effective_from,
        text_to=text_to or head.day_or_none("effective_to"),
        amendments=amendments,
        source=head.source(),
        sources=tuple(top.context.sources.values()),
        parts=read_parts(top),
        stars=_stars(top),
        product_groups=read_product_groups(top),
        sets=sets,
        procedure=read_procedure(top.child("procedure")),
        transitions=tuple(_transition(node) for node in top.rows("transitions")),
        grounds=tuple(_grounds(top, head, amendments)),
        overlays=overlays,
        measured=_measured(top.child("measured")) if "measured" in top.data else (),
    )


def _stars(top: Node) -> tuple[StarBand, ...]:
    stars = (_star(number, node) for number, node in top.numbered("stars"))
    return tuple(sorted(stars, key=lambda star: star.star))


def _star(star: int, node: Node) -> StarBand:
    node.only(_STAR)
    band = read_band(node) or Band(None, None)
    return StarBand(star, band, node.text("ranked_by", ""), node.flag("certificate", default=True))


def _grounds(top: Node, head: Node, amendments: tuple[Amendment, ...]) -> Iterator[LegalGround]:
    """Read the lines that cite this text: written out, or ``of`` a head that stands elsewhere in the data.

    The line of an amendment that is not worked into this text is left out.
    """
    for node in top.rows("grounds"):
        node.only(_GROUND)
        words = _words_of(node.text("of"), head, amendments) if "of" in node.data else node.text("text")
        if words:
            yield LegalGround(words, node.source())


def _measured(node: Node) -> tuple[tuple[str, Moment], ...]:
    known = (*Fact, PAPERS)
    for name in node.data.keys() - set(known):
        node.unknown(name, "số liệu", known)
    return tuple(
        (name, node.member(name, Moment, Moment.REGISTRATION)) for name in node.data if name in known
    )


def _words_of(name: str, head: Node, amendments: tuple[Amendment, ...]) -> str:
    issuer, kind = head.text("issuer"), "Quyết định"
    if name == head.text("id"):
        return ground_words(kind, head.text("number"), head.day("issued_on"), issuer, head.text("title"))
    found = (a for a in amendments if a.id == name)
    return next((ground_words(kind, a.number, a.issued_on, issuer, a.title) for a in found), "")


def _transition(node: Node) -> Transition:
    node.only(_TRANSITION)
    return Transition(
        registrations=node.texts("registrations"),
        filed_before=node.day("filed_before"),
        under=node.text("under"),
        finish_by=node.day("finish_by"),
        source=node.source(),
        cite=node.cite(),
    )
