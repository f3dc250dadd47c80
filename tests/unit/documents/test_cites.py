"""A place of the law is named from its smallest part up (Nghị định 30/2020, Phụ lục II, V.7)."""

import pytest

from ocop_cli.documents.cites import cited


@pytest.mark.parametrize(
    ("cite", "told"),
    [
        ("Quyết định số 26/2026/QĐ-TTg, Điều 6 khoản 2 điểm d", "điểm d khoản 2 Điều 6 Quyết định số 26/2026/QĐ-TTg"),
        ("Quyết định số 148/QĐ-TTg, Điều 8", "Điều 8 Quyết định số 148/QĐ-TTg"),
        ("Phụ lục II, bộ 20, tiêu chí 1.1", "tiêu chí 1.1 bộ 20 Phụ lục II"),
        ("Điều 6; Phụ lục III, Mẫu số 01", "Điều 6; Mẫu số 01 Phụ lục III"),
        ("Quyết định số 26/2026/QĐ-TTg", "Quyết định số 26/2026/QĐ-TTg"),
        ("–", "–"),
    ],
)  # fmt: skip
def test_the_smallest_part_comes_first(cite: str, told: str) -> None:
    assert cited(cite) == told
