"""The command table: every verb in one line, in the order of the official's day."""

from dataclasses import dataclass
from enum import StrEnum


class Panel(StrEnum):
    """The groups of the first help screen."""

    DAILY = "Hằng ngày"
    JUDGING = "Đánh giá"
    YEAR = "Cả năm"
    CHECKING = "Kiểm tra"
    OTHER = "Khác"


@dataclass(frozen=True, slots=True)
class Verb:
    """A command: its module and function under ``commands``, or a group of such."""

    name: str
    summary: str
    panel: Panel = Panel.OTHER
    target: str = ""
    verbs: tuple["Verb", ...] = ()

    @property
    def page(self) -> str:
        """The file of its page under ``commands/pages``."""
        return f"{self.name}.md"


TABLE: tuple[Verb, ...] = (
    Verb("explain", "Giải thích một mã phát hiện", Panel.CHECKING, "explain:explain"),
    Verb("undo", "Hoàn tác lệnh ghi gần nhất", Panel.OTHER, "undo:undo"),
)

DESK = Verb("desk", "Xem việc hôm nay", Panel.DAILY, "desk:desk")
"""What bare ``ocop`` runs."""
