"""A paper is found however its path is spelled on the disk, its pages are counted, and a near name is offered (B7)."""

from pathlib import Path
from unicodedata import normalize

import pytest

from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossier.evidence import evidence_files, files_seen
from ocop_cli.store.foreign import pdf as pdf_reader
from ocop_cli.store.reading.sources import Sources
from support import scans
from support.dossiers import make_dossier

NAME = "papers/mật ong/Câu chuyện mật ong.pdf"


def told(name: str = NAME, **more: str) -> Dossier:
    return make_dossier(
        papers=[{"id": "chuyen", "kind": "story", "title": "Câu chuyện", "file": name, **more}]
    )


@pytest.mark.parametrize(
    "path",
    [
        "papers/mật ong/{NFD}",
        "papers/{nfd}/Câu chuyện mật ong.pdf",
        "papers/mật ong/Câu chuyện  mật\u00a0ong.pdf",
    ],
)
def test_a_path_in_another_spelling_is_found(tmp_path: Path, path: str) -> None:
    spelled = path.replace("{NFD}", normalize("NFD", "Câu chuyện mật ong.pdf"))
    file = tmp_path / spelled.replace("{nfd}", normalize("NFD", "mật ong"))
    file.parent.mkdir(parents=True)
    file.write_bytes(b"%PDF")
    found = evidence_files(tmp_path, told())[NAME]
    assert found is not None
    assert found.read_bytes() == b"%PDF"
    assert files_seen(Sources(tmp_path), told()).hashes[NAME] is not None


def test_another_name_is_not(tmp_path: Path) -> None:
    (tmp_path / "papers/mật ong").mkdir(parents=True)
    (tmp_path / "papers/mật ong/Câu chuyện.pdf").write_bytes(b"%PDF")
    assert evidence_files(tmp_path, told()) == {NAME: None}


@pytest.mark.parametrize(
    ("there", "named"),
    [
        ("papers/x/cong-bo.pdf", "papers/x/cong bo.pdf"),
        ("papers/x/danh-sach-lao-dong.pdf", "papers/x/ds lao dong.pdf"),
        ("papers/mat-ong/phieu.pdf", "papers/mật ong/phieu.pdf"),
        ("papers/x/phieu.pdf", "papers/x/phieu.PDF"),
    ],
)
def test_a_file_that_is_called_nearly_so_is_named(tmp_path: Path, there: str, named: str) -> None:
    (tmp_path / there).parent.mkdir(parents=True)
    (tmp_path / there).write_bytes(b"%PDF")
    assert files_seen(Sources(tmp_path), told(named)).near[named] == there


@pytest.mark.parametrize(
    "named", ["papers/x/hop-dong.pdf", "/etc/hosts", "../x/phieu.pdf", "C:\\a\\phieu.pdf"]
)
def test_nothing_is_near_outside_or_far_away(tmp_path: Path, named: str) -> None:
    (tmp_path / "papers/x").mkdir(parents=True)
    (tmp_path / "papers/x/phieu.pdf").write_bytes(b"%PDF")
    assert files_seen(Sources(tmp_path), told(named)).near[named] == ""


@pytest.mark.parametrize(
    ("name", "content", "pages"),
    [
        ("a.pdf", scans.pdf(12), 12),
        ("a.pdf", scans.pdf(3, lock="mo"), None),
        ("a.pdf", b"%PDF-1.7 nothing", None),
        ("a.pdf", b"", None),
        ("a.jpg", scans.photo(), 1),
        ("a.docx", b"PK", None),
    ],
)
def test_pages_are_counted_where_they_can_be(
    tmp_path: Path, name: str, content: bytes, pages: int | None
) -> None:
    (tmp_path / name).write_bytes(content)
    assert files_seen(Sources(tmp_path), told(name)).pages[name] == pages


def test_a_run_reads_a_pdf_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(scans.pdf(2))
    sources, counted = Sources(tmp_path), iter([2])
    monkeypatch.setattr(pdf_reader, "count_pages", lambda _: next(counted))
    assert [files_seen(sources, told("a.pdf")).pages["a.pdf"] for _ in range(3)] == [2, 2, 2]
