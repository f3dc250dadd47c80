"""Tax codes: what is taken, what is doubted, what is refused."""

import pytest

from ocop_cli.viet.tax_code import has_right_check_digit, is_personal, parse_tax_code, shown_tax_code


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0123456787", "0123456787"),
        ("0123456787-001", "0123456787-001"),
        ("0123456787001", "0123456787-001"),
        ("012 345 678 901", "012345678901"),
    ],
)
def test_a_tax_code_keeps_every_zero(typed: str, kept: str) -> None:
    assert parse_tax_code(typed) == kept
    assert has_right_check_digit(kept)


def test_a_wrong_check_digit_is_doubted() -> None:
    assert not has_right_check_digit("0123456788")
    assert not has_right_check_digit("0123456788-001")
    assert [d for d in range(10) if has_right_check_digit(f"012345678{d}")] == [7]


def test_only_twelve_digits_are_personal() -> None:
    assert is_personal("012345678901")
    assert not is_personal("0123456787")
    assert not is_personal("0123456787-001")
    assert [shown_tax_code(c) for c in ("012345678901", "0123456787")] == ["*********901", "0123456787"]


@pytest.mark.parametrize("typed", ["123456787", "12345678901"])
def test_a_lost_zero_is_asked_for(typed: str) -> None:
    with pytest.raises(ValueError, match="thiếu số 0 đầu"):
        parse_tax_code(typed)


@pytest.mark.parametrize("typed", ["01234567", "01234567870011", "MST", "0123456787-01", "٠١٢٣٤٥٦٧٨٧"])
def test_anything_else_is_refused_without_a_guess(typed: str) -> None:
    with pytest.raises(ValueError, match="10, 12 hoặc 13 chữ số") as refused:
        parse_tax_code(typed)
    assert "thiếu số 0" not in str(refused.value)
