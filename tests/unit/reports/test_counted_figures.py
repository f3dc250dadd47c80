"""Every figure of a report equals a count by a script that imports nothing of ours, before and after a change."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from shlex import split
from typing import Any

import pytest

from ocop_cli.programme.log_field import KnownThings
from ocop_cli.programme.log_line import read_line
from ocop_cli.reports.period import parse_period
from ocop_cli.store.built_in.packaged import load_log_kinds
from support.count_figures import count
from support.dossiers import SOUND
from support.parts import to_yaml, with_parts
from support.paths import EXAMPLES, ROOT
from support.played import Played
from support.report_figures import TODAY, Figures, counted, figures_of, number_of, printed
from support.runs import runs
from support.workspaces import write_workspace

Files = dict[str, dict[str, Any]]


def moves(*stages: tuple[str, str]) -> list[dict[str, str]]:
    return [{"stage": stage, "on": on} for stage, on in stages]


def won(on: str, star: str, **certificate: str) -> dict[str, Any]:
    """A recognition with its certificate, issued on the same day unless said otherwise."""
    return {"recognised": "có", "on": on, "star": star, "certificate": {"issued_on": on, **certificate}}


def labour(total: str, commune: str, minority: str) -> dict[str, str]:
    return {"total": total, "commune": commune, "ethnic_minority": minority}


def revenue(*years: tuple[str, str]) -> dict[str, Any]:
    return {"years": [{"year": year, "revenue": amount} for year, amount in years]}


LATE = {"limit": "Xã đánh giá", "due": "2026-03-23", "reason": "chờ ý kiến"}
RECORDS: Files = {
    "htx-nui": {
        "schema": "ocop/producer@1", "name": "HTX Núi Mẫu", "kind": "cooperative", "women_led": "có",
        "labour": [
            {"year": "2025", **labour("16", "12", "9")},
            {"year": "2026", "total": "18", "commune": "15"},
            {"year": "2027", **labour("99", "99", "99")},
        ],
    },
    "to-det": {"schema": "ocop/producer@1", "name": "Tổ Dệt Mẫu", "kind": "cooperative_group", "young_founder": "có"},
}  # fmt: skip
PARTS: dict[str, dict[str, Any]] = {
    "hai-mot": {"producer": "htx-nui", "product": {"set": "4"}, "labour": labour("12", "10", "8"), "business": revenue(("2024", "120000000"), ("2025", "1.500.000"))},
    "hai-hai": {"producer": "htx-nui", "product": {"set": "18"}, "labour": labour("7", "7", "7"), "history": moves(("idea", "2026-02-01"), ("received", "2026-06-01"), ("evaluated", "2026-06-10"))},
    "cung-ten": {"producer": {"name": "htx  núi mẫu", "disabled_led": "có"}, "labour": labour("40", "1", "1")},
    "da-dung": {"producer": {"name": "Hộ Dừng", "women_led": "có"}, "labour": labour("15", "15", "15"), "history": moves(("idea", "2026-01-05"), ("withdrawn", "2026-08-01"))},
    "khong-chon": {"producer": {"name": "Hộ Không"}, "history": moves(("idea", "2026-01-05"), ("not_selected", "2026-02-01"))},
    "het-han": {"producer": {"name": "Hộ Hết", "women_led": "không"}, "labour": labour("3", "2", "0"), "results": [won("01/10/2023", "3")], "history": moves(("certified", "2023-10-01"))},
    "gia-han": {"producer": {"name": "Hộ Gia Hạn"}, "results": [won("2023-08-15", "4")], "history": moves(("certified", "2023-08-15"))},
    "tre-han": {"producer": {"name": "Hộ Trễ", "ethnic_minority_led": "có"}, "labour": labour("9", "9", "9"), "history": [*moves(("received", "2026-03-02")), *({**move, "late": {**LATE}} for move in moves(("evaluated", "2026-07-30"), ("submitted", "2026-09-30")))]},
    "thu-hoi": {"producer": {"name": "Hộ Thu Hồi"}, "results": [{**won("2025-03-01", "3"), "revoked": {"on": "2026-08-01", "reason": "ngừng sản xuất"}}], "history": moves(("certified", "2025-03-01"))},
    "nang-hang": {"producer": "to-det", "product": {"set": "22"}, "registration": {"track": "upgrade"}, "results": [won("2024-12-20", "3"), won("2026-06-30", "4", expires_on="30/06/2029")], "history": moves(("certified", "2024-12-20"), ("submitted", "2026-04-20"), ("certified", "2026-06-30")), "business": revenue(("2025", "80000000"))},
    "phan-lai": {"producer": {"name": "Hộ Lại"}, "registration": {"track": "existing"}, "results": [won("2024-01-10", "3"), won("2026-10-30", "3")], "history": moves(("certified", "2024-01-10"), ("submitted", "2026-10-01"), ("certified", "2026-10-30"))},
    "truot": {"producer": {"name": "Hộ Trượt"}, "results": [{"recognised": "không", "on": "2026-10-30"}], "history": moves(("submitted", "2026-10-01"), ("not_certified", "2026-10-30"))},
    "sap-het": {"producer": {"name": "Hộ Sắp Hết", "young_founder": "không"}, "results": [won("2024-02-20", "3")], "history": moves(("certified", "2024-02-20")), "business": revenue(("2024", "10.000.000"))},
    "ngay-mai": {"producer": {"name": "Hộ Mai"}, "results": [won("2026-12-25", "5")], "history": moves(("idea", "2026-11-20"), ("certified", "2026-12-25"))},
    "nam-sau": {"producer": {"name": "Hộ Sau"}, "history": moves(("idea", "2027-01-05"))},
}  # fmt: skip
"""Two products of a record and one that has its name; withdrawn, declined, lapsed, in grace, late, revoked; today and later."""


def folder() -> Files:
    """The files of the workspace by their paths, as data that a test may change."""
    dossiers = {
        f"dossiers/{name}.yaml": with_parts(SOUND, {"product": {"name": name}, **part})
        for name, part in PARTS.items()
    }
    return deepcopy({**dossiers, **{f"producers/{name}.yaml": record for name, record in RECORDS.items()}})


def write(root: Path, files: Files) -> Path:
    write_workspace(root, {})
    (root / "producers").mkdir()
    (root / "programme/activities").mkdir(parents=True)
    for name, data in files.items():
        (root / name).write_text(to_yaml(data), encoding="utf-8")
    return root


def acts() -> Files:
    """The acts of two years: of every kind its example, once more a year before, and again with its end or not done."""
    known = KnownThings(
        ("thôn Ví Dụ Một", "thôn Ví Dụ Hai", "thôn Ví Dụ Ba"),
        {"sam-day": "Sâm dây"},
        ("HTX Ruộng Cao",),
        TODAY,
    )
    files: Files = {}
    for number, kind in enumerate(load_log_kinds().kinds.values()):
        values = {"kind": kind.id, **read_line(kind, split(kind.example), known).values}
        old = {
            **values,
            "on": f"2025-0{number % 9 + 1}-15",
            **({"done": "có"} if number % 2 and kind.has("done") else {}),
        }
        if number % 3 == 0 and kind.has("until"):
            old["until"] = "2025-12-01"
        for year, rows in (
            (2025, [old]),
            (2026, [values, {**values, "on": f"2026-{number % 12 + 1:02d}-20"}]),
        ):
            name = f"programme/activities/{year}.yaml"
            file = files.setdefault(
                name, {"schema": "ocop/activities@1", "year": str(year), "activities": []}
            )
            file["activities"] += [as_text(row) for row in rows]
    return files


def as_text(row: dict[str, Any]) -> dict[str, Any]:
    """Return values as they stand in a file."""
    words = {True: "có", False: "không"}
    return {
        name: [*value] if isinstance(value, list) else words[value] if isinstance(value, bool) else str(value)
        for name, value in row.items()
    }


@pytest.mark.parametrize("seed", range(12))
def test_a_single_change_of_an_act_moves_the_figures_that_the_script_says(tmp_path: Path, seed: int) -> None:
    chance, files = random.Random(seed), acts()
    place = f"programme/activities/{chance.choice([2025, 2026])}.yaml"
    row = chance.choice(files[place]["activities"])
    name = chance.choice(sorted(row.keys() & ACT_VALUES.keys()))
    row[name] = ACT_VALUES[name](chance)
    one, other = write(tmp_path / "one", acts()), write(tmp_path / "other", files)
    moved = _moved(printed(one), printed(other))
    assert moved == _moved(counted(one), counted(other)), (row, name)


ACT_VALUES: dict[str, Callable[[random.Random], Any]] = {
    "on": lambda c: f"202{c.randint(4, 7)}-{c.randint(1, 12):02d}-{c.randint(1, 28):02d}",
    "done": lambda c: c.choice(["có", "không"]),
    "people": lambda c: str(c.randint(3, 1200)),
    "villages": lambda c: [f"thôn {n}" for n in range(c.randint(1, 4))],
    "products": lambda c: [f"mau-{n}" for n in range(c.randint(1, 4))],
    "amount_vnd": lambda c: f"{c.randint(1, 9)}.500.000",
    "source": lambda c: c.choice(["Ngân sách xã", "ngân sách xã", "Vốn khác"]),
    "channel": lambda c: c.choice(["mạng xã hội", "báo, đài"]),
}


@pytest.mark.parametrize(
    "root", [EXAMPLES, *sorted((ROOT / "tests/folders").iterdir())], ids=lambda root: root.name
)
@pytest.mark.parametrize("today", [date(2026, 6, 1), date(2026, 12, 31), date(2030, 1, 1)])
def test_every_figure_of_the_demo_folder_is_the_count_of_the_script(root: Path, today: date) -> None:
    assert printed(root, today) == counted(root, today)


def test_every_figure_of_the_played_demo_is_the_count_of_the_script(played: Played) -> None:
    """Also of each earlier day, looked back at from the end of the year."""
    *days, (last, end) = played.items()
    for on, root in (*days[:: runs(3, 1)], (last, end)):
        today = date.fromisoformat(on)
        assert printed(root, today) == counted(root, today) == counted(end, today) == printed(end, today)
    assert counted(end)


def test_every_figure_of_a_hard_folder_is_the_count_of_the_script(tmp_path: Path) -> None:
    root = write(tmp_path / "xa", {**folder(), **acts()})
    found = printed(root)
    assert found == counted(root)
    for code in (
        "late",
        "in_grace",
        "lapsed",
        "ended.withdrawn",
        "ended.not_selected",
        "upgraded",
        "re_ranked",
        "expiring",
    ):
        assert found[code], code
    assert (
        found["producers"] == len(PARTS) - 5
    )  # two products of one, one of its name, two ended, one not begun
    assert found["labour.total"] == 18 + 3 + 9


@pytest.mark.parametrize("seed", range(40))
def test_a_single_change_moves_the_figures_that_the_script_says(tmp_path: Path, seed: int) -> None:
    before, after = folder(), folder()
    said = change(after, random.Random(seed))
    one, other = write(tmp_path / "one", before), write(tmp_path / "other", after)
    moved = _moved(printed(one), printed(other))
    assert moved == _moved(counted(one), counted(other)), said


def test_the_changes_move_most_of_the_figures(tmp_path: Path) -> None:
    base = counted(write(tmp_path / "base", folder()))
    moved: set[str] = set()
    for seed in range(40):
        files = folder()
        change(files, random.Random(seed))
        moved |= _moved(base, counted(write(tmp_path / f"s{seed}", files))).keys()
    assert len({code for code in moved if not code.startswith(("divided", "stage", "star"))}) >= 15


@pytest.mark.parametrize(
    ("period", "before", "previous"), [("2026-08", "2025-08", "2026-07"), ("2026-Q3", "2025-Q3", "2026-Q2")]
)
def test_earlier_periods_beside_a_figure_are_counts_of_the_script(
    tmp_path: Path, period: str, before: str, previous: str
) -> None:
    root = write(tmp_path / "xa", {**folder(), **acts()})
    told = figures_of(root, date(2026, 11, 20), period)
    for part, text in (("before", before), ("previous", previous)):
        earlier = parse_period(text)
        then = count(root, earlier.first, earlier.last, earlier.last)
        known = {each["code"]: number_of(each[part]) for each in told if each[part] != "–"}
        assert known == {code: then.get(code, 0) for code in known}
        assert sum(map(bool, known.values())) > len(told) // 4


def _moved(before: Figures, after: Figures) -> dict[str, tuple[float, float]]:
    codes = before.keys() | after.keys()
    pairs = {code: (before.get(code, 0), after.get(code, 0)) for code in codes}
    return {code: pair for code, pair in pairs.items() if pair[0] != pair[1]}


def change(files: Files, chance: random.Random) -> str:
    """Change one value of one file, so that it still can be read; return what was done."""
    places: dict[Any, list[tuple[str, tuple[Any, ...]]]] = defaultdict(list)
    for name in sorted(files):
        for path in leaves(files[name], ()):
            places[path[-1]].append((name, path))
    while True:
        kind = chance.choice(sorted(VALUES))
        name, path = chance.choice(places[kind])
        holder = files[name]
        for part in path[:-1]:
            holder = holder[part]
        before, holder[kind] = holder[kind], VALUES[kind](chance)
        if holder[kind] != before:
            return f"{name} {path}: {before} → {holder[kind]}"


VALUES: dict[str, Callable[[random.Random], Any]] = {
    "on": lambda c: f"202{c.randint(4, 7)}-{c.randint(1, 12):02d}-{c.randint(1, 28):02d}",
    "issued_on": lambda c: f"{c.randint(1, 28)}/{c.randint(1, 12)}/202{c.randint(2, 6)}",
    "expires_on": lambda c: f"202{c.randint(5, 9)}-0{c.randint(1, 9)}-28",
    "stage": lambda c: c.choice(["idea", "received", "evaluated", "submitted", "certified", "withdrawn"]),
    "star": lambda c: str(c.randint(3, 5)),
    "recognised": lambda c: c.choice(["có", "không"]),
    "set": lambda c: str(c.randint(1, 26)),
    "track": lambda c: c.choice(["new", "existing", "upgrade"]),
    "kind": lambda c: c.choice(["cooperative", "household", "farm"]),
    "year": lambda c: c.choice(["2024", "2026"]),
    "revenue": lambda c: str(c.randint(1, 999)) + "000000",
    "producer": lambda c: c.choice(["htx-nui", "to-det", {"name": "Hộ Hết"}, {"name": "HTX Núi Mẫu"}]),
    "name": lambda c: c.choice(["Hộ Hết", "Tổ Dệt Mẫu", "Hộ Mới"]),
    **dict.fromkeys(["total", "commune", "ethnic_minority"], lambda c: str(c.randint(0, 1200))),
    **dict.fromkeys(
        ["women_led", "ethnic_minority_led", "disabled_led", "young_founder"],
        lambda c: c.choice(["có", "không"]),
    ),
}


def leaves(data: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value; that of a producer held by a dossier as a whole too."""
    if path == ("producer",):
        yield path
    if isinstance(data, dict):
        for key, inner in data.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(data, list):
        for number, inner in enumerate(data):
            yield from leaves(inner, (*path, number))
    elif path != ("producer",):
        yield path
