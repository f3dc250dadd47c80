"""The page of a commune is one file under a strict policy, the same every time, and tells of no person."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import parse
from ocop_cli.viet.leaves import leaves
from support.prepared import contents

Ocop = Callable[..., int]
TYPED = {
    "name",
    "specification",
    "description",
    "story",
    "narrative",
    "difference",
    "title",
    "place",
    "supplier",
    "plan",
}
PLANTED = ("0912345678", "001234567890", "y.mau@thu.example")


def page_of(workspace: Path) -> str:
    return (workspace / "trang-ocop.html").read_text(encoding="utf-8")


def data_of(text: str) -> Any:
    found = re.search(r'<script type="application/json" id="so-lieu">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_page_asks_for_nothing_and_wears_no_style_of_a_part(ocop: Ocop, workspace: Path) -> None:
    assert ocop("dashboard") == 0
    text = page_of(workspace)
    assert re.search(r'content="default-src &#39;none&#39;; style-src', text)
    assert "unsafe" not in text
    assert re.findall(r'(?:src|href)="(?!#|data:,")[^"]*"', text) == []
    assert re.findall(r'\s(?:style|on[a-z]+)="', text) == []


def test_the_same_folder_makes_the_same_page(ocop: Ocop, workspace: Path) -> None:
    assert ocop("dashboard") == 0
    text = page_of(workspace)
    before = contents(workspace)
    assert ocop("dashboard") == 0
    assert contents(workspace) == before
    assert ocop("dashboard", "khac.html") == 0
    assert (workspace / "khac.html").read_text(encoding="utf-8") == text


def test_nothing_about_a_person_is_on_it(ocop: Ocop, workspace: Path) -> None:
    persons = set()
    for file in sorted((workspace / "dossiers").glob("*.yaml")):
        source = parse(file.read_bytes(), file.name)
        record = read_record(source, Dossier).record
        if record is None:  # its producer has a record of its own, which this does not read
            continue
        typed = [leaf for leaf in leaves(record) if isinstance(leaf.value, str) and leaf.field[-1] in TYPED]
        own = [
            Set(leaf.field, f"{leaf.value} {PLANTED[number % 3]}")
            for number, leaf in enumerate(typed)
            if leaf.field[0] != "producer"
        ]
        file.write_bytes(edit(source, own).raw)
        if record.producer.representative:
            persons.add(record.producer.representative.name)
        persons |= {by for check in record.site_checks for by in check.by}
    assert len(persons) > 5
    assert ocop("dashboard") == 0
    text = page_of(workspace)
    assert len(data_of(text)["products"]) == 13
    assert [each for each in (*PLANTED, *persons) if each in text] == []
    assert "*******678" in text


def test_a_story_is_told_only_where_the_producer_agreed(ocop: Ocop, workspace: Path) -> None:
    assert ocop("dashboard") == 0
    text = page_of(workspace)
    assert "Hạt cà phê đầu tiên" in text
    assert "Người già trong làng kể" not in text
    file = workspace / "dossiers/sam-day.yaml"
    file.write_bytes(edit(parse(file.read_bytes(), file.name), [Set(("product", "public"), "có")]).raw)
    assert ocop("dashboard") == 0
    assert "Người già trong làng kể" in page_of(workspace)


def test_a_household_is_named_by_its_kind_alone(ocop: Ocop, workspace: Path) -> None:
    file = workspace / "dossiers/ca-phe.yaml"
    own = [Set(("producer", "name"), "Hộ Y Ngưỡng Mẫu"), Set(("producer", "kind"), "household")]
    file.write_bytes(edit(parse(file.read_bytes(), file.name), own).raw)
    assert ocop("dashboard") == 0
    assert "Y Ngưỡng Mẫu" not in page_of(workspace)


def test_what_cannot_be_read_and_what_has_lapsed_are_told(
    ocop: Ocop, workspace: Path, printed: Callable[[], Any]
) -> None:
    (workspace / "dossiers/lan-rung.yaml").write_text("schema: [", encoding="utf-8")
    assert ocop("dashboard", "--json", "--as-of", "01/01/2030") == 0
    assert printed()["unread"] == ["lan-rung"]
    text = page_of(workspace)
    assert "Chưa tính, vì không đọc được:</strong> lan-rung" in text
    assert text.count("đã hết hạn:</strong>") == 1
    assert "Cà phê Xốp" in text.partition("đã hết hạn:</strong>")[2].partition("</p>")[0]


def test_an_empty_folder_has_a_page(ocop: Ocop, workspace: Path) -> None:
    for file in (workspace / "dossiers").glob("*.yaml"):
        file.unlink()
    assert ocop("dashboard") == 0
    assert data_of(page_of(workspace))["products"] == []


def test_texts_that_many_share_stand_once(ocop: Ocop, workspace: Path) -> None:
    assert ocop("dashboard") == 0
    data = data_of(page_of(workspace))
    assert len(set(data["texts"])) == len(data["texts"])
    assert len(data["products"]) == 13


@pytest.mark.parametrize("name", ["trang.docx", "../trang.html", ".ocop/trang.html"])
def test_the_page_is_written_only_where_it_may(ocop: Ocop, workspace: Path, name: str) -> None:
    before = contents(workspace)
    assert ocop("dashboard", name) == 2
    assert contents(workspace) == before
