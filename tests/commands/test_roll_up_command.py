"""The open data of a commune, and many communes summed up: what is broken or hostile is told and stops nothing."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from ocop_cli.app import run
from ocop_cli.dossier.private import PrivateData
from ocop_cli.reports.open_columns import OPEN_COLUMNS, OpenType, open_lines
from ocop_cli.reports.open_tally import judged_key, roll_up_json
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.going_out.roll_up import roll_up
from support.workspaces import copy_example

Ocop = Callable[..., int]
Row = dict[str, Any]
TODAY = date(2026, 11, 23)
ROW: Row = {
    "schema": "ocop/open@1", "province": "51", "commune": "02356", "commune_name": "xã Mẫu", "as_of": "2026-11-23",
    "rows": 1, "unread": 0, "id": "a", "product": "A", "product_set": 13, "product_group": "Thực phẩm",
    "producer_kind": None, "producer": None, "track": "new", "year": 2026, "stage": "idea", "late": 0, "star": 3,
    "standing": "in_force", "recognised_on": None, "expires_on": None, "labour": None, "local_labour": None,
    "revenue_year": None, "revenue_vnd": None,
}  # fmt: skip


@pytest.fixture
def opened(ocop: Ocop, workspace: Path) -> list[Row]:
    """The rows of the example's open data."""
    assert ocop("export", "--open") == 0
    text = (workspace / "open-data/ocop-23356.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_every_row_is_typed_and_has_every_column(opened: list[Row]) -> None:
    kinds = {OpenType.TEXT: str, OpenType.WHOLE: int, OpenType.DAY: str}
    assert len(opened) == 13
    for row in opened:
        assert list(row) == [column.name for column in OPEN_COLUMNS]
        for column in OPEN_COLUMNS:
            value = row[column.name]
            assert isinstance(value, kinds[column.type]) or (value is None and not column.is_needed), column
            if column.type is OpenType.DAY and value:
                date.fromisoformat(str(value))


def test_parquet_holds_the_same_with_codes_as_text(ocop: Ocop, workspace: Path) -> None:
    profile = workspace / "ocop.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("23356", "02356"), encoding="utf-8")
    assert ocop("export", "--open", "mo.jsonl") == 0
    rows = [json.loads(line) for line in (workspace / "mo.jsonl").read_text(encoding="utf-8").splitlines()]
    table = parquet.read_table(workspace / "mo.parquet")
    for row in (found := table.to_pylist()):
        row.update({name: day.isoformat() for name, day in row.items() if isinstance(day, date)})
    assert found == rows
    assert str(table.schema.field("commune").type) == "string"
    assert str(table.schema.field("expires_on").type) == "date32[day]"
    assert {row["commune"] for row in rows} == {"02356"}


def test_open_data_tell_of_no_person(ocop: Ocop, workspace: Path) -> None:
    file = workspace / "dossiers/ca-phe.yaml"
    own = [Set(("product", "name"), "Cà phê 0912345678"), Set(("producer", "kind"), "household")]
    file.write_bytes(edit(parse(file.read_bytes(), file.name), own).raw)
    assert ocop("export", "--open") == 0
    said = (workspace / "open-data/ocop-23356.jsonl").read_text(encoding="utf-8")
    secrets = ["0912345678", "HTX Cà phê Ví Dụ", "Y Sâm Mẫu", "Thôn Ví Dụ Một"]
    for path in (workspace / "private").glob("*.yaml"):
        data = parse(path.read_bytes(), path.name).data
        secrets += [data[name] for name in PrivateData.model_fields if isinstance(data.get(name), str)]
    assert len(secrets) > 10
    assert [secret for secret in secrets if secret in said and secret != "ocop/private@1"] == []


def test_an_unreadable_dossier_is_counted_in_every_row(ocop: Ocop, workspace: Path) -> None:
    (workspace / "dossiers/ca-phe.yaml").write_text("schema: [", encoding="utf-8")
    assert ocop("export", "--open") == 0
    rows = (workspace / "open-data/ocop-23356.jsonl").read_text(encoding="utf-8").splitlines()
    assert {(json.loads(row)["rows"], json.loads(row)["unread"]) for row in rows} == {(12, 1)}


def test_a_folder_and_its_open_data_sum_up_alike(opened: list[Row], workspace: Path, tmp_path: Path) -> None:
    of_folder = roll_up([workspace], TODAY)
    of_file = roll_up([workspace / "open-data"], TODAY)
    assert roll_up_json(of_folder) == roll_up_json(of_file)
    counts = of_file.counts
    assert counts.total() == 13
    assert counts == Counter(map(judged_key, opened))
    together = roll_up([workspace, workspace / "open-data"], TODAY)
    assert together.counts == counts
    assert [why for _, why in together.left_out] == [f"xã 23356 đã tính theo {workspace}"]


def test_the_newest_data_of_a_commune_count(tmp_path: Path) -> None:
    for name, day, star in (("a", "2026-11-23", 3), ("b", "2026-11-25", 4), ("c", "2026-11-24", 5)):
        (tmp_path / f"{name}.jsonl").write_bytes(open_lines([{**ROW, "as_of": day, "star": star}]))
    rolled = roll_up([tmp_path], TODAY)
    assert [(each.as_of, each.dossiers) for each in rolled.communes] == [("2026-11-25", 1)]
    assert len(rolled.left_out) == 2
    assert roll_up_json(rolled)["stars"] == [{"star": 4, "dossiers": 1, "late": 0}]


WRONG: tuple[Row, ...] = (
    {"schema": "x"}, {"commune": 2356}, {"commune": "2356"}, {"commune": "٠٢٣٥٦"}, {"star": 9}, {"star": True},
    {"star": [3]}, {"late": -1}, {"late": "0"}, {"standing": {}}, {"standing": "x"}, {"product_group": 5},
    {"product_group": "x" * 1000}, {"product_set": "13"}, {"as_of": "hôm nay ạ"}, {"as_of": None}, {"rows": None},
    {"rows": 2.0}, {"late": False},
)  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        b"", b"\xff\xfe", b"null", b"[1]", b"{", b"[" * 100_000, b"9" * 100_000, b'{"schema": "ocop/open@1"}',
        *(json.dumps({**ROW, "rows": 2, "star": 1, **wrong}).encode() for wrong in WRONG),
    ],
)  # fmt: skip
def test_a_broken_row_is_told_and_the_others_counted(tmp_path: Path, line: bytes) -> None:
    good = open_lines([{**ROW, "rows": 2, "star": 1}])
    (tmp_path / "a.jsonl").write_bytes(good + line + b"\n" + good)
    rolled = roll_up([tmp_path / "a.jsonl"], TODAY)
    assert rolled.counts.total() == 2
    assert [source for source, _ in rolled.left_out] == ([f"{tmp_path}/a.jsonl:2"] if line else [])


