"""Plain data are laid out as the library lays them out, letter by letter."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ocop_cli.programme.short_hash import short_hash
from ocop_cli.store.yaml import plain_writer
from ocop_cli.store.yaml.dump import _ready
from ocop_cli.store.yaml.plain_writer import Unusual, write_plain
from ocop_cli.store.yaml.source import parse
from ocop_cli.store.yaml.writer import write_all
from support.paths import EXAMPLES
from support.runs import runs

LETTERS = st.sampled_from(list("aBđộ19 -_.,:;#'\"[]{}&*!|>%@`~?/()=+\\0xeEacf\t\u00a0…–“”"))
TEXTS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=14),
    st.sampled_from(
        [
            "null",
            "No",
            "yes",
            "on",
            "2026-11-23",
            "08",
            "1e3",
            "0x1f",
            ".5",
            "- a",
            "a: b",
            "a #b",
            "x:",
            "<<",
            "=",
            "55eaefb57de798f6",
            "9234453c10938056",
            "12e3456789012345",
            "0b11010101010101",
            "26 - Dịch vụ",
            "14/16 người",
            "87,5%",
            "- Sở Y tế (b/c);",
            "Số:     /BC-UBND",
            "Nêu rõ: “a”",
            "a:b",
            "Kính gửi:",
            "2026-11-23 10:00:00",
            "12:30",
            "1 2",
            "08.50",
            "0.8.0",
            "26-2026",
            "51-23356-01-2026",
            "0000-VD; 10/3/2026",
            "2026-1 a",
            "1.329.000.000",
            "ocop/paper@1",
            "Xốp, ngày      tháng 11",
            "a:  b:   c",
            "– a",
            "+ 05 mẫu",
            "☐",
            "☒ Đạt",
            "☒Đạt",
            "☒ a: b",
            "☒ - a****",
            "Rất tốt****",
        ]
    ),
)
SCALARS = st.one_of(
    TEXTS,
    st.lists(TEXTS, min_size=2, max_size=3).map("\n".join),
    st.integers(-9, 10**9),
    st.decimals(0, 10**9, places=2),
    st.dates(date(1945, 1, 1), date(2100, 1, 1)),
)
DATA = st.recursive(
    st.dictionaries(TEXTS, SCALARS, min_size=1, max_size=4),
    lambda inner: st.dictionaries(
        TEXTS,
        st.one_of(inner, st.lists(st.one_of(SCALARS, inner), min_size=1, max_size=3)),
        min_size=1,
        max_size=3,
    ),
    max_leaves=6,
)


@given(DATA)
@settings(max_examples=runs(40, 20_000))
@example({"a": Decimal("1.50"), "b": Decimal("3")})
def test_plain_data_are_laid_out_as_by_the_library(data: dict[str, Any]) -> None:
    ready = _ready(data)
    try:
        written = write_plain(ready)
    except Unusual:
        assert "\\n" in json.dumps(ready, default=str)
    else:
        assert written == write_all(ready)


def test_no_fingerprint_needs_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_writer, "_quoted", pytest.fail)
    write_plain({"x": [short_hash(bytes([number, other])) for number in range(32) for other in range(64)]})


def test_blocks_and_what_is_empty_are_laid_out_as_by_the_library() -> None:
    ready = _ready({"a": "Phần A:\n40 Điểm (tối đa)", "b": [{"c": "d\ne: f"}, "g\nh", {}], "i": {}, "j": []})
    assert write_plain(ready) == write_all(ready)


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.yaml"))[:8], ids=lambda path: path.stem)
def test_files_of_ours_are_laid_out_as_by_the_library(path: Any) -> None:
    ready = _ready(parse(path.read_bytes(), path.name).data)
    try:
        assert write_plain(ready) == write_all(ready)
    except Unusual:
        assert "\n\n" not in write_all(ready)


@pytest.mark.parametrize(
    "data",
    [{}, {"a": [["b"]]}, {"a": [[]]}, {"a": "b\n\nc"}, {"a" * 120: "b"}, {"a": 1.5}, {3: "a"}],
)
def test_what_is_unusual_is_left_to_the_library(data: dict[str, Any]) -> None:
    with pytest.raises(Unusual):
        write_plain(data)
