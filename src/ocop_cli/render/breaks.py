r"""Breaks inside values become those of Word, with the look of the run they stand in, as docxtpl has it.

A tab is ``\t``, a new line ``\n``, a new paragraph ``\a``, a new page ``\f``.
"""

import re

_BREAK = re.compile(r"[\t\n\a\f]")
_PARAGRAPH = "<w:p>", "<w:p "
_RUN = re.compile(r"<w:r(?: [^>]*)?>.*?</w:r>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>.*?</w:t>", re.DOTALL)
_LOOK = re.compile(r"<w:rPr>.*?</w:rPr>")
_LAYOUT = re.compile(r"<w:pPr>.*?</w:pPr>")
_BEGIN, _END = '<w:t xml:space="preserve">', "</w:t>"


def with_breaks(text: str) -> str:
    """Return the XML of a part with the breaks in its texts as Word has them."""
    done, rest = [], text
    while found := _BREAK.search(rest):
        begin, end = _paragraph_around(rest, found.start())
        done += [rest[:begin], _broken_up(rest[begin:end])]
        rest = rest[end:]
    return "".join([*done, rest])


def _paragraph_around(text: str, position: int) -> tuple[int, int]:
    """Return where the paragraph around a position begins and ends; all of the text when there is none."""
    begin = max(0, *(text.rfind(tag, 0, position) for tag in _PARAGRAPH))
    end = text.find("</w:p>", position)
    return begin, len(text) if end < 0 else end + len("</w:p>")


def _broken_up(paragraph: str) -> str:
    layout = _first(_LAYOUT, paragraph)
    return _RUN.sub(lambda run: _broken_run(run[0], layout), paragraph)


def _broken_run(run: str, layout: str) -> str:
    """Break the texts of a run: what follows a break goes on in a run, or a paragraph, that looks the same."""
    look = _first(_LOOK, run)
    next_run = f"<w:r>{look}{_BEGIN}"
    next_paragraph = f"<w:p>{layout}{next_run}"
    breaks = {
        "\t": f"{_END}</w:r><w:r>{look}<w:tab/></w:r>{next_run}",
        "\n": f"{_END}<w:br/>{_BEGIN}",
        "\a": f"{_END}</w:r></w:p>{next_paragraph}",
        "\f": f'{_END}</w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p>{next_paragraph}',
    }
    return _TEXT.sub(lambda found: _BREAK.sub(lambda each: breaks[each[0]], found[0]), run)


def _first(wanted: re.Pattern[str], text: str) -> str:
    found = wanted.search(text)
    return found[0] if found else ""
