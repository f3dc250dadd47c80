"""Folders of many communes for the benchmarks of the roll-up, made of the examples and of a fixed seed."""

import random
import shutil
from pathlib import Path

from growth import SEED, make_workspace

_POOL = 5  # times the dossiers of one commune, of which each commune has its own choice
_FIRST = 10_000


def make_communes(root: Path, communes: int, size: int) -> list[Path]:
    """Write the folders of so many communes with so many dossiers each; return them."""
    chance = random.Random(SEED)
    pool = make_workspace(root / ".pool", size * _POOL)
    files = sorted((pool / "dossiers").iterdir())
    profile = (pool / "ocop.yaml").read_text(encoding="utf-8")
    made = []
    for number in range(communes):
        folder = root / f"xa-{number:04}"
        (folder / "dossiers").mkdir(parents=True)
        code = f"{_FIRST + number:05}"
        own = profile.replace("23356", code).replace("name: Xốp", f"name: Xốp {number}")
        (folder / "ocop.yaml").write_text(own, encoding="utf-8")
        shutil.copytree(pool / "producers", folder / "producers")
        for file in chance.sample(files, size):
            shutil.copy(file, folder / "dossiers" / file.name)
        made.append(folder)
    shutil.rmtree(pool)
    return made


def make_broken(root: Path, good: Path) -> dict[str, Path]:
    """Write one hostile and three broken folders beside good ones; return them by what is wrong with them."""
    made = {name: root / f"xa-{name}" for name in ("doc-ac", "hong", "khong-ocop", "dong-hong")}
    for folder in made.values():
        shutil.copytree(good, folder)
    (made["doc-ac"] / "rules/26-2026").mkdir(parents=True)
    (made["doc-ac"] / "rules/26-2026/decision.yaml").write_text("&a [*a, *a]\n", encoding="utf-8")
    (made["doc-ac"] / "dossiers/bom.yaml").write_text("a: " + "[" * 50_000, encoding="utf-8")
    (made["hong"] / "ocop.yaml").write_text("commune: [\n", encoding="utf-8")
    (made["khong-ocop"] / "ocop.yaml").unlink()
    (made["dong-hong"] / "ocop.yaml").write_bytes(b"\x00\xff\x00")
    return made
