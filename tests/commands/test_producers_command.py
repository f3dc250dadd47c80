"""``ocop producers``: each once, with products, stages, stars and what is not said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ocop = Callable[..., int]
Printed = Callable[[], Any]


def test_every_producer_is_listed_once_with_its_products(ocop: Ocop, printed: Printed) -> None:
    assert ocop("producers", "--json") == 0
    items = printed()["items"]
    assert len(items) == 12
    assert sum(len(item["dossiers"]) for item in items) == 13
    (shared,) = [item for item in items if item["id"]]
    assert (shared["id"], shared["labour"], shared["missing"]) == ("htx-ruong-cao", 18, [])
    assert [d["id"] for d in shared["dossiers"]] == ["gao-do", "mang-kho"]


def test_a_producer_without_a_product_is_listed_too(ocop: Ocop, workspace: Path, printed: Printed) -> None:
    record = "schema: ocop/producer@1\nname: Hộ Chưa Có Sản Phẩm\nkind: household\ntax_code: 012345678901\n"
    (workspace / "producers/ho-chua-co.yaml").write_text(record, encoding="utf-8")
    assert ocop("producers", "ho-chua-co", "--json") == 0
    (item,) = printed()["items"]
    assert item["dossiers"] == []
    assert item["tax_code"] == "*********901"
    assert item["missing"] == ["người đại diện", "địa chỉ cơ sở", "đăng ký kinh doanh", "lao động"]


def test_what_two_dossiers_say_differently_of_their_producer_is_told(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "dossiers/ot-rung.yaml"
    text = path.read_text(encoding="utf-8").replace("HTX Gia vị Núi Ví Dụ", "HTX  RƯỢU GHÈ Ví Dụ")
    path.write_text(text, encoding="utf-8")
    assert ocop("producers", "ruou ghe") == 0
    told = capsys.readouterr().out
    assert "các hồ sơ ghi khác nhau: tên chủ thể, người đại diện, địa chỉ cơ sở" in told
    assert "Rượu ghè Xốp (Đã gửi cấp tỉnh)" in told


@pytest.mark.parametrize(("wanted", "told"), [("xx", "Không có chủ thể"), ("htx", "khớp nhiều chủ thể")])
def test_a_producer_that_is_none_or_several_is_asked_again(
    ocop: Ocop, capsys: pytest.CaptureFixture[str], wanted: str, told: str
) -> None:
    assert ocop("producers", wanted) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "named", ["htx-ruong-cao", "HTX Nông nghiệp Ruộng Cao Ví Dụ", "htx nong nghiep ruong cao vi du"]
)
def test_a_second_product_of_a_producer_names_its_record(
    ocop: Ocop, workspace: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--name", "Nếp than", "--kind", "household", "--track", "new", "--set", "3")
    assert ocop("register", *words, "--producer", named) == 0
    assert "producers/htx-ruong-cao.yaml" in capsys.readouterr().out
    text = (workspace / "dossiers/nep-than.yaml").read_text(encoding="utf-8")
    assert "producer: htx-ruong-cao\n" in text
    assert ocop("check", "nep-than") == 0
