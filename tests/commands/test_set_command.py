"""``ocop set``: facts by the names of their fields; every fact is taken, the same, asked about or refused."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.dossier.field_map import Field, FieldKind
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.files.changes import apply_changes
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.facts.dossier_facts import DossierFacts
from ocop_cli.usecases.facts.take import take
from ocop_cli.usecases.facts.taken import Outcome

TODAY = date(2026, 11, 30)
Ocop = Callable[..., int]


def facts(root: Path, dossier_id: str) -> DossierFacts:
    sources, rulebook = Sources(root), load_rulebook(root)
    file = load_dossier(sources, dossier_id)
    return DossierFacts(
        sources, file, law_if_known(file.dossier, rulebook, TODAY), pick_decision(rulebook, TODAY), TODAY
    )


def content(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.yaml")}


def address(field: Field) -> str:
    return field.path.replace("[]", "[1]")


@pytest.mark.parametrize("field", load_field_map().fields, ids=lambda field: field.path)
@pytest.mark.parametrize("dossier_id", ["sam-day", "gao-do"])
def test_every_field_takes_its_example_and_then_says_that_it_is_the_same(
    workspace: Path, dossier_id: str, field: Field
) -> None:
    """The rest of the file stays as it is; a field that does not concern the dossier is refused with a reason."""
    known = facts(workspace, dossier_id)
    codes = [*known.choices(field)]
    example = codes[0] if field.kind is FieldKind.CODES and codes else field.example
    if field.path.endswith("choice.option"):
        example = codes[-1]
    stated: dict[str, str | None] = {address(field): example}
    took = take(known, stated)
    if not known.is_asked(field) or (field.kind is FieldKind.CODES and not codes):
        assert [row.outcome for row in took.rows] == [Outcome.REFUSED]
        return
    if (
        took.rows[0].outcome is Outcome.REFUSED
    ):  # its part has a field that must be there too: state that with it
        must = [f for f in known.fields if f.owner is field.owner and f.required and f.listed == field.listed]
        same_part = [f for f in must if f.path.rpartition(".")[0] == field.path.rpartition(".")[0]]
        if field.path.startswith("labour."):  # its parts are held against each other
            same_part = [f for f in known.fields.of(field.group) if f.kind is FieldKind.COUNT]
        stated = {**{address(f): f.example for f in same_part}, **stated}
        took = take(known, stated)
    assert took.of(Outcome.REFUSED, Outcome.ASKED) == ()
    apply_changes(workspace, took.changes, "thử")
    again = take(facts(workspace, dossier_id), stated)
    assert {row.outcome for row in again.rows} == {Outcome.SAME}
    assert again.changes == ()


@pytest.mark.parametrize(
    ("stated", "outcome", "understood"),
    [
        ({"lao động trong xã": "19 người"}, Outcome.TAKEN, "19"),
        ({"labour.commune": "18"}, Outcome.SAME, "18"),
        ({"doanh thu 2025": "400.000.000"}, Outcome.TAKEN, "400.000.000 đồng"),
        ({"doanh thu 2026": "400.000.000"}, Outcome.TAKEN, "400.000.000 đồng"),
        ({"nguồn gốc nguyên liệu 3": "tinh khac"}, Outcome.SAME, "tỉnh khác"),
        ({"loại hình": "hộ"}, Outcome.TAKEN, "Hộ sản xuất, hộ gia đình có đăng ký kinh doanh"),
        ({"doanh thu 2025": "1,2 tỷ"}, Outcome.TAKEN, "1.200.000.000 đồng"),
        ({"bộ": "20"}, Outcome.SAME, "Tinh dầu và dược liệu khác (bộ 20)"),
        ({"minh chứng lao động": "lao-dong; phieu"}, Outcome.TAKEN, "Danh sách lao động có xác nhận nơi thường trú; Phiếu đăng ký"),
        ({"giới tính": "Nam"}, Outcome.TAKEN, "Nam"),
        ({"loại hình": "hợp tác"}, Outcome.ASKED, ""),
        ({"tỷ lệ": "9"}, Outcome.ASKED, ""),
        ({"loại hình": "công ty mẹ"}, Outcome.REFUSED, ""),
        ({"lao động": "mười hai"}, Outcome.REFUSED, ""),
        ({"thu nhập": "3"}, Outcome.REFUSED, ""),
        ({"quá trình": "xong"}, Outcome.REFUSED, ""),
        ({"chủ thể": None}, Outcome.REFUSED, ""),
        ({"lao động": ""}, Outcome.SAME, "24"),
        ({"mã giấy": "moi"}, Outcome.REFUSED, ""),
        ({"mô tả": "a\u202eb"}, Outcome.REFUSED, ""),
        ({"hạng sao": "7"}, Outcome.REFUSED, ""),
    ],
)  # fmt: skip
def test_what_becomes_of_a_fact(
    workspace: Path, stated: dict[str, str | None], outcome: Outcome, understood: str
) -> None:
    took = take(facts(workspace, "sam-day"), stated)
    assert [row.outcome for row in took.rows] == [outcome]
    assert not understood or took.rows[0].understood == understood
    assert bool(took.changes) == (outcome is Outcome.TAKEN)
    assert all(row.problem and row.cure for row in took.of(Outcome.ASKED, Outcome.REFUSED))


def test_a_name_with_a_title_fills_both_fields(workspace: Path) -> None:
    took = take(facts(workspace, "sam-day"), {"đại diện": "Y Sâm, phó giám đốc"})
    assert [(row.name, row.understood) for row in took.rows] == [
        ("Họ và tên người đại diện pháp luật", "Y Sâm"),
        ("Chức vụ", "Phó giám đốc"),
    ]


def test_a_fact_of_a_shared_producer_goes_to_its_record(workspace: Path) -> None:
    took = take(facts(workspace, "gao-do"), {"địa chỉ": "Thôn Hai", "lao động của chủ thể 2026": "19"})
    assert [change.path for change in took.changes] == ["producers/htx-ruong-cao.yaml"]


def test_new_rows_are_added_with_all_their_facts(ocop: Ocop, workspace: Path) -> None:
    assert (
        ocop("set", "sam-day", "materials[4].name=Đường", "materials[4].share=2", "materials[5].name=Muối")
        == 0
    )
    text = (workspace / "dossiers/sam-day.yaml").read_text(encoding="utf-8")
    assert "  - name: Đường\n    share: 2\n  - name: Muối\nlabour:\n" in text


def test_a_whole_row_in_one_text_is_not_taken_as_its_name(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = workspace / "dossiers/sam-day.yaml"
    before = dossier.read_bytes()
    assert ocop("set", "sam-day", "nguyên liệu=Gừng sẻ: 90%, trong xã") == 2
    assert ocop("set", "sam-day", "nguyên liệu=Mật; tỷ lệ=60,5") == 2
    said = capsys.readouterr().err
    assert '"nguyên liệu=Mật" "tỷ lệ Mật=60,5".' in said
    assert '"nguyên liệu=Gừng sẻ" "tỷ lệ Gừng sẻ=90%" "nguồn gốc nguyên liệu Gừng sẻ=trong xã"' in said
    assert dossier.read_bytes() == before
    assert ocop("set", "sam-day", "nguyên liệu=Phụ liệu: muối, đường") == 0
    assert "name: 'Phụ liệu: muối, đường'" in dossier.read_text(encoding="utf-8")


def test_a_row_and_a_part_can_be_cleared(ocop: Ocop, workspace: Path) -> None:
    words = ("nguyên liệu 2=", "đkkd=", "ngày cấp đkkd=", "nơi cấp đkkd=")
    assert ocop("set", "sam-day", *words) == 2
    assert ocop("set", "sam-day", *words, "-y") == 0
    dossier = load_dossier(Sources(workspace), "sam-day").dossier
    assert [material.name for material in dossier.materials] == [
        "Sâm dây tươi trồng tại xã",
        "Sâm dây mua tỉnh khác",
    ]
    assert dossier.producer.licence is None


def test_what_rests_on_the_old_value_is_told_and_stays(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("evaluate", "sam-day", "--by", "Phòng Kinh tế") == 0
    report = next((workspace / "documents").rglob("sam-day-evaluation-report.docx"))
    name = report.relative_to(workspace).as_posix()
    assert ocop("docs", "number", name, "--number", "47") == 0
    printed = report.read_bytes()
    capsys.readouterr()
    assert ocop("set", "sam-day", "lao động trong xã=9") == 0
    told = capsys.readouterr().out
    assert f"{name} đã ban hành theo số liệu cũ (Lao động" in told
    assert "Kết luận của xã về “Sử dụng lao động địa phương” dựa trên số liệu cũ" in told
    assert report.read_bytes() == printed


def test_one_bad_fact_and_nothing_is_written(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(workspace)
    assert ocop("set", "sam-day", "lao động trong xã=19", "thu nhập=3", "lao động=mười") == 2
    told = capsys.readouterr().err
    assert "Không có mục nào tên “thu nhập”" in told
    assert "ghi số nguyên" in told
    assert content(workspace) == before


def test_only_the_line_of_a_field_changes(ocop: Ocop, workspace: Path, printed: Callable[[], Any]) -> None:
    before = (workspace / "dossiers/sam-day.yaml").read_text(encoding="utf-8")
    assert ocop("set", "sam-day", "lao dong trong xa=19", "--json") == 0
    assert printed()["facts"][0] | {"typed": "19"} == {
        "said": "lao dong trong xa",
        "field": "labour.commune",
        "name": "Lao động thường trú trong xã",
        "typed": "19",
        "outcome": "taken",
        "before": "18",
        "understood": "19",
        "problem": "",
        "cure": "",
        "options": [],
    }
    after = (workspace / "dossiers/sam-day.yaml").read_text(encoding="utf-8")
    assert after == before.replace("  commune: 18\n", "  commune: 19\n")


def test_without_facts_every_field_is_listed_and_personal_data_are_hidden(
    ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("set", "sam-day") == 0
    shown = capsys.readouterr().out
    known = [field for field in load_field_map() if "producer.labour" not in field.path and not field.only]
    assert [field.name for field in known if field.name not in shown and not field.listed] == []
    assert "Xơ Đăng" not in shown


def test_what_rests_on_the_record_of_a_producer_is_told_for_each_dossier(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "dossiers/sam-day.yaml"
    text = re.sub(
        r"(?m)^producer:\n(?:  .*\n)+", "producer: htx-ruong-cao\n", path.read_text(encoding="utf-8")
    )
    path.write_text(text, encoding="utf-8")
    assert ocop("evaluate", "sam-day", "--by", "Phòng Kinh tế") == 0
    capsys.readouterr()
    assert ocop("set", "mang-kho", "địa chỉ=Thôn Mới", "thành lập=1/6/2015", "-y") == 0
    told = capsys.readouterr().out
    assert "của hồ sơ sam-day dựa trên địa chỉ cơ sở, ngày thành lập cũ; kết luận giữ số liệu lúc đó." in told
    assert ocop("set", "mang-kho", "lao động 2027: tổng=12", "-y") in {0, 2}
    assert "dựa trên" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed", "address", "village"),
    [
        ("thon vi du hai", "Thôn Ví Dụ Hai, xã Xốp, tỉnh Quảng Ngãi", "thôn Ví Dụ Hai"),
        ("Nhà số 1, thôn Ví Dụ Hai, xã Xốp", "Nhà số 1, thôn Ví Dụ Hai, xã Xốp", "thôn Ví Dụ Hai"),
        ("Thôn Ví Dụ Hai, xã Khác", "Thôn Ví Dụ Hai, xã Khác", None),
        ("Thôn Lạ, xã Xốp", "Thôn Lạ, xã Xốp", None),
        ("Thôn Lạ", "Thôn Lạ", None),
    ],
)
def test_an_address_in_a_village_of_the_commune_tells_the_village(
    ocop: Ocop,
    workspace: Path,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    address: str,
    village: str | None,
) -> None:
    file = workspace / "dossiers/sam-day.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("  village: thôn Ví Dụ Một\n", ""), encoding="utf-8"
    )
    capsys.readouterr()
    assert ocop("set", "sam-day", f"địa chỉ={typed}") == 0
    told = capsys.readouterr().out
    producer = load_dossier(Sources(workspace), "sam-day").dossier.producer
    assert (producer.address, producer.village) == (address, village)
    assert ("theo địa chỉ" in told) is (village is not None)


@pytest.mark.parametrize("stated", [("thôn=thôn Ví Dụ Ba",), ()])
def test_a_village_that_somebody_states_or_that_is_there_stays(
    ocop: Ocop, workspace: Path, stated: tuple[str, ...]
) -> None:
    assert ocop("set", "sam-day", "địa chỉ=thôn Ví Dụ Hai", *stated) == 0
    village = load_dossier(Sources(workspace), "sam-day").dossier.producer.village
    assert village == ("thôn Ví Dụ Ba" if stated else "thôn Ví Dụ Một")
