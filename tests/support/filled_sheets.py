"""Opinion sheets as units send them back: filled in, by a program that is not ours, the way people do it."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document

STANCES = {"nhất trí": 2, "đề nghị chỉnh sửa": 3, "không nhất trí": 4}
WORDS = 5
GENERAL = "Ý kiến chung về hồ sơ"


class FilledSheet:
    """A sheet on somebody's desk; cells are told by the dossier and the label of their row."""

    def __init__(self, content: bytes) -> None:
        self.word: Any = Document(io.BytesIO(content))
        self.table: Any = next(t for t in self.word.tables if len(t.columns) > WORDS)

    def cell(self, dossier: str, label: str, column: int) -> Any:
        """Return a cell; an empty label is the line of the product itself."""
        under = ""
        for row in self.table.rows:
            text = row.cells[1].text
            under = text.rpartition(", mã ")[2] if ", mã " in text else under
            if under == dossier and text == (label or text):
                return row.cells[column]
        raise AssertionError((dossier, label))

    def tick(self, dossier: str, label: str, stance: str, mark: str = "☒", words: str = "") -> "FilledSheet":
        """Put a mark into a box and words beside it."""
        self.cell(dossier, label, STANCES[stance]).paragraphs[0].runs[0].text = mark
        return self.say(dossier, label, words)

    def say(self, dossier: str, label: str, words: str) -> "FilledSheet":
        """Write words beside a content."""
        self.cell(dossier, label, WORDS).paragraphs[0].add_run(words)
        return self

    def line(self, begins: str) -> Any:
        """Return the paragraph outside the tables that begins with some words."""
        return next(p for p in self.word.paragraphs if p.text.startswith(begins))

    def close(self, words: str) -> "FilledSheet":
        """Write on the first dotted line under the table, before the tab that draws its dots."""
        self.line("\t").runs[0].text = f"{words}\t"
        return self

    def sign(self, day: str, *lines: str) -> "FilledSheet":
        """Write day and name over and under the place of the signature."""
        place = self.word.tables[-1].rows[0].cells[1]
        place.paragraphs[0].runs[0].text = f"Mẫu, {day}"
        for line in lines:
            place.add_paragraph(line)
        return self

    def without_words_column(self) -> "FilledSheet":
        """Take away what sheets before 0.9.0 did not have: codes, and a heading over words."""
        self.table.rows[0].cells[WORDS].paragraphs[0].clear()
        self.line("Mã cuộc họp").clear()
        for row in self.table.rows:
            for run in row.cells[1].paragraphs[0].runs:
                run.text = run.text.partition(", mã ")[0]
        return self

    def as_text(self) -> "FilledSheet":
        """Turn the table into lines with tabs, as people do who paste it elsewhere."""
        for row in self.table.rows:
            self.table._element.addprevious(self.word.add_paragraph("\t".join(c.text for c in row.cells))._p)
        self.table._element.getparent().remove(self.table._element)
        return self

    def changed(self, change: Callable[[Any], object]) -> "FilledSheet":
        """Let somebody do something else to the file."""
        change(self.word)
        return self

    def saved(self, path: Path) -> Path:
        """Save the sheet."""
        self.word.save(str(path))
        return path
