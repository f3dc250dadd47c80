"""A step comes back from the index as it went there."""

from datetime import date

from ocop_cli.workflow.deadline import Deadline, NotCounted
from ocop_cli.workflow.kept_step import packed, unpacked
from ocop_cli.workflow.limit import Limit
from ocop_cli.workflow.step import NextStep

DAY = date(2026, 11, 23)
OFF = (NotCounted(DAY, "thứ Bảy"), NotCounted(DAY, "nghỉ bù", "thông báo"))
BARE = NextStep("a", "A", "idea", "Ý tưởng", "xã", "lập hồ sơ", "ocop", (), (), waiting=False, closed=True)
FULL = NextStep(
    "b", "B", "filed", "Đã nhận", "xã", "đánh giá", "ocop evaluate b", ("thiếu",),
    (Limit("hạn", Deadline(DAY, OFF), "Điều 6", DAY, "15 ngày"), Limit("năm sau", Deadline(None, (), 2027))),
    waiting=True, closed=False, promises_open=2, days_left=-3, notes=("một", "hai"), asks=("product.name",),
)  # fmt: skip


def test_a_step_comes_back_as_it_went() -> None:
    for step in (BARE, FULL):
        assert unpacked(packed(step)) == step
    assert all(value != default for value, default in zip(FULL[-4:], (0, None, (), ()), strict=True))
