"""A question of a merge as people read it: which field, and what each copy says there."""

from pathlib import Path
from typing import Any

import pytest

from ocop_cli.merging.three_way import Conflict
from ocop_cli.usecases.merge.plan import CODE, SAME_ID, THE_FILE, Question
from ocop_cli.usecases.merge.words import Asked, asked

NAME = "dossiers/mang.yaml"


def asked_of(key: str, fields: tuple[Any, ...], *sides: Any, name: str = NAME) -> Asked:
    """Return the words for what ours and theirs say, and what was before; each a tuple of values."""
    ours, theirs, base = sides
    return asked(Path("nowhere"), Question(name, Conflict(key, fields, base, ours, theirs)), "may-hai")


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        ((("12 dòng",), (None,)), ("12 dòng", "tệp đã xóa")),
        (((None,), ("12 dòng",)), ("tệp đã xóa", "12 dòng")),
    ],
)
def test_a_file_that_one_side_deleted(sides: tuple[Any, Any], words: tuple[str, str]) -> None:
    found = asked_of(THE_FILE, ((),), *sides, (None,))
    assert found == Asked("mang: một bên sửa, một bên xóa tệp", *words, personal=False, is_plain=True)


def test_one_id_of_two_products() -> None:
    found = asked_of(SAME_ID, ((),), ("Măng khô",), ("Măng tươi",), (None,))
    assert found.title == "mang: một hay hai sản phẩm"
    assert found.ours == "hai sản phẩm: Măng tươi lấy mã hồ sơ mới"
    assert found.theirs == "một sản phẩm, gộp từng mục: máy này ghi Măng khô, may-hai ghi Măng tươi"
    assert (found.sides, found.is_plain) == (("hai sản phẩm", "một sản phẩm"), False)


def test_one_code_of_two_products() -> None:
    found = asked_of(f"{CODE} 01-02", ((),), ("mang",), ("mat-ong",), (None,))
    assert found.title == "mã số 01-02 của hai hồ sơ chưa gửi, hồ sơ nào giữ"
    assert (found.ours, found.theirs) == ("mang giữ mã", "mat-ong giữ mã")
    assert (found.sides, found.is_plain) == (("mang", "mat-ong"), False)


def test_a_value_is_quoted_and_one_of_several_fields_named() -> None:
    found = asked_of("k", (("product", "name"),), ("Măng khô",), (None,), ("Măng",))
    assert (found.ours, found.theirs, found.before) == ("“Măng khô”", "không có", "“Măng”")
    assert (found.sides, found.is_plain, found.personal) == (("máy này", "bên kia"), True, False)
    two = asked_of("k", (("labour", "total"), ("labour", "women")), ("5", "2"), ("6", "2"), ("4", "2"))
    assert two.title == "mang: Lao động, Tổng số lao động · Lao động, Lao động nữ"
    assert (two.ours, two.theirs) == ("Tổng số lao động “5”", "Tổng số lao động “6”")
    assert two.before == "Tổng số lao động “4”"


def test_of_many_values_five_are_said() -> None:
    many, more = ({f"k{n}": f"{n}{side}" for n in range(6)} for side in "ab")
    fewer, other = ({f"k{n}": f"{n}{side}" for n in range(5)} for side in "ab")
    assert asked_of("k", ((),), (many,), (more,), (None,), name="x.yaml").ours.endswith("“4a”; …")
    assert asked_of("k", ((),), (fewer,), (other,), (None,), name="x.yaml").ours.endswith("“4a”")


def test_of_a_history_the_moves_are_said_that_the_other_does_not_have() -> None:
    first = {"stage": "idea", "on": "2026-11-01"}
    ours = [first, {"stage": "received", "on": "2026-11-20", "by": "Y Mẫu"}]
    theirs = [first, {"stage": "preparing", "on": "2026-11-21", "kind": "return"}]
    found = asked_of("k", (("history",), ("evaluations",)), (ours, [1]), (theirs, None), ([first], None))
    assert found.title == "mang: Quá trình"
    assert found.ours == "“Xã đã nhận đủ hồ sơ” ngày 20/11/2026, Y Mẫu"
    assert found.theirs == "“Đang hoàn thiện hồ sơ” (trả lại) ngày 21/11/2026"
    assert found.before == "không có"


def test_what_is_private_is_personal() -> None:
    found = asked_of("k", (("phone",),), ("1",), ("2",), ("3",), name="private/mang.yaml")
    assert found.personal
