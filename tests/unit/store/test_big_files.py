"""Big files: made aside and moved, or copied from where they lie, and known by their hash."""

import hashlib
from pathlib import Path

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.store.files.big import MAKING, Fingerprint, big_file, make_big
from ocop_cli.store.files.changes import apply_changes, diff, plan_big, plan_write

CONTENT = b"%PDF-1.7\n" + b"scan" * 1000
FINGERPRINT = Fingerprint(len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
NAME = "packages/p.zip"


def test_a_file_made_aside_is_moved_to_its_place(tmp_path: Path) -> None:
    made = make_big(tmp_path, lambda file: file.write(CONTENT))
    assert made.fingerprint == FINGERPRINT
    apply_changes(tmp_path, [plan_big(tmp_path, NAME, made), plan_write(tmp_path, "a.yaml", b"1")], "gói")
    assert (tmp_path / NAME).read_bytes() == CONTENT
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o644
    assert not list((tmp_path / MAKING).iterdir())


def test_a_file_of_another_is_copied_and_stays(tmp_path: Path) -> None:
    root, scan = tmp_path / "xa", tmp_path / "scan.pdf"
    root.mkdir()
    scan.write_bytes(CONTENT)
    apply_changes(root, [plan_big(root, "papers/scan.pdf", big_file(scan))], "nhận")
    assert (root / "papers/scan.pdf").read_bytes() == scan.read_bytes() == CONTENT


def test_a_trial_leaves_nothing(tmp_path: Path) -> None:
    made = make_big(tmp_path, lambda file: file.write(CONTENT), trial=True)
    change = plan_big(tmp_path, NAME, made)
    assert diff(change) == f"{NAME}: chưa có → {len(CONTENT)} byte\n"
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_another_now_is_not_written_over(tmp_path: Path) -> None:
    change = plan_big(tmp_path, NAME, make_big(tmp_path, lambda file: file.write(CONTENT)))
    (tmp_path / "packages").mkdir()
    (tmp_path / NAME).write_bytes(b"of another")
    with pytest.raises(OcopError, match="vừa được sửa ở nơi khác"):
        apply_changes(tmp_path, [change], "gói")
    assert (tmp_path / NAME).read_bytes() == b"of another"
