"""What nobody would believe is refused wherever it is stated: every field of the map, by each way in; a file that has it is read."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.checking.check import check_workspace
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.facts.take import take
from ocop_cli.usecases.facts.taken import Outcome

Ocop = Callable[..., int]
TODAY = date(2026, 11, 23)
ODD = {
    FieldKind.YEAR: ("20266", "0", "-2026"),
    FieldKind.COUNT: ("-1", "99999999", "abc"),
    FieldKind.MONEY: ("-5", "9" * 17),
    FieldKind.PERCENT: ("700", "-1"),
    FieldKind.GROWTH: ("700", "-1"),
    FieldKind.DAY: ("01/01/9999", "01/01/0026", "31/02/2026"),
    FieldKind.YES_NO: ("có thể",),
    FieldKind.CHOICE: ("khong-co",),
    FieldKind.CODES: ("khong-co",),
    FieldKind.LINE: ("1", "---"),
}
"""What no field of a kind takes; a text of paragraphs may say anything."""
ANY_LINE = {
    "product.specification",
    "product.standard",
    "producer.licence.number",
    "producer.village",
    "registration.slip.number",
    "business.years[].output",
    "business.capacity",
    "papers[].id",
    "papers[].number",
    "papers[].file",
    "promises[].note",
}
"""Lines that a number, a sign or a mark may fill: “Thôn 1” is written “1” too."""
TAKES_OTHER_KINDS = {"papers[].kind", "promises[].paper"}
FIELDS = [
    field
    for field in load_field_map()
    if field.kind in ODD and field.path not in ANY_LINE | TAKES_OTHER_KINDS
]


@pytest.fixture
def facts(workspace: Path) -> DossierFacts:
    sources, rulebook = Sources(workspace), load_rulebook(workspace)
    file = load_dossier(sources, "gao-do")
    return DossierFacts(sources, file, None, pick_decision(rulebook, TODAY), TODAY)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.path)
def test_no_field_takes_what_nobody_would_believe(facts: DossierFacts, field: Field) -> None:
    for typed in ODD[field.kind]:
        (row,) = take(facts, {field.path.replace("[]", "[1]"): typed}).rows
        assert row.outcome in (Outcome.REFUSED, Outcome.ASKED), typed
        assert field.path == "product.set" or row.problem.startswith(field.name)
        assert row.cure
        assert f"“{field.key}”" not in row.problem + row.cure


@pytest.mark.parametrize("packed", ["5 chai", "5 hộp", "05 gói", "5 Sản phẩm", "5 lọ", "1.000 túi"])
def test_samples_are_counted_in_whatever_they_are_packed(facts: DossierFacts, packed: str) -> None:
    (row,) = take(facts, {"mẫu": packed}).rows
    assert row.outcome in (Outcome.TAKEN, Outcome.SAME)


def test_numbers_that_contradict_each_other_are_refused_by_name_and_taken_together(
    facts: DossierFacts,
) -> None:
    held = {each: facts.value(facts.fields[f"labour.{each}"]) for each in ("total", "commune")}
    (row,) = take(facts, {"lao động trong xã": str(held["total"] + 50)}).rows
    assert row.outcome is Outcome.REFUSED
    assert "nhiều hơn" in row.problem
    rows = take(facts, {"lao động": str(held["total"] + 99), "sản phẩm": "Gạo đỏ"}).rows
    assert [each.outcome for each in rows] == [Outcome.TAKEN, Outcome.TAKEN]
    few = {
        f"labour.{each}": "3"
        for each in ("total", "commune", "district", "province", "women", "ethnic_minority")
    }
    assert {each.outcome for each in take(facts, few).rows} <= {Outcome.TAKEN, Outcome.SAME}
    rows = take(facts, {"lao động": "1", "sản phẩm": "Gạo đỏ mới"}).rows
    assert [each.outcome for each in rows] == [Outcome.REFUSED, Outcome.TAKEN]


@pytest.mark.parametrize(
    "words",
    [
        ("register", "--name", "1", "--producer", "Hộ Mẫu", "--kind", "household"),
        (
            "register",
            "--name",
            "Măng khô",
            "--producer",
            "Hộ Mẫu",
            "--kind",
            "household",
            "--representative",
            "1",
        ),
        ("visit", "gao-do", "--by", "1, 2", "--seen", "Đã xem", "--content", "lao động"),
    ],
)
def test_an_option_is_read_as_its_field(
    ocop: Ocop, workspace: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in workspace.rglob("*.yaml")}
    assert ocop(*words) == 2
    noted = capsys.readouterr().err
    assert "bằng chữ" in noted
    assert "/" not in noted
    assert {path: path.read_bytes() for path in workspace.rglob("*.yaml")} == before


def test_a_file_that_says_it_already_is_read_told_and_mended_field_by_field(
    ocop: Ocop, workspace: Path
) -> None:
    file = workspace / "dossiers/gao-do.yaml"
    text = file.read_text(encoding="utf-8")
    assert "\n  year: 2026\n" in text
    file.write_text(text.replace("\n  year: 2026\n", "\n  year: 20266\n"), encoding="utf-8")
    found = check_workspace(Sources(workspace), load_rulebook(workspace), TODAY)
    assert [each.place.field for each in found if each.code == "D037"] == [("registration", "year")]
    assert ocop("set", "gao-do", "mô tả=Gạo đỏ ruộng bậc thang") == 0
    assert ocop("set", "gao-do", "năm=20267") == 2
    assert ocop("set", "gao-do", "năm=2026") == 0
