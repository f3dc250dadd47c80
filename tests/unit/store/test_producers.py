"""Producers with a record of their own: shared by dossiers, read once, placed in their own file."""

from datetime import date
from pathlib import Path

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import SharedProducer
from ocop_cli.errors import OcopError
from ocop_cli.store.dossier.dossiers import load_dossier, read_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.entered import refuse_unreadable
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.edit import Set, change_of, edit
from ocop_cli.usecases.checking.check import check_dossiers, check_workspace
from ocop_cli.usecases.edit import edited
from support.dossiers import dossier_yaml
from support.paths import EXAMPLES
from support.workspaces import write_workspace

RECORD = "schema: ocop/producer@1\nname: HTX Rượu Mẫu\nkind: cooperative\ntax_code: 0123456787\n"
BOOK = load_rulebook()
TODAY = date(2026, 8, 10)


def workspace(root: Path, named: str = "htx-ruou", record: str = RECORD) -> Sources:
    """Two products of one record."""
    part = f"product: {{name: %s, set: 14}}\nproducer: {named}\n"
    write_workspace(root, {"ruou": dossier_yaml(part % "Rượu ngô"), "men": dossier_yaml(part % "Men lá")})
    (root / "producers").mkdir()
    (root / "producers/htx-ruou.yaml").write_text(record, encoding="utf-8")
    return Sources(root)


def test_a_dossier_that_names_a_record_has_the_whole_producer(tmp_path: Path) -> None:
    producer = load_dossier(workspace(tmp_path / "xa"), "ruou").dossier.producer
    assert isinstance(producer, SharedProducer)
    assert (producer.id, producer.name, producer.tax_code) == ("htx-ruou", "HTX Rượu Mẫu", "0123456787")


def test_a_producer_in_the_dossier_itself_is_read_as_before() -> None:
    producer = load_dossier(Sources(EXAMPLES), "sam-day").dossier.producer
    assert not isinstance(producer, SharedProducer)
    assert isinstance(load_dossier(Sources(EXAMPLES), "mang-kho").dossier.producer, SharedProducer)


def test_an_unknown_record_is_told_at_its_line_with_the_nearest(tmp_path: Path) -> None:
    (found,) = read_dossier(workspace(tmp_path / "xa", named="htx-ruow"), "ruou").findings
    assert (found.code, found.place.file, found.place.line) == ("C001", "dossiers/ruou.yaml", 2)
    assert found.hint == "có phải “htx-ruou”?"


@pytest.mark.parametrize("word", ["phone", "permanent_address", "ethnicity", "gender", "email"])
def test_personal_data_has_no_place_in_a_record(tmp_path: Path, word: str) -> None:
    sources = workspace(tmp_path / "xa", record=f"{RECORD}{word}: x\n")
    with pytest.raises(OcopError) as refused:
        load_dossier(sources, "ruou")
    places = {(f.code, f.place.file, f.place.line) for f in refused.value.findings}
    assert places == {("S002", "producers/htx-ruou.yaml", 5), ("C002", "dossiers/ruou.yaml", 2)}


def test_what_is_wrong_with_a_record_is_told_once_in_its_file(tmp_path: Path) -> None:
    record = RECORD.replace("0123456787", "0123456788") + "organisation: gọi 0912345678\n"
    sources = workspace(tmp_path / "xa", record=record)
    for found in (
        check_workspace(sources, BOOK, TODAY),
        check_dossiers(sources, ["ruou", "men"], BOOK, TODAY),
    ):
        told = [(f.code, f.place.file, f.place.line) for f in found if f.code in ("C010", "P020")]
        assert told == [("C010", "producers/htx-ruou.yaml", 4), ("P020", "producers/htx-ruou.yaml", 5)]


def test_what_a_dossier_asks_of_its_producer_is_placed_in_the_record(tmp_path: Path) -> None:
    sources = workspace(tmp_path / "xa", record=RECORD.replace("cooperative", "association"))
    found = [f for f in check_dossiers(sources, ["ruou"], BOOK, TODAY) if f.code == "E025"]
    assert [(f.place.file, f.place.line) for f in found] == [("producers/htx-ruou.yaml", 3)]


def test_the_same_product_is_found_whichever_way_its_producer_is_written(tmp_path: Path) -> None:
    sources = workspace(tmp_path / "xa")
    inline = "product: {name: Rượu ngô, set: 14}\nproducer: {name: HTX Rượu Mẫu, kind: cooperative}\n"
    (sources.root / "dossiers/ruou-2.yaml").write_text(dossier_yaml(inline), encoding="utf-8")
    for asked in ("ruou", "ruou-2"):
        assert "D016" in {f.code for f in check_dossiers(sources, [asked], BOOK, TODAY)}


def test_nothing_is_written_into_a_dossier_for_its_shared_producer(tmp_path: Path) -> None:
    source = load_dossier(workspace(tmp_path / "xa"), "ruou").source
    change = [Set(("producer", "address"), "Thôn Mẫu")]
    with pytest.raises(OcopError, match="htx-ruou"):
        edit(source, change)
    with pytest.raises(OcopError, match="htx-ruou"):
        edited(source, Dossier, change)


def test_a_dossier_that_names_a_record_is_judged_before_it_is_written_as_any_other(tmp_path: Path) -> None:
    sources = workspace(tmp_path / "xa")
    source = load_dossier(sources, "ruou").source
    spoilt = change_of(source, [Set(("product", "set"), "mười")])
    with pytest.raises(OcopError, match="không đọc lại được"):
        refuse_unreadable(sources, [spoilt])
    refuse_unreadable(sources, [change_of(source, [Set(("product", "set"), 15)])])
