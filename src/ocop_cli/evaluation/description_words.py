"""What the producer says of each content that the commune evaluates, in sentences (Mẫu 03, II, a)."""

from collections.abc import Callable, Iterator

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.facts import Labour, Material
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import Origin, word
from ocop_cli.viet.numbers import show_percent
from ocop_cli.viet.text import as_sentence


def description_words(dossier: Dossier, content: CommuneContent, kind: str = "xã") -> str:
    """Return everything that the dossier says of a content; nothing said is an empty text, never a filler.

    ``kind`` is what the commune is: what lies in a phường is told so.
    """
    return " ".join(as_sentence(text) for text in _DESCRIPTIONS[content](dossier, f"trong {kind}"))


def _origin(dossier: Dossier, inside: str) -> Iterator[str]:
    if dossier.materials:
        yield "; ".join(_material(material, inside) for material in dossier.materials)


def _material(material: Material, inside: str) -> str:
    origin = inside if material.origin is Origin.COMMUNE else word(material.origin)
    share = f"{show_percent(material.share)}, " if material.share is not None else ""
    place = f" ({material.place})" if material.place else ""
    return f"{material.name}: {share}{origin}{place}"


def _labour(dossier: Dossier, inside: str) -> Iterator[str]:
    labour = dossier.labour
    if labour is not None and labour.total is not None:
        told = "; ".join(_parts(labour, inside))
        yield f"Tổng số {labour.total:02d} lao động{f', trong đó {told}' if told else ''}"


def _parts(labour: Labour, inside: str) -> Iterator[str]:
    counts = {
        f"thường trú {inside}": labour.commune,
        "trong địa bàn huyện cũ": labour.district,
        "trong tỉnh": labour.province,
        "nữ": labour.women,
        "người dân tộc thiểu số": labour.ethnic_minority,
    }
    return (f"{count:02d} {words}" for words, count in counts.items() if count is not None)


def _idea(dossier: Dossier, _: str) -> Iterator[str]:
    idea = dossier.idea
    if idea and idea.narrative:
        yield idea.narrative
    if idea and idea.difference:
        yield f"Điểm khác biệt: {idea.difference}"


def _identity(dossier: Dossier, _: str) -> Iterator[str]:
    identity = dossier.identity
    if identity is None:
        return
    parts = (identity.culture, identity.knowledge, identity.experience, identity.method)
    yield from (part for part in parts if part)
    if identity.story:
        yield f"Câu chuyện sản phẩm: {identity.story}"


_DESCRIPTIONS: dict[CommuneContent, Callable[[Dossier, str], Iterator[str]]] = {
    CommuneContent.LOCAL_ORIGIN: _origin,
    CommuneContent.LOCAL_LABOUR: _labour,
    CommuneContent.IDEA_ORIGIN: _idea,
    CommuneContent.LOCAL_IDENTITY: _identity,
}
