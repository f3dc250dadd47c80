"""The product and its registration with the commune."""

from datetime import date, timedelta

from pydantic import Field

from ocop_cli.dossier.conclusions import Samples
from ocop_cli.dossier.vocabulary import RegistrationKind, RegistrationWord, Track, TrackWord
from ocop_cli.viet.fields import Day, Line, Prose, Record, YesNo
from ocop_cli.viet.name_fields import ProductName
from ocop_cli.viet.number_fields import SetNumber, Star, Year
from ocop_cli.viet.text_fields import Words

FIRST_SEASON = 2019
"""The year in which the programme began: an earlier one is a slip of the finger."""


class Product(Record):
    """What is registered (Mẫu 01; Mẫu 02, part I)."""

    name: ProductName = Field(
        title="Tên sản phẩm", description="Tên dùng trên phiếu đăng ký và giấy chứng nhận."
    )
    set: SetNumber | None = Field(
        None,
        ge=1,
        title="Bộ sản phẩm",
        description="Số thứ tự bộ tiêu chí, từ 1 đến 26; quyết định cách chấm.",
    )
    description: Prose | None = Field(None, title="Mô tả sản phẩm")
    specification: Line | None = Field(None, title="Quy cách", description="Ví dụ: chai thủy tinh 500 ml.")
    standard: Line | None = Field(None, title="Tiêu chuẩn", description="Tiêu chuẩn sản phẩm đang áp dụng.")
    public: YesNo | None = Field(
        None,
        title="Chủ thể đồng ý giới thiệu công khai",
        description="có: được lập trang, nhãn giới thiệu; không ghi là chưa đồng ý.",
    )


class RegistrationSlip(Record):
    """The registration slip as the commune received it (Mẫu 01, office part)."""

    number: Line | None = Field(None, title="Số phiếu", description="Số do xã ghi khi nhận phiếu.")
    received_on: Day | None = Field(
        None, title="Ngày nhận", description="Ngày xã nhận đủ hồ sơ; tính thời hạn."
    )
    received_by: Words | None = Field(None, title="Người tiếp nhận")


class EarlierRound(Record):
    """What a recognised product had registered before it registered anew, with what it had handed in."""

    track: TrackWord = Field(title="Diện tham gia")
    kind: RegistrationWord = Field(RegistrationKind.FIRST, title="Lần đăng ký")
    target_star: Star | None = Field(None, ge=1, le=5, title="Hạng sao mong muốn")
    slip: RegistrationSlip | None = Field(None, title="Phiếu đăng ký")
    samples: Samples | None = Field(None, title="Sản phẩm mẫu")


class EarlierYear(Record):
    """A year in which the product took part before: it was carried into the next, or a round ended there.

    From the day ``until`` on the next entry holds, after the last one the registration itself.
    """

    year: Year = Field(ge=FIRST_SEASON, title="Năm tham gia")
    until: Day = Field(title="Đến ngày", description="Ngày chuyển sang năm sau, hoặc ngày đăng ký lại.")
    round: EarlierRound | None = Field(
        None, title="Lần đăng ký đã xong", description="Bỏ trống khi chỉ chuyển sang năm sau."
    )


class Registration(Record):
    """How the product takes part in the programme this time."""

    track: TrackWord = Field(title="Diện tham gia", description="Mới, hiện có hoặc nâng hạng sao.")
    kind: RegistrationWord = Field(
        RegistrationKind.FIRST,
        title="Lần đăng ký",
        description="Lần đầu, nâng hạng hoặc phân hạng lại.",
    )
    year: Year = Field(ge=FIRST_SEASON, title="Năm tham gia")
    target_star: Star | None = Field(None, ge=1, le=5, title="Hạng sao mong muốn")
    slip: RegistrationSlip | None = Field(None, title="Phiếu đăng ký")
    earlier: tuple[EarlierYear, ...] = Field(
        (),
        title="Các năm đã tham gia",
        description="Năm trước đứng trước; do máy ghi khi chuyển năm, đăng ký lại.",
    )

    @property
    def years(self) -> tuple[int, ...]:
        """Every year of the programme in which the product took part, the first one first."""
        return (*(each.year for each in self.earlier), self.year)

    @property
    def rounds(self) -> dict[int, Track]:
        """The year in which each round was registered, with its track; the last is the round under way."""
        found, begins = dict[int, Track](), True
        for each in self.earlier:
            if begins:
                found[each.year] = self._round_at(each).track
            begins = each.round is not None
        if begins:
            found[self.year] = self.track
        return found

    def held_on(self, day: date) -> "Registration":
        """Return the registration as it was at the end of a day."""
        later = next((place for place, each in enumerate(self.earlier) if each.until > day), None)
        if later is None:
            return self
        then, held = self.earlier[later], self._round_at(self.earlier[later])
        kept = {name: getattr(held, name) for name in ("track", "kind", "target_star", "slip")}
        return self.model_copy(update={**kept, "year": then.year, "earlier": self.earlier[:later]})

    def year_of_act(self, day: date) -> int:
        """Return the year that an act of a day was for; on the day of a change that of the calendar, where it is one of both."""
        then = self.held_on(day).year
        return day.year if day.year == self.held_on(day - timedelta(1)).year else then

    def samples_on(self, day: date, now: Samples | None) -> Samples | None:
        """Return the samples of the round of a day; ``now`` are those of the round under way."""
        then = next((each for each in self.earlier if each.until > day and each.round), None)
        return then.round.samples if then and then.round else now

    def _round_at(self, wanted: EarlierYear) -> "EarlierRound | Registration":
        """Return the round that a year belongs to: the first that ends there or after it, else the one under way."""
        following = self.earlier[self.earlier.index(wanted) :]
        return next((each.round for each in following if each.round), self)
