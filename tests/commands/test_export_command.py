"""The register goes out as a workbook and comes in again: nothing is another value on the way."""

import datetime
import io
import string
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_cli.render.typed_workbook import typed_workbook
from ocop_cli.reports.typed_sheet import TypedSheet
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.files.changes import apply_changes
from ocop_cli.store.foreign.workbook import CellKind, read_workbook
from ocop_cli.store.index.index import Index
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.going_out.export_workbook import export_workbook
from ocop_cli.usecases.registers.import_sheet import import_rows
from ocop_cli.usecases.registers.imported import ImportedRow, Register, RowOutcome
from ocop_cli.usecases.registers.known_columns import tables_of
from ocop_cli.usecases.registers.register_headings import SHOWN
from ocop_cli.usecases.registers.sheet_table import headings_of, table_of
from support.dossiers import LEAST
from support.office import through_office
from support.parts import to_yaml, with_parts
from support.prepared import contents
from support.workspaces import write_workspace

Ocop = Callable[..., int]
TODAY = datetime.date(2026, 11, 23)
LETTERS = "ạắèéìòùýđĐ'’-().,/&%=+@_x0033_ " + string.ascii_letters + string.digits
WORDS = st.builds(
    lambda head, text: f"{head}{text}".strip(),
    st.sampled_from(["=", "+", "-", "@", "'", "00", "_x0041_", "M", "1,5 tỷ ", "Mật ong "]),
    st.text(LETTERS, min_size=1, max_size=12).map(lambda text: f"a{' '.join(text.split())}"),
)
DAYS = st.dates(datetime.date(2023, 8, 1), datetime.date(2026, 11, 1))
CODES = st.text(string.digits, min_size=8, max_size=12).map(lambda digits: f"0{digits}")
YES_NO = st.sampled_from(["có", "không", None])


def recognised(product: str, **parts: Any) -> dict[str, Any]:
    on = parts.pop("on").isoformat()  # a day that stands twice would become an alias
    result = {
        "recognised": "có",
        "on": on,
        "star": parts.pop("star"),
        "score": parts.pop("score"),
        "decision": {"number": parts.pop("number"), "issued_on": on, "issuer": parts.pop("issuer")},
        "certificate": {"number": parts.pop("certificate"), "issued_on": parts.pop("issued", None) or on},
    }
    moves = [{"stage": "idea", "on": on}, {"stage": "certified", "on": on, "document": "1"}]
    own = {"product": {"name": product}, "results": [result], "history": moves}
    return with_parts(with_parts(LEAST, own), parts)


DOSSIERS = st.builds(
    recognised,
    WORDS,
    on=DAYS,
    star=st.just(3),
    score=st.sampled_from([None, "64,5", "50", "69,75"]),
    number=WORDS.map(lambda text: f"{text}1"),  # what has no figure is no number, and is asked about
    issuer=WORDS,
    certificate=CODES,
    issued=st.none() | st.dates(datetime.date(2026, 11, 2), datetime.date(2026, 11, 20)),
    producer=st.fixed_dictionaries(
        {
            "name": WORDS,
            "kind": st.sampled_from(["household", "cooperative"]),
            "village": WORDS,
            "women_led": YES_NO,
            "tax_code": st.sampled_from([None, "0123456787"]),
            "licence": st.fixed_dictionaries({"number": CODES}),
        }
    ),
    labour=st.fixed_dictionaries({"total": st.integers(0, 2000).map(str)}),
    registration=st.fixed_dictionaries({"year": st.integers(2023, 2026).map(str)}),
)


def register_of(root: Path) -> Register:
    return Register(Sources(root), load_rulebook(root), TODAY)


def sheets(root: Path, *, personal: bool = True) -> list[TypedSheet]:
    profile = load_workspace(Sources(root)).profile
    return export_workbook(register_of(root), Index(root, may_write=False), profile, personal=personal)


def exported(root: Path) -> TypedSheet:
    return sheets(root)[0]


def imported(root: Path, content: bytes) -> list[ImportedRow]:
    """Take a workbook in and write what it changes."""
    (table,) = tables_of(read_workbook(content).sheets, load_field_map(), {})  # the others are no register
    rows = list(import_rows(register_of(root), table))
    apply_changes(root, [change for row in rows for change in row.changes], "nhận sổ")
    return rows


def facts(sheet: TypedSheet) -> list[dict[str, Any]]:
    """What a register holds of each product, without what is worked out."""
    paths = [column.path for column in sheet.columns]
    rows = (dict(zip(paths, row, strict=True)) for row in sheet.rows)
    kept = [
        {path: v for path, v in row.items() if v and not path.startswith((SHOWN, "serial"))} for row in rows
    ]
    return sorted(kept, key=str)


@settings(max_examples=8)
@given(st.lists(DOSSIERS, min_size=1, max_size=3, unique_by=lambda data: data["product"]["name"].casefold()))
def test_what_goes_out_comes_in_as_it_was(dossiers: list[dict[str, Any]]) -> None:
    texts = {f"san-pham-{number}": to_yaml(data) for number, data in enumerate(dossiers)}
    with tempfile.TemporaryDirectory() as folder:
        root = write_workspace(Path(folder) / "a", texts)
        sheet = exported(root)
        assert len(sheet.rows) == len(dossiers)
        content, before = typed_workbook(sheets(root)), contents(root)
        rows = imported(root, content)
        assert [(row.outcome, row.lines) for row in rows] == [(RowOutcome.SAME, ())] * len(dossiers)
        assert contents(root) == before
        empty = write_workspace(Path(folder) / "b", {})
        rows = imported(empty, content)
        assert [row.outcome for row in rows] == [RowOutcome.NEW] * len(dossiers), [row.lines for row in rows]
        assert facts(exported(empty)) == facts(sheet)
        assert {row.outcome for row in imported(empty, content)} == {RowOutcome.SAME}


