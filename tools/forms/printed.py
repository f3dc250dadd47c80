"""The forms of the law as documents: every printed line in its order, from the data of the decision."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise, takewhile
from types import MappingProxyType

from forms.blocks import SIGN_GRID, fixed_table, layout, p, signer, small, table, when
from ocop_cli.documents.frame import DOTTED
from ocop_cli.rules.decision import Rulebook
from ocop_cli.rules.printed_form import PEN, FormLine, PrintedForm, Segment, segments
from ocop_cli.store.law.rulebook import load_rules

_NUMBERED_GRID = (600, 3100, 5371)
_POINTS_GRID = (7671, 1400)
_NOTHING = FormLine("ours", ())
_STYLES = {
    "note": "LineNote",
    "part": "Division",
    "heading": "Part",
    "text": "Body",
}


@cache
def _law() -> Rulebook:
    return load_rules().rulebook  # as it is written: what is compiled may be out of step


def newest_form(form_id: str) -> PrintedForm:
    """Return a form as the newest decision prints it; nobody could read those of an earlier one."""
    form = _law().texts[-1].procedure.form(form_id)
    assert form is not None, form_id
    return form


def printed(
    form: PrintedForm,
    ours: Mapping[str, str] = MappingProxyType({}),
    after: Mapping[str, str] = MappingProxyType({}),
    *,
    under_title: str = "",
    foot: str = "",
) -> str:
    """Return a form line by line.

    ``ours`` is what the program adds where the data leave room for it; ``after`` stands below a line in the stead of
    the place in it. For a document of the agency ``foot`` takes the place of the signature, and the last words end
    as the decree has it.
    """
    titles = len(list(takewhile(lambda line: line.kind in ("title", "note"), form.lines)))
    done = [*(_title(line, n) for n, line in enumerate(form.lines[:titles])), under_title]
    for line, following in pairwise((*form.lines[titles:], _NOTHING)):
        if line.kind == "sign" and foot:
            done.append(foot)
        elif line.kind == "text" and following.kind == "sign":
            done.append(p(_text(line) + ("./." if foot else ""), "Lead"))
        elif line.kind == "text" and following.kind in ("table", "ours"):
            done.append(p(_text(line), "TableLead"))
        elif line.kind == "line" and following.kind == "sign":
            done.append(_written(line, after, "LineKept"))
        elif line.kind == "line" and (following.kind == "table" or following.only_with):  # that may fall away
            done.append(_written(line, after, "LineLead"))
        else:
            done.append(_line(line, ours, after))
    return "".join(done)


def _title(line: FormLine, position: int) -> str:
    return p(_text(line), "AnnexNote" if line.kind == "note" else "Subject" if position else "Kind")


def _text(line: FormLine) -> str:
    return _joined(list(segments(line.words[0])))


def _line(line: FormLine, ours: Mapping[str, str], after: Mapping[str, str]) -> str:
    if line.kind == "ours":
        return ours[line.words[0]]
    if line.kind == "sign":
        return _signature(line)
    if line.kind == "table":
        return _table(line)
    if line.kind == "line":
        return _written(line, after)
    if line.kind == "footnote":
        return small(_text(line))
    shown = p(_text(line), _STYLES[line.kind] + ("New" if line.new_page else ""), literal=True)
    return when(line.only_with, shown) if line.only_with else shown


def _written(line: FormLine, after: Mapping[str, str], style: str = "Line") -> str:
    """Return a line with places to write: an answer stands on it, a longer one below it."""
    (words,) = line.words
    pieces = list(segments(words))
    below = [after[piece.place] for piece in pieces if piece.place in after]
    if below:
        return p(_joined([piece for piece in pieces if piece.label]), "LineHead") + "".join(below)
    return p(_joined(pieces, line.dots), style, literal=True)


def _joined(pieces: Sequence[Segment], below: int | None = None) -> str:
    """Put labels, places and boxes together; dots run to the margin from the last place, if ``below`` is given."""
    last = next((piece for piece in reversed(pieces) if piece.place), None)
    text = ""
    for before, piece in pairwise((Segment(), *pieces)):
        shown = piece.label or _place(piece, below if piece is last else None)
        text += _gap(text, before, piece) + shown
    return text


def _gap(text: str, before: Segment, piece: Segment) -> str:
    """Return what stands between two pieces: nothing around the hyphens of a number or a full stop, more after a box."""
    if not text or text.endswith("-") or piece.label.startswith((".", ")", "-")):
        return ""
    return " \u2003" if before.box and piece.label else " "


def _place(piece: Segment, below: int | None) -> str:
    """Return what is written at a place; ``below`` is how many dotted lines follow, ``None`` for none to the margin."""
    if piece.box:
        return f"{{{{ ticks.{piece.box} }}}}"
    if piece.place == PEN:
        return DOTTED if below is None else "\n\t" * below or "\t"
    dots = "" if below is None else f"|dots({below})" if below else "|dots"
    return f"{{{{ {piece.place}{dots} }}}}"


def _signature(line: FormLine) -> str:
    """Return the place and day, the role and the note of a signature, at the right of the page."""
    role, note = line.words
    day = p("{{ signed_at }}", "PlaceDate") if line.dated else ""
    name = signer(line.signer) if line.signer else p("", "Signer")
    right = day + p(role, "Power") + p(note, "SignNote") + name
    return layout(SIGN_GRID, p("", "Copies"), right)


def _table(line: FormLine) -> str:
    if line.of:
        cells = ("{{ row.label }}", "{{ row.points }}")
        last = (line.total, "{{ maximum }}")
        return table(_POINTS_GRID, line.words, line.of, cells, centred=(1,), strong="row.strong", last=last)
    rows = [(str(number), *row.cells) for number, row in enumerate(line.rows, 1)]
    return fixed_table(_NUMBERED_GRID, line.words, rows)
