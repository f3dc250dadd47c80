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
    words = ("--name", "Nếp than", "--track", "new", "--set", "3")
    assert ocop("register", *words, "--producer", named) == 0
    assert "producers/htx-ruong-cao.yaml" in capsys.readouterr().out
    text = (workspace / "dossiers/nep-than.yaml").read_text(encoding="utf-8")
    assert "producer: htx-ruong-cao\n" in text
    assert (workspace / "programme/seals/dossiers/nep-than.yaml").is_file()
    assert ocop("check", "nep-than") == 0


SAID = {"kind": "cooperative", "representative": "Y Cao Mẫu, Giám đốc", "village": "Thôn 1"}
"""What the record of the test below says, by option."""


@pytest.mark.parametrize(
    ("option", "typed", "told"),
    [
        (
            "kind",
            "household",
            "--kind “Hộ sản xuất, hộ gia đình có đăng ký kinh doanh” (tệp ghi “Hợp tác xã”)",
        ),
        ("representative", "Y Khác", "--representative “Y Khác” (tệp ghi “Y Cao Mẫu, Giám đốc”)"),
        ("representative", "Y Cao Mẫu, Chủ hộ", "(tệp ghi “Y Cao Mẫu, Giám đốc”)"),
        ("village", "Thôn 9", "--village “Thôn 9” (tệp ghi “Thôn 1”)"),
    ],
)
def test_facts_that_the_record_of_the_producer_contradicts_are_refused_with_both_values(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str], option: str, typed: str, told: str
) -> None:
    (workspace / "producers/to-mau.yaml").write_text(RECORD, encoding="utf-8")
    words = ("--name", "Nếp than", "--track", "new", "--set", "3", "--producer", "to-mau", "-y")
    before = sorted(path.name for path in workspace.rglob("*") if ".ocop" not in path.parts)
    assert ocop("register", *words, f"--{option}", typed) == 2
    assert told in capsys.readouterr().err
    assert sorted(path.name for path in workspace.rglob("*") if ".ocop" not in path.parts) == before
    agreeing = [word for name, value in SAID.items() for word in (f"--{name}", value)]
    assert ocop("register", *words, *agreeing) == 0


def test_a_fact_that_the_record_does_not_hold_is_not_dropped(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "producers/to-mau.yaml").write_text("name: Tổ Mẫu\n", encoding="utf-8")
    words = ("--name", "Nếp than", "--track", "new", "--set", "3", "--producer", "to-mau")
    assert ocop("register", *words, "--village", "Thôn 9") == 2
    assert "--village “Thôn 9” (tệp chưa ghi)" in capsys.readouterr().err


def test_no_json_shows_a_tax_code_that_may_be_the_number_of_a_citizen(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither of the producer nor of what an act has kept of it."""
    (workspace / "producers/to-mau.yaml").write_text(RECORD, encoding="utf-8")
    path = workspace / "dossiers/gao-do.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("\nproducer:"), text.index("\nregistration:")
    kept = "    producer: {name: Tổ Mẫu, tax_code: '001234567890'}\n"
    text = f"{text[:start]}\nproducer: to-mau\n{text[end:]}"
    path.write_text(
        text.replace("\nhistory:\n  - stage: idea\n", f"\nhistory:\n  - stage: idea\n{kept}"),
        encoding="utf-8",
    )
    for words in (("show", "gao-do"), ("producers", "to-mau")):
        assert ocop(*words, "--json") == 0
        shown = capsys.readouterr().out
        assert "*********890" in shown
        assert "001234567890" not in shown


RECORD = """\
name: Tổ Mẫu
kind: cooperative
representative: {name: Y Cao Mẫu, title: Giám đốc}
village: Thôn 1
tax_code: '001234567890'
"""
