"""What is typed for a telephone number: many numbers and words pass, what nobody can dial is doubted."""

import pytest

from ocop_cli.viet.phone import phone_doubt


@pytest.mark.parametrize(
    "text",
    [
        "0900000001",
        "0900 000 001",
        "0260.3862.123",
        "+84 900 000 001",
        "84900000001",
        "1900 1234",
        "02603862123",
    ],
)
def test_what_can_be_dialled_passes(text: str) -> None:
    assert phone_doubt(text) == ""
    assert phone_doubt(f"{text} (Zalo); 0900000002 gặp chị Mẫu") == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("abc", "10 hoặc 11"),
        ("912345678", "thiếu số 0 đầu?"),
        ("912 345 678", "thiếu số 0 đầu?"),
        ("09123", "10 hoặc 11"),
        ("0900000001; 12345", "10 hoặc 11"),
        ("0123456789012", "10 hoặc 11"),
    ],
)
def test_what_is_no_number_is_doubted(text: str, told: str) -> None:
    assert told in phone_doubt(text)
