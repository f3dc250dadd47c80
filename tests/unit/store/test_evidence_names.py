"""A paper is found whatever code points its name has on the disk (B7)."""

from pathlib import Path
from unicodedata import normalize

from ocop_cli.store.evidence import file_contents, file_hashes
from support.dossiers import make_dossier

NAME = "papers/mật ong/Câu chuyện mật ong.pdf"


def test_a_name_in_decomposed_letters_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "papers/mật ong"
    folder.mkdir(parents=True)
    (folder / normalize("NFD", "Câu chuyện mật ong.pdf")).write_bytes(b"%PDF")
    dossier = make_dossier(papers=[{"id": "chuyen", "kind": "story", "title": "Câu chuyện", "file": NAME}])
    assert file_contents(tmp_path, dossier) == {NAME: b"%PDF"}
    assert file_hashes(tmp_path, dossier)[NAME] is not None


def test_another_name_is_not(tmp_path: Path) -> None:
    (tmp_path / "papers/mật ong").mkdir(parents=True)
    (tmp_path / "papers/mật ong/Câu chuyện.pdf").write_bytes(b"%PDF")
    dossier = make_dossier(papers=[{"id": "chuyen", "kind": "story", "title": "Câu chuyện", "file": NAME}])
    assert file_contents(tmp_path, dossier) == {NAME: None}
