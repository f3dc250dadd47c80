"""A file is proposed to be the kind of paper that its name, or its text, says."""

import re

import pytest

from ocop_cli.programme.paper_words import propose_kind
from ocop_cli.store.built_in.packaged import load_paper_words
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.viet.text import fold

WORDS = load_paper_words()
DECISIONS = load_rulebook().texts
NAMES = {paper.id: paper.name for decision in DECISIONS for paper in decision.procedure.papers}


@pytest.mark.parametrize(
    ("kind", "said"), [(kind, word) for kind, words in WORDS.items() for word in (*words, NAMES[kind])]
)
def test_every_word_and_every_name_proposes_its_kind(kind: str, said: str) -> None:
    bare = re.sub(r"\(.*?\)", "", said).strip()
    assert propose_kind(WORDS, NAMES, f"{bare}.pdf").kinds[:1] == (kind,)


def test_every_kind_of_every_decision_has_words_and_they_are_folded() -> None:
    assert set(WORDS) == set(NAMES)
    assert [word for words in WORDS.values() for word in words if word != fold(word)] == []


def test_no_word_speaks_of_two_kinds() -> None:
    said = [word for words in WORDS.values() for word in words]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("DS lao động HTX.pdf", "labour_list"),
        ("HĐLĐ.pdf", "labour_list"),
        ("Hợp đồng lao động 2026 (2).pdf", "labour_list"),
        ("hop_dong_mua_ban-nep.pdf", "origin_contracts"),
        ("CauChuyenSanPham.pdf", "story"),
        ("GCN ĐKKD hộ Y Mẫu.jpg", "business_registration"),
        ("Giấy ATTP.PDF", "food_safety_certificate"),
        ("phieu dang ky.pdf", "registration_slip"),
        ("Đăng ký kinh doanh.pdf", "business_registration"),
        ("ISO-22000.pdf", "quality_system"),
    ],
)
def test_names_as_people_give_them(name: str, kind: str) -> None:
    assert propose_kind(WORDS, NAMES, name) == ((kind,), True)


@pytest.mark.parametrize(
    "name", ["z5938123_9d8f.jpg", "IMG_2041.jpg", "scan0001.pdf", "isolde.pdf", "hop.pdf"]
)
def test_a_name_that_says_nothing_proposes_nothing(name: str) -> None:
    assert propose_kind(WORDS, NAMES, name) == ((), False)


def test_the_text_says_it_where_the_name_does_not_and_the_two_are_weighed() -> None:
    text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGIẤY CHỨNG NHẬN ĐĂNG KÝ HỘ KINH DOANH\n"
    assert propose_kind(WORDS, NAMES, "scan0001.pdf", text) == (("business_registration",), True)
    assert propose_kind(WORDS, NAMES, "dkkd.pdf", text) == (("business_registration",), True)
    unsure = propose_kind(WORDS, NAMES, "phieu dang ky.pdf", text)
    assert unsure == (("business_registration", "registration_slip"), False)
    both = propose_kind(WORDS, NAMES, "phieu kiem nghiem, cong bo.pdf")
    assert (set(both.kinds), both.is_sure) == ({"test_report", "quality_declaration"}, False)
