"""``ocop fill`` asks what ``ocop next`` misses; nothing that was typed is lost, whatever is answered on the way."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.dossier.field_names import field_named, fields_within
from ocop_cli.store.built_in.packaged import load_cycle, load_field_map, load_settings
from ocop_cli.store.dossier.dossiers import load_dossier, load_private
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.commune_settings import COMMUNE

Answer = Callable[..., int]
Ocop = Callable[..., int]


def bare(workspace: Path, dossier_id: str, *gone: str) -> None:
    """Take the lines of some fields out of a dossier."""
    path = workspace / f"dossiers/{dossier_id}.yaml"
    text = path.read_text(encoding="utf-8")
    for part in gone:
        text = re.sub(rf"^{part}:\n(?:[ ].*\n)+", "", text, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")


def test_it_asks_for_what_next_misses_and_then_nothing_is_missing(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    bare(workspace, "sam-day", "labour")
    (workspace / "private/sam-day.yaml").write_text("schema: ocop/private@1\n", encoding="utf-8")
    assert run(["next", "sam-day"]) == 0
    assert "số lao động" in capsys.readouterr().out
    answers = ("Nữ", "Xơ Đăng", "Thôn Một", "mười", "24 người", "18", "lùi", "19", "", "", "", "", "lao-dong")
    assert answer(["fill", "sam-day"], *answers) == 0
    assert "đã nhập “mười”" in capsys.readouterr().err
    dossier = load_dossier(Sources(workspace), "sam-day").dossier
    assert dossier.labour is not None
    assert (dossier.labour.total, dossier.labour.commune) == (24, 19)
    assert load_private(Sources(workspace), "sam-day").permanent_address == "Thôn Một"


def test_what_was_answered_is_kept_when_it_is_left(workspace: Path, answer: Answer) -> None:
    before = (workspace / "dossiers/sam-day.yaml").read_bytes()
    assert answer(["fill", "sam-day", "lao động"], "30", "20", "dừng") == 130
    assert (workspace / "dossiers/sam-day.yaml").read_bytes() == before
    assert answer(["fill", "sam-day", "lao động"], "có", "", "", "", "", "", "", "") == 0
    dossier = load_dossier(Sources(workspace), "sam-day").dossier
    assert dossier.labour is not None
    assert (dossier.labour.total, dossier.labour.commune, dossier.labour.women) == (30, 20, 15)


def test_rows_are_asked_one_by_one_until_none_is_named(workspace: Path, answer: Answer) -> None:
    keep = [""] * 18
    answers = (*keep, "Đường", "5", "tỉnh khác", "", "", "", "Muối", "1", "xã", "", "", "", "")
    assert answer(["fill", "sam-day", "nguyên liệu"], *answers) == 0
    dossier = load_dossier(Sources(workspace), "sam-day").dossier
    assert [(m.name, m.origin.value) for m in dossier.materials[3:]] == [
        ("Đường", "elsewhere"),
        ("Muối", "commune"),
    ]


@pytest.mark.parametrize("nothing", ["", "chưa có", "Chưa Có"])
def test_an_answer_that_says_nothing_changes_nothing(workspace: Path, answer: Answer, nothing: str) -> None:
    before = (workspace / "dossiers/sam-day.yaml").read_bytes()
    assert answer(["fill", "sam-day", "lao động"], *[nothing] * 10) == 0
    assert (workspace / "dossiers/sam-day.yaml").read_bytes() == before


def test_a_name_with_its_title_answers_both_questions(workspace: Path, answer: Answer) -> None:
    assert answer(["fill", "sam-day", "đại diện", "chức vụ"], "Y Sâm, phó giám đốc") == 0
    person = load_dossier(Sources(workspace), "sam-day").dossier.producer.representative
    assert person is not None
    assert (person.name, person.title) == ("Y Sâm", "Phó giám đốc")


def test_without_a_terminal_it_lists_what_it_would_ask(ocop: Ocop, printed: Callable[[], Any]) -> None:
    assert ocop("fill", "sam-day", "lao động", "--json") == 0
    assert printed()["rows"][0] == ["Tổng số lao động", "lao động", "24"]
    assert ocop("fill", "sam-day", "sao chép") == 2


def test_every_need_of_the_cycle_that_is_a_fact_is_a_field_of_the_map() -> None:
    at = {need.at for need in load_cycle().needs.values() if need.at}
    assert at
    assert [path for path in at if not fields_within(load_field_map(), path)] == []


CURES = sorted(Path(__file__).parent.parent.glob("broken/*/expected.txt"))


def is_known(name: str, *, of_commune: bool) -> bool:
    named = load_settings().named(name, 2026) if of_commune else field_named(load_field_map(), name).field
    return named is not None


@pytest.mark.parametrize("path", CURES, ids=lambda path: path.parent.name)
def test_no_cure_makes_people_write_keys(path: Path) -> None:
    """What to do is said in Vietnamese names; a command that states a fact names a field of the map, or a setting."""
    cures = re.findall(r"Sửa: +(.*)", path.read_text(encoding="utf-8"))
    for cure in cures:
        for whose, stated in re.findall(r"`ocop set (\S+) ([^`]*)`", cure):
            names = re.findall(r'"([^"=]+)=', stated)
            assert names
            assert [name for name in names if not is_known(name, of_commune=whose == COMMUNE)] == []
    written = [cure for cure in cures if re.search(r"\bghi (mục )?[a-z]+[._][a-z_]+|\bghi [a-z_]+: ", cure)]
    assert written == []


def test_personal_answers_are_not_kept_when_it_is_left_and_asked_again(
    workspace: Path, answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "private/sam-day.yaml").write_text("schema: ocop/private@1\n", encoding="utf-8")
    words = ["fill", "sam-day", "người đại diện (dữ liệu cá nhân)", "lao động"]
    personal = ("Nữ", "Xơ Đăng", "Thôn Kín", "0900000011", "kin@vidu.example")
    assert answer(words, *personal, "30", "20", "dừng") == 130
    left = b"".join(path.read_bytes() for path in (workspace / ".ocop/interviews").iterdir()).decode()
    assert "30" in left
    assert [one for one in personal if one in left or json.dumps(one)[1:-1] in left] == []
    capsys.readouterr()
    again = ("", "", "Thôn Mới", "", "")
    assert answer(words, "có", *again, "", "", "", "", "", "", "") == 0
    assert "Dữ liệu cá nhân không lưu lại khi dừng" in capsys.readouterr().err
    assert load_private(Sources(workspace), "sam-day").permanent_address == "Thôn Mới"
    dossier = load_dossier(Sources(workspace), "sam-day").dossier
    assert dossier.labour is not None
    assert (dossier.labour.total, dossier.labour.commune) == (30, 20)
    assert not [*(workspace / ".ocop/interviews").iterdir()]


def test_what_the_next_step_lacks_is_marked_in_the_list_of_all_fields(
    workspace: Path, answer: Answer, printed: Callable[[], Any]
) -> None:
    bare(workspace, "sam-day", "labour")
    assert run(["fill", "sam-day", "--json", "--no-input"]) == 0
    asked = {row[0] for row in printed()["rows"]}
    assert run(["set", "sam-day", "--json"]) == 0
    marked = {row[0] for row in printed()["rows"] if row[2].endswith("(cần ghi)")}
    assert asked
    assert marked == asked
