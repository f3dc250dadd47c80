"""A summary comes back from the index as it went there."""

from datetime import date
from decimal import Decimal

from ocop_cli.dossier.producer import YearLabour
from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Track
from ocop_cli.reports.kept_summary import packed, unpacked
from ocop_cli.reports.summary import Recognition, Summary
from ocop_cli.workflow.certificate import Standing

DAY = date(2026, 11, 23)
BARE = Summary(
    "a", "Măng “khô”\n", "Hộ", None, Track.NEW, RegistrationKind.FIRST, (2026,), None, "", "idea", None, None, None, None,
    None, None, {}, (("idea", DAY),), "", "",
)  # fmt: skip
FULL = Summary(
    "b", "Gạo", "HTX", ProducerKind.COOPERATIVE, Track.EXISTING, RegistrationKind.RE_RANKING, (2025, 2026), 4, "Thực phẩm",
    "certified", 3, DAY, True, 10, 8, 6, {2024: Decimal("1.50"), 2025: Decimal("1E+9")}, (("idea", DAY), ("received", DAY)),
    "số 1", "thôn", Standing.IN_GRACE, DAY, (Recognition(DAY, 3, None, True), Recognition(DAY, None, 3, False)), True, False,
    True, "htx", YearLabour(year=2026, total=12, commune="9"), "GCN 1", (DAY,), (DAY, DAY), ((DAY, True), (DAY, False)),
)  # fmt: skip


def test_a_summary_comes_back_as_it_went() -> None:
    for row in (BARE, FULL):
        back = unpacked(packed(row))
        assert back == row
        assert list(map(type, back)) == list(map(type, row))
    assert repr(unpacked(packed(FULL))) == repr(FULL)
    assert all(
        value != default for value, default in zip(FULL[20:], Summary._field_defaults.values(), strict=True)
    )
