"""What shows beside other dossiers is found through an index: the same pairs, few comparisons, one finding each."""

import random
from collections import Counter
from difflib import SequenceMatcher
from typing import Any

import pytest

from ocop_cli.checks import comparisons
from ocop_cli.checks.comparisons import check_lessons, check_same_product, check_story
from ocop_cli.checks.dossier_index import DossierIndex, IndexedDossier, indexed
from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import Severity
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.viet.text import fold

ONSETS = ["b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"]  # fmt: skip
RIMES = ["a", "á", "ai", "ay", "anh", "ăn", "âu", "ê", "en", "ích", "o", "ôi", "ơn", "ong", "ông", "ua", "ủ", "ui", "ươi", "ương", "ưu", "yên", "iêng", "oan", "uất"]  # fmt: skip
SYLLABLES = [onset + rime for onset in ONSETS for rime in RIMES]


def dossier(
    number: int, story: str = "", *, name: str = "", producer: str = "", **parts: Any
) -> IndexedDossier:
    history = parts.pop("history", [{"stage": parts.pop("stage", "received"), "on": "2026-01-01"}])
    record = Dossier.model_validate(
        {
            "product": {"name": name or f"Sản phẩm {number}", "set": parts.pop("set", 14)},
            "producer": {"name": producer or f"Hộ {number}"},
            "registration": {"track": "new", "year": parts.pop("year", 2026)},
            "identity": {"story": story} if story else None,
            "history": history,
        }
    )
    return indexed(f"dossiers/sp-{number:04}.yaml", record, load_cycle().stages, lambda place: place)


def story(chance: random.Random, words: int) -> str:
    text = " ".join(chance.choice(SYLLABLES) for _ in range(words))
    return f"{text.capitalize()}."


