"""What a command is: its name, its words, its function and its help page."""

from enum import StrEnum
from typing import NamedTuple


class HelpSection(StrEnum):
    """The groups of the first help screen."""

    DAILY = "Hằng ngày"
    JUDGING = "Đánh giá"
    PAPERS = "Văn bản"
    YEAR = "Cả năm"
    CHECKING = "Kiểm tra"
    OTHER = "Khác"


class Verb(NamedTuple):
    """A command: its module and function under ``commands``, or a group of such.

    A verb that ``writes`` holds the workspace from reading to writing, so that no edit of another is lost.
    Verbs with the same ``shared_line`` stand together on the first screen, so that it fits a screen.
    ``usual`` names the verb of a group that is meant where the next word names none: ``ocop inspect mang-kho``.
    """

    name: str
    summary: str
    panel: HelpSection = HelpSection.OTHER
    target: str = ""
    verbs: tuple["Verb", ...] = ()
    writes: bool = False
    page_name: str = ""
    shared_line: str = ""
    usual: str = ""

    @property
    def page(self) -> str:
        """The file of its page under ``commands/pages``; a verb of a group names its own."""
        return f"{self.page_name or self.name}.md"


def of_group(group: str, *verbs: Verb) -> tuple[Verb, ...]:
    """Return the verbs of a group, each with a page that names both: ``meeting-hold.md``."""
    return tuple(verb._replace(page_name=f"{group}-{verb.name}") for verb in verbs)
