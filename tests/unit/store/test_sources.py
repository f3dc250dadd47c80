"""A run keeps what it has read: one reading, one parsing, lines split once."""

from pathlib import Path

import pytest

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.reading.sources import Sources

TEXT = "product:\r\n  name: Rượu\r\nmaterials:\r\n  - name: Ngô\r\n    share: 120\r\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "dossiers").mkdir()
    (tmp_path / "dossiers/a.yaml").write_bytes(TEXT.encode())
    (tmp_path / "dossiers/b.yaml").write_bytes("product: {name: Gạo}\n".encode("utf-16"))
    return tmp_path


def found(name: str, *field: str | int, related: tuple[Place, ...] = ()) -> Finding:
    return Finding("D010", Severity.ERROR, "x", Place(name, field), related=related)


def test_a_file_that_is_loaded_is_parsed_once(root: Path, parsed: list[str]) -> None:
    sources = Sources(root)
    assert sources.load("dossiers/a.yaml") is sources.load("dossiers/a.yaml")
    assert sources.read("dossiers/a.yaml") is sources.load("dossiers/a.yaml")
    assert parsed == ["dossiers/a.yaml"]


def test_what_is_read_in_passing_is_kept_only_when_told(root: Path) -> None:
    sources, name = Sources(root), "dossiers/a.yaml"
    read = sources.read(name)
    (root / name).unlink()
    with pytest.raises(FileNotFoundError):
        sources.load(name)
    sources.keep(read)
    assert sources.load(name) is read


def test_a_file_that_was_written_is_read_anew(root: Path) -> None:
    sources = Sources(root)
    assert sources.line("dossiers/a.yaml", 2) == "  name: Rượu"
    sources.load("dossiers/a.yaml")
    (root / "dossiers/a.yaml").write_text("product: {}\n", encoding="utf-8")
    sources.forget(["dossiers/a.yaml"])
    assert sources.load("dossiers/a.yaml").data == {"product": {}}
    assert sources.line("dossiers/a.yaml", 1) == "product: {}"


def test_lines_are_shown_without_parsing(root: Path, parsed: list[str]) -> None:
    sources = Sources(root)
    assert [sources.line("dossiers/a.yaml", n) for n in (0, 1, 5, 6, 7)] == [
        "",
        "product:",
        "    share: 120",
        "",
        "",
    ]
    assert sources.line("dossiers/b.yaml", 1) == "product: {name: Gạo}"
    assert parsed == []


def test_findings_are_placed_with_each_file_parsed_once(root: Path, parsed: list[str]) -> None:
    other = Place("dossiers/b.yaml", ("product", "name"))
    findings = [found("dossiers/a.yaml", "materials", 0, "share", related=(other,)) for _ in range(50)]
    findings += [found("dossiers/b.yaml", "product", "name"), found("papers/x.pdf"), found("dossiers/c.yaml")]
    placed = Sources(root).placed(findings)
    assert {str(f.place) for f in placed} == {
        "dossiers/a.yaml:5:12",
        "dossiers/b.yaml:1:17",
        "papers/x.pdf",
        "dossiers/c.yaml",
    }
    assert str(placed[0].related[0]) == "dossiers/b.yaml:1:17"
    assert sorted(parsed) == ["dossiers/a.yaml", "dossiers/b.yaml"]


def test_a_finding_that_has_a_place_keeps_it(root: Path, parsed: list[str]) -> None:
    place = Place("dossiers/a.yaml", ("product",), 7, 3)
    (same,) = Sources(root).placed([Finding("Y007", Severity.ERROR, "x", place)])
    assert same.place == place
    assert parsed == []
