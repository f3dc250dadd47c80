"""However a ruling line was drawn, its length is known."""

import pytest

from ocop_cli.lint.report import report_violations
from ocop_cli.viet.widths import printed_width
from support.word import kinds
from support.word.broken import STANDARD
from support.word.document import WordDocument
from support.word.paragraph import Para

MOTTO = printed_width("Độc lập - Tự do - Hạnh phúc", 14, bold=True)  # twips
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def drawn(length: float) -> str:
    """A line from Insert > Shapes, with the fallback for old programs that Word and WPS write beside it."""
    shape = (
        f'<w:drawing><wp:anchor {_WP}><wp:extent cx="{round(length * 635)}" cy="0"/></wp:anchor></w:drawing>'
    )
    return f"<w:p><w:r><mc:AlternateContent {_MC}><mc:Choice>{shape}</mc:Choice><mc:Fallback>{vml_shape(length)}</mc:Fallback></mc:AlternateContent></w:r></w:p>"


def vml_shape(length: float) -> str:
    return f'<w:pict><v:line {_V} from="10pt,2pt" to="{10 + length / 20}pt,2pt"/></w:pict>'


def vml(length: float) -> str:
    return f"<w:p><w:r>{vml_shape(length)}</w:r></w:p>"


def underscores(length: float) -> str:
    """The way of the decree's own files: raised underscores."""
    count = round(length / (14 * 20 * 0.5 * 0.65))
    return Para("_" * count, align="center", run_extra='<w:vertAlign w:val="superscript"/>').xml()


def edge(length: float) -> str:
    margin = round((5669 - length) / 2)
    return Para("", size=2, ruled=True, left=margin, right=margin).xml()


class Drawn(WordDocument):
    """A report whose line under Tiêu ngữ is drawn in its own way."""

    line: str = ""

    def _motto_line(self) -> str:
        return self.line


def rules(line: str) -> set[str]:
    paper = Drawn()
    paper.line = line
    return {violation.rule for violation in report_violations(paper.build(), STANDARD).violations}


WAYS = {"drawing": drawn, "vml": vml, "underscores": underscores, "edge": edge}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("share", "broken"), [(1.0, False), (0.8, True), (1.2, True)])
def test_the_line_under_the_motto_is_as_long_as_the_motto(way: str, share: float, broken: bool) -> None:
    assert rules(WAYS[way](MOTTO * share)) == ({"HD-07"} if broken else set())


def test_a_missing_line_and_a_second_paragraph_are_told_apart() -> None:
    assert rules("") == {"HD-07"}
    assert rules(Para("chữ khác").xml()) == {"HD-07"}


def test_an_underlined_motto_is_no_line() -> None:
    paper = Drawn()
    paper.motto = paper.motto.but(underline=True)
    assert {violation.rule for violation in report_violations(paper.build(), STANDARD).violations} == {
        "HD-07",
        "HD-08",
    }


def test_quoc_hieu_that_wraps_in_its_cell_is_told() -> None:
    """Its letters with marks are wider than the middle of the alphabet: 92 mm fit, 95.7 mm are needed."""
    paper = kinds.report()
    paper.grid = (9071 - 5300, 5300)
    assert "HD-04" in {each.rule for each in report_violations(paper.build(), STANDARD).violations}
    paper.grid = (9071 - 5450, 5450)
    assert "HD-04" not in {each.rule for each in report_violations(paper.build(), STANDARD).violations}
