"""Big files: made aside and moved, or copied from where they lie, and known by their hash."""

import hashlib
from pathlib import Path

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.store.files.big import MAKING, BigFile, Fingerprint, big_file, make_big
from ocop_cli.store.files.changes import AnyChange, BigChange, apply_changes, diff, plan_big, plan_write
from ocop_cli.store.files.journal import FOLDER
from ocop_cli.store.files.undo import plan_redo, plan_undo

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
    assert made == BigFile(tmp_path / MAKING, FINGERPRINT, is_made=True)
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


def test_a_file_of_another_that_changes_while_it_is_taken_is_refused(tmp_path: Path) -> None:
    root, scan = tmp_path / "xa", tmp_path / "scan.pdf"
    root.mkdir()
    scan.write_bytes(CONTENT)
    changes: list[AnyChange] = [
        plan_write(root, "a.yaml", b"1"),
        plan_big(root, "papers/scan.pdf", big_file(scan)),
    ]
    scan.write_bytes(CONTENT + b"more")
    with pytest.raises(OcopError, match=r"scan\.pdf vừa được sửa ở nơi khác"):
        apply_changes(root, changes, "nhận")
    assert not (root / "a.yaml").exists()
    assert not list((root / "papers").iterdir())


@pytest.mark.parametrize("size", [3, 4])
def test_what_is_big_is_never_copied_into_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr("ocop_cli.store.files.big.BIG", 4)
    (tmp_path / "a.pdf").write_bytes(b"%PDF"[:size])
    lies = (tmp_path / "a.pdf").stat().st_ino
    apply_changes(tmp_path, [plan_write(tmp_path, "a.pdf", b"new")], "thay")
    (kept,) = tmp_path.glob(f"{FOLDER}/*/0.before")
    assert (kept.stat().st_ino == lies) is (size == 4)
    assert isinstance(plan_undo(tmp_path).changes[0], BigChange) is (size == 4)


def test_a_big_file_is_taken_back_and_brought_back_as_often_as_wished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ocop_cli.store.files.big.BIG", 4)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-old")
    apply_changes(
        tmp_path, [plan_big(tmp_path, "a.pdf", make_big(tmp_path, lambda to: to.write(b"%PDF-new")))], "thay"
    )
    for plan, content in [(plan_undo, b"%PDF-old"), (plan_redo, b"%PDF-new")] * 2:
        planned = plan(tmp_path)
        apply_changes(tmp_path, planned.changes, "hoàn tác", planned.reverses)
        assert (tmp_path / "a.pdf").read_bytes() == content
