"""The bundle of ``tools/make_bundle.py`` does what an official does with it, on a machine without Python."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.paths import ROOT

pytestmark = pytest.mark.bundle
DAY = ("--as-of", "2026-12-31", "--no-input")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the bundle; return its program."""
    folder = tmp_path_factory.mktemp("bundle")
    subprocess.run([sys.executable, ROOT / "tools/make_bundle.py", folder], check=True)
    return folder / "ocop" / ("ocop.exe" if os.name == "nt" else "ocop")


def run(program: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the bundle as a person without our environment would."""
    environment = {"PATH": os.defpath, "HOME": str(cwd), "SHELL": "/bin/bash"}
    return subprocess.run(
        [program, *words], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_a_bundle_does_the_work_of_a_year(bundle: Path, tmp_path: Path) -> None:
    played = run(bundle, "demo", "xa", cwd=tmp_path)
    assert played.returncode == 0, played.stderr
    folder = tmp_path / "xa"
    assert list(folder.glob("packages/*.zip"))
    for words in (("check",), ("evaluate", "homestay"), ("rules", "list"), ("next",)):
        done = run(bundle, *words, *DAY, cwd=folder)
        assert done.returncode == 0, (words, done.stderr)
    done = run(bundle, "submit", "homestay", *DAY, "-n", cwd=folder)
    assert done.returncode in {0, 1}, done.stderr
    in_shell = [
        "bash",
        "-c",
        f'"{bundle}" --show-completion; exit $?',
    ]  # which shell it is called from, it looks up itself
    assert subprocess.run(in_shell, cwd=folder, capture_output=True, check=False).returncode == 0


def test_a_new_folder_remembers_the_bundle(bundle: Path, tmp_path: Path) -> None:
    words = ("--commune", "Ví Dụ", "--commune-code", "00001", "--province", "Mẫu", "--province-code", "99")
    assert run(bundle, "init", "xa", *words, "--signer", "A Văn Mẫu", cwd=tmp_path).returncode == 0
    assert (tmp_path / "xa/.ocop/program.txt").read_text(encoding="utf-8") == f"{bundle}\n"
