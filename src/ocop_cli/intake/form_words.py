"""The words of a form that are the same in Word, on a page and in a sheet."""

from collections.abc import Mapping

from ocop_cli.intake.filled import Filled
from ocop_cli.intake.labels import plain
from ocop_cli.intake.layout import Layout, Line

PICK = "Chọn trong danh sách của ô."
"""What stands beside an answer that is picked from a list."""
_ABOUT = "Sản phẩm:"
_BEGINNING = 30  # letters of the guidance that no version has changed
_SHORT = 80  # letters of options that a person reads at a glance


def pick_hint(line: Line) -> str:
    """Return what stands beside an answer that is picked: of few short options the number of each, which may be typed.

    It begins with the words of ``PICK``, by which a hint is told from an answer when the form comes back.
    """
    numbered = ", ".join(f"{number} {words}" for number, words in enumerate(line.choices.values(), 1))
    return f"{PICK[:-1]} hoặc ghi số: {numbered}." if 0 < len(numbered) <= _SHORT else PICK


def guidance(form: Filled, picking: str = "đánh dấu x vào ô chọn") -> str:
    """Return how to fill in a form and to whom it goes back; ``picking`` says how an option is chosen there."""
    tick = picking if any(line.boxes for line in form.layout.lines) else ""
    rows = "bảng thiếu dòng thì thêm dòng" if form.layout.tables else ""
    how = "; ".join(part for part in ("Ghi câu trả lời bên cạnh từng mục", tick, rows) if part)
    back = f" Gửi lại tệp này cho {form.sender}." if form.sender else " Gửi lại tệp này cho xã."
    return f"{how}; mục nào chưa có thì để trống, không sửa tên mục.{back}"


def is_own_text(form: Filled, text: str) -> bool:
    """Say whether a paragraph outside the tables is the form's own: title, product, guidance, a heading, a printed line."""
    above = (words for section in form.layout.sections for part in section.parts for words in part.above)
    own = (form.layout.title, *(section.title for section in form.layout.sections), *above)
    begins = (guidance(form)[:_BEGINNING], _ABOUT)
    return plain(text) in map(plain, own) or any(plain(text).startswith(plain(words)) for words in begins)


def about_line(form: Filled) -> str:
    """Return the line under the title that names the product."""
    return f"{_ABOUT} {form.about}"


def number_labels(layout: Layout) -> Mapping[str, str]:
    """Return the label of each question outside the tables as it is printed, by path.

    A form with the lines of a decision has the numbers of the decision, any other its own.
    """
    if layout.is_printed:
        return {line.path: line.printed or line.label for line in layout.lines}
    return {line.path: f"{number}. {line.label}" for number, line in enumerate(layout.lines, 1)}


def split_number(label: str) -> tuple[str, str]:
    """Return the number that a label is printed with, and its words.

    >>> split_number("3. Địa chỉ"), split_number("- Họ tên")
    (('3', 'Địa chỉ'), ('', '- Họ tên'))
    """
    number, dot, words = label.partition(". ")
    return (number, words) if dot and number.isdecimal() else ("", label)


def file_name(form: Filled, ending: str) -> str:
    """Return a name for the file of a form: plain ASCII and short, so that every phone and mail program keeps it."""
    return f"{'-'.join(part for part in (form.dossier, form.layout.id) if part)}.{ending}"
