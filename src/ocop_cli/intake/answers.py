"""What a cell answers: a ticked option, text as typed, or nothing where only the form's own words stand."""

import re

from ocop_cli.intake.form_words import PICK
from ocop_cli.intake.grid import Cell
from ocop_cli.intake.labels import plain
from ocop_cli.intake.layout import Line
from ocop_cli.intake.returned import Answer
from ocop_cli.intake.ticks import ticked
from ocop_cli.viet.choices import chosen

_FILLER = re.compile(r"[\s.…_·\-–—]*")
_GAP = re.compile(r"[^\S\n]+")


def answer_of(line: Line, cell: Cell, doubt: str = "") -> Answer:
    """Return what a cell answers to a question."""
    if cell.trouble:
        return Answer(cell.text, cell.place, f"ô {cell.trouble}")
    if line.boxes:
        return _choice(line, cell, doubt)
    text = _text(line, cell.text)
    options = chosen(text, line.choices)
    return Answer(options[0] if len(options) == 1 else text, cell.place, doubt)


def _text(line: Line, typed: str) -> str:
    lines = [_GAP.sub(" ", each).strip() for each in typed.split("\n")]
    written = [each for each in lines if not (_FILLER.fullmatch(each) or _is_hint(line, each))]
    if line.takes_lines:
        return "\n".join(written)
    return " ".join(written)


def _is_hint(line: Line, text: str) -> bool:
    return plain(text) in {plain(line.hint), plain(PICK)} - {""}


def _choice(line: Line, cell: Cell, doubt: str) -> Answer:
    found = ticked(cell.text, line.boxes)
    if len(found.codes) > 1:
        words = " và ".join(line.boxes[code] for code in found.codes)
        return Answer(words, cell.place, f"đánh dấu nhiều ô: {words}")
    if found.codes:
        beside = f"ghi thêm “{found.beside}”" if found.beside else ""
        return Answer(found.codes[0], cell.place, doubt or beside)
    if len(found.without_box) == 1:
        alone = len(found.present) == 1
        return Answer(found.without_box[0], cell.place, doubt or ("" if alone else "ô của mục này đã bị xóa"))
    is_sentence = found.without_box and found.beside  # “lần đầu hay nâng hạng” is one answer, not “hay”
    written = found.beside if found.present and not is_sentence else _text(line, cell.text)
    return Answer("" if _is_hint(line, written) else written, cell.place, doubt)
