"""The words of a form that are the same in Word, on a page and in a sheet."""

from collections.abc import Mapping

from ocop_cli.intake.filled import Filled
from ocop_cli.intake.layout import Layout, Line

PICK = "Chọn trong danh sách của ô."
"""What stands beside an answer that is picked from a list."""
_SHORT = 80  # letters of options that a person reads at a glance


def pick_hint(line: Line) -> str:
    """Return what stands beside an answer that is picked: of few short options the number of each, which may be typed.

    It begins with the words of ``PICK``, by which a hint is told from an answer when the form comes back.
    """
    numbered = ", ".join(f"{number} {words}" for number, words in enumerate(line.choices.values(), 1))
    return f"{PICK[:-1]} hoặc ghi số: {numbered}." if len(numbered) <= _SHORT else PICK


def guidance(form: Filled) -> str:
    """Return how to fill in a form and to whom it goes back."""
    tick = "đánh dấu x vào ô chọn" if any(line.boxes for line in form.layout.lines) else ""
    rows = "bảng thiếu dòng thì thêm dòng" if form.layout.tables else ""
    how = "; ".join(part for part in ("Ghi câu trả lời bên cạnh từng mục", tick, rows) if part)
    back = f" Gửi lại tệp này cho {form.sender}." if form.sender else " Gửi lại tệp này cho xã."
    return f"{how}; mục nào chưa có thì để trống, không sửa tên mục.{back}"


def number_labels(layout: Layout) -> Mapping[str, str]:
    """Return the label of each question outside the tables with its number, by path."""
    return {line.path: f"{number}. {line.label}" for number, line in enumerate(layout.lines, 1)}


def file_name(form: Filled, ending: str) -> str:
    """Return a name for the file of a form: plain ASCII and short, so that every phone and mail program keeps it."""
    return f"{'-'.join(part for part in (form.dossier, form.layout.id) if part)}.{ending}"
