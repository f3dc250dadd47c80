"""Build the forms that a decision prints from its data."""

from ocop_cli.rules.printed_form import KINDS, Box, FormLine, PrintedForm, TableRow
from ocop_cli.rules.reading import Node

_FORM = frozenset({"number", "name", "cite", "source", "lines", "fields", "boxes", "like"})
_LINE = frozenset({*KINDS, *FormLine._fields}) - {"kind", "words"}
_ROW = frozenset({"content", "need", "papers"})
_BOX = frozenset(Box._fields) - {"id"}
_LIKE = frozenset({"decision", "note"})


def read_forms(node: Node) -> tuple[PrintedForm, ...]:
    """Read every form of one text of a decision; its lines are read when they are asked for."""
    return tuple(_form(name, child) for name, child in node.children("forms"))


def _form(name: str, node: Node) -> PrintedForm:
    node.only(_FORM, retired=frozenset({"made_by"}))
    like = node.child("like") if "like" in node.data else None
    if like is not None:
        like.only(_LIKE)
    fields = node.child("fields") if "fields" in node.data else None
    return PrintedForm(
        id=name,
        number=node.text("number"),
        name=node.text("name"),
        source=node.source(),
        cite=node.cite(),
        lines=node.when_asked(lambda: tuple(_line(row) for row in node.rows("lines"))),
        filled=tuple((place, _one_or_more(fields, place)) for place in fields.data) if fields else (),
        boxes=tuple(_box(box, child) for box, child in node.children("boxes")),
        like=like.text("decision") if like else "",
        like_note=like.text("note") if like else "",
    )


def _line(node: Node) -> FormLine:
    node.only(_LINE)
    kinds = [kind for kind in KINDS if kind in node.data]
    if len(kinds) != 1:
        node.context.finding("R002", node.path, f"Dòng này phải có đúng một trong: {', '.join(KINDS)}.")
        return FormLine("text", ())
    return FormLine(
        kind=kinds[0],
        words=_one_or_more(node, kinds[0]),
        dots=node.integer_or_none("dots") or 0,
        guide=node.text("guide", ""),
        rows=tuple(_row(row) for row in node.rows("rows")),
        of=node.text("of", ""),
        total=node.text("total", ""),
        signer=node.text("signer", ""),
        dated=node.flag("dated"),
        only_with=node.text("only_with", ""),
        new_page=node.flag("new_page"),
    )


def _one_or_more(node: Node, key: str) -> tuple[str, ...]:
    return node.texts(key) if isinstance(node.data[key], list) else (node.text(key),)


def _row(node: Node) -> TableRow:
    node.only(_ROW)
    return TableRow((node.text("content"), node.text("need")), node.texts("papers"))


def _box(name: str, node: Node) -> Box:
    node.only(_BOX)
    return Box(
        id=name,
        field=node.text("field", ""),
        value=node.text("value", ""),
        papers=node.texts("papers"),
        right=node.text("right", ""),
    )
