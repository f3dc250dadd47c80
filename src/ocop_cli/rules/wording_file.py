"""The commune's file with a decision's own words for its levels: ``rules/<decision>/wording.yaml``."""

from pydantic import Field

from ocop_cli.viet.fields import Day, Line, Prose, Record

NAME = "wording.yaml"


class TakenFrom(Record):
    """The text of the decision that the words were taken out of; ``sha256`` of the file as it was then."""

    file: Line = Field(title="Tệp văn bản quyết định")
    sha256: Line = Field(title="Mã kiểm của tệp")
    taken_on: Day = Field(title="Ngày lấy lời văn")


class Wording(Record):
    """The words, by number of the product set, id of the criterion and id of the level."""

    text: TakenFrom = Field(title="Lấy từ văn bản")
    sets: dict[int, dict[str, dict[str, Prose]]] = Field(default={}, title="Lời văn theo bộ sản phẩm")


class WordingFile(Record):
    """The file: what it holds is laid over the decision as ``wording``."""

    wording: Wording = Field(title="Nguyên văn các mức của quyết định")
