"""The log of the program's own bugs: kept where it can be, and what private files say of persons is not in it."""

from pathlib import Path

import pytest

from ocop_cli.store.files.bug_log import append_bug_log

PRIVATE = """\
schema: ocop/private@1
gender: nữ
ethnicity: 'Xơ Đăng'   # hỏi lại
permanent_address: Thôn Ví Dụ Chín
"""
DOSSIER = "producer:\n  name: HTX Mẫu\n  representative:\n    title: Giám đốc\n    name: Y Mẫu\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in (("private/a.yaml", PRIVATE), ("dossiers/a.yaml", DOSSIER)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_said_of_persons_is_masked_and_the_rest_stays(root: Path) -> None:
    told = "HTX Mẫu, Y Mẫu, Xơ Đăng, Thôn Ví Dụ Chín, nữ, ocop/private@1, 0912345678"
    log = append_bug_log(root, told)
    assert log is not None
    assert log.is_relative_to(root / ".ocop")
    assert log.read_text(encoding="utf-8") == "HTX Mẫu, ***, ***, ***, nữ, ocop/private@1, *******678\n"


def test_one_log_holds_one_after_the_other(root: Path) -> None:
    assert append_bug_log(root, "một") == (log := append_bug_log(root, "hai"))
    assert log is not None
    assert log.read_text(encoding="utf-8") == "một\nhai\n"


def test_where_the_folder_takes_none_it_lies_in_a_temporary_one(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".ocop").write_bytes(b"")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    for log in (append_bug_log(root, "một"), append_bug_log(None, "một")):
        assert log is not None
        assert log.is_relative_to(elsewhere)
    monkeypatch.setattr("tempfile.tempdir", str(root / ".ocop"))
    assert append_bug_log(root, "một") is None


def test_a_value_within_another_leaves_nothing_of_the_longer(tmp_path: Path) -> None:
    said = "name: Lan\nfull_name: Nguyễn Lan Mẫu\nward: Ma\n"
    (tmp_path / "private/deep").mkdir(parents=True)
    (tmp_path / "private/deep/a.yaml").write_text(said, encoding="utf-8")
    log = append_bug_log(tmp_path, "Nguyễn Lan Mẫu, Lan, Ma")
    assert log is not None
    assert log.read_text(encoding="utf-8") == "***, ***, Ma\n"
