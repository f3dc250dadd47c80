"""Write the table of provinces and communes from two independent public packages that must agree.

usage: python tools/make_places.py

Both packages are downloaded into a temporary folder and read as files, never run. Codes, provinces and kinds must be
the same in both, names the same but for marks and apostrophes; one difference stops the tool. The names written are
those of ``vietnamadminunits`` (MIT). What became of an old commune is the union of what both say: a proposal may name
one too many, never one too few.
"""

import ast
import json
import sqlite3
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from ocop_cli.programme.places import place_key

DATA = Path(__file__).resolve().parent.parent / "src/ocop_cli/programme/data"
FIRST = "vietnamadminunits==1.0.4"
SECOND = (
    "vietnam-provinces==2026.9.0"  # on a Python before 3.12 an older one is installed, with 114 other codes
)

SETTLED = {"10543": "phường", "11848": "xã", "31213": "phường", "31299": "xã"}
"""Kinds that the first package has otherwise: the second and a third source (vietnamese-provinces-database) agree."""


def download(folder: Path, package: str) -> Path:
    """Fetch and unpack a package; return its folder."""
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:"]
    target = folder / package.partition("=")[0]
    subprocess.run([*pip, "--python-version", "3.13", "-d", target, package], check=True)
    with ZipFile(next(target.glob("*.whl"))) as wheel:
        wheel.extractall(target)
    return target


def first_units(folder: Path) -> tuple[dict[str, tuple[str, str, str]], dict[str, tuple[str, ...]]]:
    """Return today's units (code → kind, name, province) and the old communes (code → kind, name, district, province)."""
    base = sqlite3.connect(folder / "vietnamadminunits/data/dataset.db")
    units = {}
    for ward, name, code, province, province_code in base.execute(
        "select wardType, wardShort, wardCode, province, provinceCode from admin_units"
    ):
        units[code] = (ward.lower(), name.replace("'", "’"), province_code)
        kind = "thành phố" if province.startswith("Thành phố ") else "tỉnh"
        units[province_code] = (kind, province.removeprefix("Thành phố ").removeprefix("Tỉnh "), "")
    old = {
        code: (kind.lower(), name.replace("'", "’"), district, province)
        for code, kind, name, district, province in base.execute(
            "select wardCode, wardType, wardShort, district, province from admin_units_legacy where wardCode <> ''"
        )
        if name and kind
    }
    return units, old


def first_moves(folder: Path) -> dict[str, set[str]]:
    """Return what became of each old commune, by code, as the first package says."""
    base = sqlite3.connect(folder / "vietnamadminunits/data/dataset.db")
    new = {
        (p, w): code for p, w, code in base.execute("select provinceKey, wardKey, wardCode from admin_units")
    }
    old: dict[str, set[str]] = defaultdict(set)
    for province, district, ward, code in base.execute(
        "select provinceKey, districtKey, wardKey, wardCode from admin_units_legacy"
    ):
        old["_".join(filter(None, (province, district, ward)))].add(code)
    data = json.loads((folder / "vietnamadminunits/data/converter_2025.json").read_text(encoding="utf-8"))
    whole, parted = data["DICT_PROVINCE_WARD_NO_DIVIDED"], data["DICT_PROVINCE_WARD_DIVIDED"]
    pairs = [
        (key, (p, ward)) for p, wards in whole.items() for ward, before in wards.items() for key in before
    ]
    pairs += [
        (key, (p, w["newWardKey"]))
        for p, before in parted.items()
        for key, after in before.items()
        for w in after
    ]
    moves: dict[str, set[str]] = defaultdict(set)
    for key, place in pairs:
        for code in old.get(key, ()):
            moves[code].add(new[place])
    return moves


def second_units(folder: Path) -> dict[str, tuple[str, str, str]]:
    """Return today's communes as the second package has them."""
    file = folder / "vietnam_provinces/data/nested-divisions.json"
    return {
        f"{ward['code']:05}": (
            ward["division_type"],
            ward["name"][len(ward["division_type"]) :].strip(),  # the name begins with the word for its kind
            f"{province['code']:02}",
        )
        for province in json.loads(file.read_text(encoding="utf-8"))
        for ward in province["wards"]
    }


def second_moves(folder: Path) -> dict[str, set[str]]:
    """Return what became of each old commune as the second package says: read from its source, which is not run."""
    text = (folder / "vietnam_provinces/_ward_conversion_2025.py").read_text(encoding="utf-8")
    moves: dict[str, set[str]] = defaultdict(set)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "OldToNewEntry":
            before, after = node.args
            codes = [call.args[0].value for call in after.elts]  # type: ignore[attr-defined]  # NewWardRef(code, province)
            moves[f"{before.args[0].value:05}"] |= {f"{code:05}" for code in codes}  # type: ignore[attr-defined]  # OldWardRef
    return moves


def check(first: dict[str, tuple[str, str, str]], second: dict[str, tuple[str, str, str]]) -> None:
    """Stop unless both packages have the same communes."""
    communes = {code: unit for code, unit in first.items() if unit[2]}
    assert communes.keys() == second.keys(), communes.keys() ^ second.keys()
    for code, (kind, name, province) in communes.items():
        other_kind, other_name, other_province = second[code]
        assert (kind, province) == (other_kind, other_province), code
        assert place_key(name) == place_key(other_name), (code, name, other_name)


def main() -> int:
    """Compare and write; return 0."""
    with TemporaryDirectory() as temporary:
        one, two = (download(Path(temporary), package) for package in (FIRST, SECOND))
        units, old = first_units(one)
        units |= {code: (kind, *units[code][1:]) for code, kind in SETTLED.items()}
        check(units, second_units(two))
        moves, others = first_moves(one), second_moves(two)
    rows = ["\t".join((code, *units[code])) for code in sorted(units, key=lambda c: (len(c), c))]
    (DATA / "places.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    lines, head = [], ""
    for code, (kind, name, district, province) in sorted(
        old.items(), key=lambda row: (row[1][3], row[1][2], row[0])
    ):
        if head != (head := f"={district}\t{province}"):
            lines.append(head)
        after = moves.get(code, set()) | others.get(code, set())
        if after:
            lines.append("\t".join((kind, name, " ".join(sorted(after)))))
    (DATA / "former_places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    differ = sum(moves[code] != others[code] for code in moves.keys() & others.keys())
    print(
        f"{len(units)} units, {len(old)} old communes; what became of them differs for {differ}, both are kept"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