def copied(text: str, chance: random.Random) -> str:
    """A copy as people make it: a word changed or added here and there, or the marks left out."""
    words = text.split()
    for _ in range(max(1, len(words) // 20)):
        words[chance.randrange(len(words))] = chance.choice(SYLLABLES)
    words += ["của", "xã"] if chance.random() < 0.5 and len(words) > 40 else []
    changed = " ".join(words)
    return chance.choice([changed, fold(changed), changed.upper(), changed.replace(" ", "\n", 3)])


def workspace(size: int, seed: int = 2026) -> list[IndexedDossier]:
    """Dossiers with stories of their own, a tenth of them copied from another one."""
    chance = random.Random(seed)
    stories = [story(chance, chance.randint(12, 60)) for _ in range(size)]
    for twin in range(0, size, 10):
        stories[twin] = copied(stories[twin + 1], chance)
    return [dossier(number, text) for number, text in enumerate(stories)]


def alike(one: IndexedDossier, other: IndexedDossier) -> bool:
    matcher = SequenceMatcher(None, fold(one.story), fold(other.story), autojunk=False)
    return matcher.quick_ratio() >= 0.9 and matcher.ratio() >= 0.9


def test_every_pair_that_a_comparison_of_all_finds_is_found() -> None:
    dossiers = workspace(200)
    index = DossierIndex(dossiers)
    expected = {(a.name, b.name) for a in dossiers for b in dossiers if a is not b and alike(a, b)}
    found = {(d.name, place.file) for d in dossiers for f in check_story(d, index) for place in f.related}
    assert len(expected) >= 20
    assert found == expected


def test_comparisons_per_dossier_do_not_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    def counted(one: str, other: str) -> bool:
        nonlocal calls
        calls += 1
        return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.9

    monkeypatch.setattr(comparisons, "_alike", counted)
    per_dossier = {}
    for size in (50, 200):
        calls, dossiers = 0, workspace(size)
        index = DossierIndex(dossiers)
        assert sum(len(list(check_story(d, index))) for d in dossiers) >= size / 10
        per_dossier[size] = calls / size
    assert per_dossier[200] <= per_dossier[50] * 1.1
    assert per_dossier[200] < 1


def test_a_story_that_many_copied_is_told_once_per_dossier() -> None:
    chance = random.Random(1)
    text = story(chance, 40)
    dossiers = [dossier(number, copied(text, chance)) for number in range(50)]
    index = DossierIndex(dossiers)
    (found,) = check_story(dossiers[7], index)
    assert found.message == (
        "Câu chuyện sản phẩm gần như giống hệt của Sản phẩm 0, Sản phẩm 1, Sản phẩm 2 và các sản phẩm khác"
    )
    assert [place.file[-7:-5] for place in found.related] == ["00", "01", "02"]
    assert [len(list(check_story(d, index))) for d in dossiers] == [1] * 50


@pytest.mark.parametrize(
    ("others", "names"),
    [(1, "Sản phẩm 1"), (2, "Sản phẩm 1 và Sản phẩm 2"), (3, "Sản phẩm 1, Sản phẩm 2 và Sản phẩm 3")],
)
def test_the_others_are_named(others: int, names: str) -> None:
    text = story(random.Random(3), 20)
    dossiers = [dossier(number, text) for number in range(others + 1)]
    (found,) = check_story(dossiers[0], DossierIndex(dossiers))
    assert found.message.endswith(f"giống hệt của {names}")


@pytest.mark.parametrize("text", ["Ao ổi.", "Chưa có câu chuyện", "Ngày xưa bản nấu rượu.", "2024", "–"])
def test_short_stories_are_compared_as_well(text: str) -> None:
    dossiers = [dossier(0, text), dossier(1, text.upper()), dossier(2, f"Khác hẳn, {text} mà")]
    assert [len(list(check_story(d, DossierIndex(dossiers)))) for d in dossiers] == [1, 1, 0]


def test_a_dossier_without_a_story_copies_none() -> None:
    dossiers = [dossier(0), dossier(1)]
    assert list(check_story(dossiers[0], DossierIndex(dossiers))) == []


def codes(dossiers: list[IndexedDossier], number: int) -> list[tuple[Severity, int]]:
    found = check_same_product(dossiers[number], DossierIndex(dossiers))
    return [(f.severity, len(f.related)) for f in found]


def test_a_product_that_is_entered_again_is_told_once() -> None:
    same = [dossier(n, name=name, producer="HTX Mẫu") for n, name in enumerate(["Mật ong"] * 6 + ["MẬT ONG"])]
    assert codes(same, 0) == [(Severity.WARNING, 3)]
    assert codes(same, 6) == [(Severity.WARNING, 3)]


def test_names_that_differ_in_marks_only_are_a_hint() -> None:
    two = [dossier(0, name="Mắm cá", producer="HTX Mẫu"), dossier(1, name="Mâm cá", producer="HTX Mẫu")]
    (found,) = check_same_product(two[0], DossierIndex(two))
    assert found.severity is Severity.HINT
    assert found.message == "Mắm cá của HTX Mẫu chỉ khác dấu với Mâm cá của HTX Mẫu"
    assert codes([*two, dossier(2, name="Mắm cá", producer="HTX Mẫu")], 0) == [(Severity.WARNING, 1)]


@pytest.mark.parametrize(
    "other", [{"year": 2025}, {"producer": "HTX Khác"}, {"stage": "withdrawn"}, {"stage": "not_selected"}]
)
def test_another_year_another_producer_or_an_ended_dossier_is_no_second_entry(other: dict[str, Any]) -> None:
    two = [
        dossier(0, name="Mật ong", producer="HTX Mẫu"),
        dossier(1, name="Mật ong", **{"producer": "HTX Mẫu", **other}),
    ]
    assert codes(two, 0) == codes(two, 1) == []


def test_a_product_is_not_its_producer() -> None:
    two = [
        dossier(0, name="Mật ong", producer="Rừng Mẫu"),
        dossier(1, name="Mật ong Rừng", producer="Mẫu"),
        dossier(2, name="Senor", producer="A"),
        dossier(3, name="Señor", producer="A"),
    ]
    assert [codes(two, number) for number in range(4)] == [[], [], [], []]


def returned(number: int, *reasons: str, product_set: int = 14) -> IndexedDossier:
    moves = [
        {"stage": "received", "on": "2026-01-01"},
        {"stage": "preparing", "on": "2026-01-05", "kind": "return", "reasons": list(reasons)},
    ]
    return dossier(number, history=moves, set=product_set)


def test_reasons_of_a_return_remind_a_dossier_of_the_set_that_is_being_prepared() -> None:
    past = [
        returned(0, "thiếu hợp đồng", "thiếu mẫu"),
        returned(1, "thiếu hợp đồng"),
        returned(2, "x", product_set=3),
    ]
    index = DossierIndex([*past, new := dossier(3, stage="preparing")])
    assert [found.message for found in check_lessons(new, index)] == [
        "Hồ sơ Sản phẩm 0 từng bị trả lại vì: thiếu hợp đồng",
        "Hồ sơ Sản phẩm 0 từng bị trả lại vì: thiếu mẫu",
    ]
    assert [found.message for found in check_lessons(past[0], index)] == [
        "Hồ sơ Sản phẩm 1 từng bị trả lại vì: thiếu hợp đồng"
    ]


@pytest.mark.parametrize("other", [{"stage": "received"}, {"stage": "preparing", "set": None}])
def test_a_filed_dossier_or_one_without_a_set_needs_no_reminder(other: dict[str, Any]) -> None:
    new = dossier(1, **other)
    assert list(check_lessons(new, DossierIndex([returned(0, "x"), new]))) == []


def test_no_more_than_five_reminders_are_given() -> None:
    new = dossier(20, stage="improving")
    index = DossierIndex([*(returned(number, f"lý do {number}") for number in range(9)), new])
    assert Counter(found.code for found in check_lessons(new, index)) == {"W020": 5}