def test_the_example_goes_out_and_comes_in(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("export", "private/so.xlsx", "--personal") == 0
    before = contents(workspace)
    count = len(list((workspace / "dossiers").glob("*.yaml")))
    assert ocop("import", "private/so.xlsx", "-y") == 0
    assert (
        f"{count} dòng = 0 mới + 0 đổi + {count} giữ nguyên + 0 hỏi lại + 0 không nhận."
        in capsys.readouterr().out
    )
    assert contents(workspace) == before


def test_every_cell_is_what_it_is(ocop: Ocop, workspace: Path) -> None:
    assert ocop("export", "private/so.xlsx", "--personal") == 0
    page: Any = openpyxl.load_workbook(workspace / "private/so.xlsx").worksheets[0]
    heads = {cell.value: cell.column for cell in page[4]}
    ca_phe = next(row for row in page.iter_rows(min_row=5) if row[1].value == "ca-phe")
    held = {name: ca_phe[column - 1] for name, column in heads.items()}
    assert (held["Điện thoại"].data_type, held["Điện thoại"].value[0]) == ("s", "0")
    assert (held["Ngày quyết định"].is_date, held["Ngày quyết định"].number_format) == (True, "dd/mm/yyyy")
    assert (held["Năm tham gia"].value, held["Năm tham gia"].number_format) == (2025, "General")
    assert held["Giá trị của giấy chứng nhận"].value == "còn giá trị"
    assert held["Nộp phân hạng lại từ ngày"].is_date
    assert page.freeze_panes == "D5"
    assert page.auto_filter.ref
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert not any(cell.data_type == "f" for row in page.iter_rows() for cell in row)


def test_a_lapsed_certificate_and_a_missing_paper_are_told(
    ocop: Ocop, workspace: Path, printed: Callable[[], Any]
) -> None:
    assert ocop("export", "so.xlsx", "--json", "--as-of", "01/01/2030") == 0
    rows = {row[f"{SHOWN}id"]: row for row in printed()["rows"]}
    assert rows["ca-phe"][f"{SHOWN}standing"] == "đã hết hạn"
    assert rows["ca-phe"][f"{SHOWN}opens"] is None
    assert rows["gao-do"][f"{SHOWN}standing"] == "chưa công nhận"
    assert any(row[f"{SHOWN}missing"] for row in rows.values())
    assert any("đã hết hạn" in row[f"{SHOWN}lapsing"] for row in rows.values())


def test_a_withdrawn_product_does_not_come_in_as_recognised(
    ocop: Ocop, workspace: Path, tmp_path: Path
) -> None:
    words = ("--revoked", "--reason", "vi phạm", "--number", "9/QĐ-UBND", "--on", "20/11/2026")
    assert ocop("result", "ca-phe", *words, "-y") == 0
    content = typed_workbook(sheets(workspace))
    (row,) = (
        each for each in imported(write_workspace(tmp_path / "b", {}), content) if each.name == "Cà phê Xốp"
    )
    assert row.outcome is RowOutcome.ASKED
    assert "đã thu hồi" in str(row.lines[-1])


def test_personal_data_stay_where_nobody_takes_them(ocop: Ocop, workspace: Path) -> None:
    assert ocop("export", "so.xlsx", "--personal") == 2
    assert not (workspace / "so.xlsx").exists()
    assert ocop("export", "so.xlsx") == 0
    sheet = read_workbook((workspace / "so.xlsx").read_bytes()).sheets[0]
    assert "Điện thoại" not in [cell.text for cell in sheet.rows[3]]


@pytest.mark.parametrize("name", ["so.docx", "dossiers/x.yaml", "../so.xlsx", ".ocop/so.xlsx", "."])
def test_a_register_is_written_only_where_it_may(ocop: Ocop, workspace: Path, name: str) -> None:
    before = contents(workspace)
    assert ocop("export", name) == 2
    assert contents(workspace) == before


def test_what_cannot_be_read_is_told_on_the_sheet_too(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = workspace / "dossiers/ca-phe.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("  set: ", "  set: mười "), encoding="utf-8")
    assert ocop("export", "so.xlsx") == 0
    assert "ca-phe" in capsys.readouterr().err
    assert "ca-phe" in read_workbook((workspace / "so.xlsx").read_bytes()).sheets[0].rows[2][0].text


def test_every_heading_leads_back_to_its_column(workspace: Path) -> None:
    columns = exported(workspace).columns
    sheet = read_workbook(typed_workbook(sheets(workspace))).sheets[0]
    table = table_of(sheet, headings_of(load_field_map(), {}))
    assert table
    assert [column.path for column in table.columns] == [column.path for column in columns]


def test_the_same_register_is_the_same_file(workspace: Path) -> None:
    made = [typed_workbook(sheets(workspace)) for _ in range(2)]
    assert made[0] == made[1]
    assert zipfile.is_zipfile(io.BytesIO(made[0]))


@pytest.mark.office
def test_libreoffice_hands_the_register_on_as_it_is(workspace: Path, tmp_path: Path) -> None:
    (tmp_path / "so.xlsx").write_bytes(typed_workbook(sheets(workspace)))
    saved = (through_office([tmp_path / "so.xlsx"], "xlsx", tmp_path / "out") / "so.xlsx").read_bytes()
    before = contents(workspace)
    rows = imported(workspace, saved)
    assert [row.lines for row in rows if row.outcome is not RowOutcome.SAME] == []
    assert len(rows) == len(list((workspace / "dossiers").glob("*.yaml")))
    assert contents(workspace) == before
    kinds = {cell.kind for row in read_workbook(saved).sheets[0].rows for cell in row}
    assert CellKind.DAY in kinds
