"""A golden file that no test asks for fails a full run, and only a full run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.paths import ROOT

TEST = """
import pytest

@pytest.mark.parametrize("name", ["first", "second"])
def test_it(name, approved):
    approved(name, name)

def test_other():
    pass
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own with one test file and the golden files it asks for."""
    golden = tmp_path / "tests/golden"
    golden.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pytest.ini_options]\ntestpaths = ["tests"]\n', encoding="utf-8"
    )
    (tmp_path / "tests/conftest.py").write_text('pytest_plugins = ["support.golden"]\n', encoding="utf-8")
    (tmp_path / "tests/test_it.py").write_text(TEST, encoding="utf-8")
    for name in ("first", "second"):
        (golden / f"{name}.txt").write_text(name, encoding="utf-8")
    return tmp_path


def run(project: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "xdist", *words]
    path = {"PYTHONPATH": str(ROOT / "tests"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(
        command, cwd=project, env={**os.environ, **path}, capture_output=True, text=True, check=False
    )


def test_golden_files_that_are_asked_for_pass(project: Path) -> None:
    assert run(project).returncode == 0


@pytest.mark.parametrize("workers", ["0", "2"])
def test_an_orphan_fails_a_full_run_and_is_named(project: Path, workers: str) -> None:
    orphan = project / "tests/golden/third.txt"
    orphan.write_text("third", encoding="utf-8")
    done = run(project, "-n", workers)
    assert done.returncode == 1
    assert str(orphan) in done.stdout


@pytest.mark.parametrize("words", [("-k", "other"), ("tests/test_it.py",), ("-n", "2", "-k", "other")])
def test_part_of_the_tests_says_nothing_of_orphans(project: Path, words: tuple[str, ...]) -> None:
    (project / "tests/golden/third.txt").write_text("third", encoding="utf-8")
    assert run(project, *words).returncode == 0


def test_a_skipped_test_may_have_golden_files(project: Path) -> None:
    skipping = "\n@pytest.mark.skip\ndef test_third(approved):\n    approved('third', 'third')\n"
    (project / "tests/test_it.py").write_text(TEST + skipping, encoding="utf-8")
    (project / "tests/golden/third.txt").write_text("third", encoding="utf-8")
    assert run(project).returncode == 0


def test_a_marker_that_leaves_tests_out_elsewhere_hides_no_orphan(project: Path) -> None:
    other = project / "tests/office"
    other.mkdir()
    (other / "test_office.py").write_text("def test_office():\n    pass\n", encoding="utf-8")
    (project / "tests/golden/third.txt").write_text("third", encoding="utf-8")
    assert run(project, "-n", "2", "-k", "not office").returncode == 1