def test_an_endless_line_is_one_broken_row(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(open_lines([ROW]) + b'{"product": "' + b"x" * 300_000)
    (tmp_path / "b.jsonl").write_bytes(open_lines([{**ROW, "commune": "00001"}]))
    rolled = roll_up([tmp_path], TODAY)
    assert [each.code for each in rolled.communes] == ["00001", "02356"]
    assert [source for source, _ in rolled.left_out] == [f"{tmp_path}/a.jsonl:2"]


def test_a_file_that_lacks_rows_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(open_lines([{**ROW, "rows": 60}]))
    rolled = roll_up([tmp_path], TODAY)
    assert rolled.counts.total() == 1
    assert "có 1 dòng, tệp ghi 60" in rolled.left_out[0][1]


def test_broken_and_hostile_folders_stop_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    communes = tmp_path / "cac-xa"
    good = copy_example(communes / "xa-tot")
    before = {path: path.read_bytes() for path in good.rglob("*") if path.is_file()}
    for name, text in (("xa-ho-so-hong", None), ("xa-khong-ocop", ""), ("xa-hong", "commune: [\n")):
        root = copy_example(communes / name)
        if text is None:
            (root / "dossiers/ca-phe.yaml").write_bytes(b"\x00\x01")
            (root / "dossiers/mat-ong.yaml").unlink()
            (root / "dossiers/mat-ong.yaml").symlink_to("mat-ong.yaml")
            profile = (root / "ocop.yaml").read_text(encoding="utf-8")
            (root / "ocop.yaml").write_text(profile.replace("23356", "23365"), encoding="utf-8")
        elif text:
            (root / "ocop.yaml").write_text(text, encoding="utf-8")
        else:
            (root / "ocop.yaml").unlink()
    hostile = copy_example(communes / "xa-doc-ac")
    (hostile / "rules/26-2026").mkdir(parents=True)
    (hostile / "rules/26-2026/decision.yaml").write_text("&a [*a, *a]", encoding="utf-8")
    (hostile / "dossiers/bom.yaml").write_text("a: " + "[" * 50_000, encoding="utf-8")
    os.mkfifo(communes / "ong.jsonl")
    for debris in ("Thumbs.db", "desktop.ini", "~$cac-xa.xlsx", "._xa-tot"):
        (communes / debris).write_bytes(bytes(162))
    assert run(["roll-up", str(communes), "--as-of", "2026-11-23", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {(each["code"], each["dossiers"], each["unread"]) for each in told["communes"]} == {
        ("23356", 13, 0),
        ("23365", 11, 2),
    }
    named = {Path(each["source"]).name for each in told["left_out"]}
    assert {"xa-ho-so-hong", "xa-khong-ocop", "xa-hong", "xa-doc-ac", "ong.jsonl"} == named
    assert all(each["why"] for each in told["left_out"])
    assert {path: path.read_bytes() for path in before} == before
    assert sorted(path for path in good.rglob("*") if path.is_file()) == sorted(before)


def test_sums_are_shown_and_nothing_is_a_state(
    opened: list[Row], ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert ocop("roll-up", "open-data") == 0
    said = capsys.readouterr().out
    assert "1 xã, 13 hồ sơ." in said
    assert "23/11/2026" in said
    assert ocop("roll-up", "khong-co") == 1
    said = capsys.readouterr().out
    assert "Theo xã" not in said
    assert "Chưa tính: khong-co: không thấy" in said
    assert "ocop export --open" in said


def test_exports_are_summed_up_without_what_reads_dossiers(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(open_lines([ROW]))
    code = (
        "import sys; from pathlib import Path; from datetime import date; from ocop_cli.usecases.going_out.roll_up import roll_up; "
        f"roll_up([Path({str(tmp_path)!r})], date(2026, 1, 1)); print([m for m in ('pydantic', 'yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
