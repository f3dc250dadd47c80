"""The source distribution holds everything that its tests and checks need."""

import subprocess
import tomllib

import pytest

from support.paths import ROOT


def test_everything_that_git_keeps_is_in_the_source_distribution() -> None:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("an unpacked source distribution is no git checkout")
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {f"/{name.partition('/')[0]}" for name in done.stdout.split("\0") if name} <= set(included)
