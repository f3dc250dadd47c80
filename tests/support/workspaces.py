"""One way to make a workspace on the disk: an own one with a few dossiers, or a copy of the example."""

import os
from functools import cache
from pathlib import Path
from typing import Any

from support.paths import EXAMPLES
from support.profiles import profile_yaml


def write_workspace(root: Path, dossiers: dict[str, str], **profile: Any) -> Path:
    """Write a workspace: the text of each dossier under its id, and a profile with the parts that are given."""
    (root / "dossiers").mkdir(parents=True)
    (root / "ocop.yaml").write_text(profile_yaml(**profile), encoding="utf-8")
    for dossier_id, text in dossiers.items():
        (root / "dossiers" / f"{dossier_id}.yaml").write_text(text, encoding="utf-8")
    return root


def copy_example(root: Path) -> Path:
    """Copy the example workspace with its times, without what was only in its cache."""
    folders, files = _example()
    for folder in folders:
        (root / folder).mkdir(parents=True)
    for name, content, changed in files:
        (root / name).write_bytes(content)
        os.utime(root / name, ns=(changed, changed))
    return root


@cache  # thousands of tests ask for a copy: reading the files once takes half of its time away
def _example() -> tuple[list[Path], list[tuple[Path, bytes, int]]]:
    found = [path for path in [EXAMPLES, *sorted(EXAMPLES.rglob("*"))] if ".ocop" not in path.parts]
    named = [(path.relative_to(EXAMPLES), path) for path in found]
    files = [(name, path.read_bytes(), path.stat().st_mtime_ns) for name, path in named if path.is_file()]
    return [name for name, path in named if path.is_dir()], files
