"""The year of the demo, played once: its folder at the end of each day on which something is done."""

import shutil
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.usecases.demo import STEPS, copy_example

Played = Mapping[str, Path]
"""The folder at the end of each day of the demo, the last one last."""


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Play the demo in this process, and keep its folder as it is at the end of each day."""
    parent = tmp_path_factory.mktemp("played")
    root, found = parent / "xa", {}
    copy_example(root)
    for day, steps in groupby(STEPS, key=lambda step: step.on):
        for step in steps:
            assert run(["-C", str(root), "--as-of", day, "--no-input", *step.words]) == 0, step.words
        found[day] = shutil.copytree(root, parent / day)
    return found
