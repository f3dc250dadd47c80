"""Field types of names that papers print among words of their own: of persons, places and products."""

from typing import Annotated, NamedTuple

from ocop_cli.viet.believed import Believed, has_letters
from ocop_cli.viet.fields import Line
from ocop_cli.viet.names import OF_COMMITTEE, TITLES, split_kind
from ocop_cli.viet.text_fields import Words


class Alone(NamedTuple):
    """Marks a name that papers print among words of their own: its kind ``before`` it, the rest from ``ends_at`` on.

    A name that is typed with these words is printed with them twice, or with a title in the place of a name.
    """

    before: tuple[str, ...] = ()
    ends_at: str = ""

    def of(self, typed: str) -> str:
        """Return the name alone of what was typed."""
        name = split_kind(typed, self.before)[1]
        return name.partition(self.ends_at)[0].strip() if self.ends_at else name


PersonName = Annotated[
    Line, Alone(before=TITLES, ends_at=","), Believed(has_letters(2), "ghi họ và tên bằng chữ")
]
"""The name of a person; the title has a field of its own."""

CommuneName = Annotated[Words, Alone(before=("xã", "phường", "đặc khu"))]
"""The name of a commune without its kind."""

ProvinceName = Annotated[Words, Alone(before=("tỉnh", "thành phố"))]
"""The name of a province without its kind."""

DistrictName = Annotated[Words, Alone(before=("huyện", "thị xã", "thành phố"))]
"""The name of a former district without its kind."""

ProductName = Annotated[Words, Alone(before=("sản phẩm",))]
"""The name of a product; papers say “sản phẩm” before it."""

HeadTitle = Annotated[Words, Alone(ends_at=OF_COMMITTEE)]
"""The title of who signs for the People's Committee, whose name stands above it."""
