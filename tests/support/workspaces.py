"""One way to make a workspace on the disk: an own one with a few dossiers, or a copy of the example."""

import shutil
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
    """Copy the example workspace, without what was only in its cache."""
    shutil.copytree(EXAMPLES, root, ignore=shutil.ignore_patterns(".ocop"))
    return root
