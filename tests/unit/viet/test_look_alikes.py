"""One table of look-alike signs under ids, search, twins and lint: each pair below is one thing to all of them."""

import unicodedata
from pathlib import Path

import pytest

from ocop_cli.dossier.draft import new_id
from ocop_cli.dossier.model import Dossier
from ocop_cli.lint.report import report_violations
from ocop_cli.store.dossier.find import resolve_id
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.facts.known_producer import find_record
from ocop_cli.usecases.twins import twin_words
from ocop_cli.viet.choices import chosen
from ocop_cli.viet.collation import collation_key
from ocop_cli.viet.look_alikes import APOSTROPHES, DASHES, INVISIBLE, LETTERS, SPACES
from ocop_cli.viet.near import near_name
from ocop_cli.viet.text import fold, slug, spelling
from support.dossiers import dossier_yaml
from support.word import kinds
from support.word.broken import KNOWN, STANDARD, alter
from support.workspaces import write_workspace

NAME, PLAIN = "Mật ong Đắk H'Lớp - hoà tan", "mat ong dak hlop - hoa tan"
PAIRS = {
    **{f"U+{ord(sign):04X}": NAME.replace(meant, sign) for sign, meant in LETTERS.items() if meant == "Đ"},
    **{f"apostrophe U+{ord(sign):04X}": NAME.replace("'", sign) for sign in APOSTROPHES},
    **{f"dash U+{ord(sign):04X}": NAME.replace("-", sign) for sign in DASHES},
    **{f"space U+{ord(sign):04X}": NAME.replace(" ", sign) for sign in SPACES},
    **{f"hidden U+{ord(sign):04X}": NAME.replace("ong", f"o{sign}ng") for sign in INVISIBLE},
    "two spaces": NAME.replace(" ", "  "),
    "tone on the first vowel": NAME.replace("hoà", "hòa"),
    "decomposed": unicodedata.normalize("NFD", NAME),
    "capitals": NAME.upper(),
}


@pytest.mark.parametrize("other", PAIRS.values(), ids=PAIRS)
def test_what_looks_alike_is_one_name(other: str) -> None:
    assert fold(other) == PLAIN
    assert spelling(other) == spelling(NAME)
    assert slug(other) == slug(NAME) == new_id(other, [])
    assert chosen(other, {"1": NAME, "2": "Rượu cần"}) == ["1"]
    assert near_name(other, [NAME, "Rượu cần"]) == NAME


READ = {name: text for name, text in PAIRS.items() if "hidden" not in name or "00AD" in name}
"""Other signs without width are refused in files, at their line."""


@pytest.mark.parametrize("other", READ.values(), ids=READ)
def test_search_and_twins_see_one_product_and_one_producer(tmp_path: Path, other: str) -> None:
    text = dossier_yaml(f'product: {{name: "{other}"}}\nproducer: {{name: "Hộ {other}"}}\n')
    sources = Sources(write_workspace(tmp_path, {"mot": text, "hai": dossier_yaml()}))
    assert resolve_id(sources, NAME) == "mot"
    new = Dossier.model_validate(
        {
            "product": {"name": NAME},
            "producer": {"name": f"Hộ {NAME}"},
            "registration": {"track": "new", "year": "2026"},
            "history": [{"stage": "idea", "on": "23/11/2026"}],
        }
    )
    assert any("mot" in words for words in twin_words(sources, new))
    assert find_record(sources, f"Hộ {NAME}", {}) is None


def test_a_b_with_a_stroke_is_a_letter_of_its_own_and_found_without_it(tmp_path: Path) -> None:
    assert (fold("Ƀhò rừng"), slug("Ƀhò rừng"), slug("ƀok")) == ("bho rung", "bho-rung", "bok")
    sources = Sources(
        write_workspace(
            tmp_path, {"mot": dossier_yaml('product: {name: "Ƀhò rừng"}\n'), "hai": dossier_yaml()}
        )
    )
    assert resolve_id(sources, "bho") == "mot"


@pytest.mark.parametrize("sign", [sign for sign, meant in LETTERS.items() if meant == "Đ"])
def test_lint_reads_the_letter_that_is_meant_and_names_the_one_that_stands_there(sign: str) -> None:
    paper = kinds.report().but(alter("motto", text=f"{sign}ộc lập - Tự do - Hạnh phúc")).build()
    found = {violation.rule for violation in report_violations(paper, STANDARD, KNOWN).violations}
    assert found == {"FT-08"}


def test_lists_stand_in_one_order_whatever_the_letter_is_written_with() -> None:
    names = ["Dừa", "Đậu", "\u00d0ào", "Em"]
    assert sorted(names, key=collation_key) == ["Dừa", "\u00d0ào", "Đậu", "Em"]
