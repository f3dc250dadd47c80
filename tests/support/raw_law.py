"""The criteria as the YAML files of a decision say them, read with plain Python: nothing of the program's own reading."""

from fractions import Fraction
from importlib.resources import files
from typing import Any

import yaml

Raw = dict[str, Any]


def read_decision(decision: str) -> Raw:
    """Lay the files of a decision together: the keys of one file beside those of the others."""
    laid: Raw = {}
    for file in sorted((files("ocop_cli.rules") / "data" / decision).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml") and not file.name.startswith("amendment"):
            for key, value in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader).items():
                laid[key] = {**laid.get(key, {}), **value} if isinstance(value, dict) else value
    return laid


def criteria_of(law: Raw, number: str) -> dict[str, Raw]:
    """Return the criteria of a product set by their ids, each with its levels: points, star mark, whether it stops."""
    own = law["sets"][number]
    codes: dict[str, str] = {}
    for block in own.get("layout", []):
        codes |= law["layouts"][block]
    codes |= own.get("criteria", {})
    made = [(name, whole(law, name)) for name in codes.values()]
    return {criterion.get("id", name): criterion for name, criterion in made}


def whole(law: Raw, name: str) -> Raw:
    """Return a criterion with all that it takes from the ones that it is like."""
    own = law["criteria"][name]
    if "like" not in own:
        made = {"id": name, **own}
        levels = {option: dict(said) for option, said in own["options"].items()}
    else:
        made = {**whole(law, own["like"]), **own}
        before = made["levels"] if "options" not in own else own["options"]
        levels = {o: dict(said) for o, said in before.items() if o not in own.get("drop", [])}
        for option, points in own.get("points", {}).items():
            levels[option]["points"] = points
        if "stars" in own:
            for option, said in levels.items():
                said.pop("star", None)
                if option in own["stars"]:
                    said["star"] = own["stars"][option]
    made["levels"] = {o: {**said, "points": Fraction(said["points"])} for o, said in levels.items()}
    made["printed_stops"] = own.get("stops", [])
    return made


def choices(law: Raw, criterion: Raw) -> dict[str, Fraction]:
    """Return the points of every level that may be chosen, printed or made by the decision's words."""
    points = {option: said["points"] for option, said in criterion["levels"].items()}
    for key in ("stop", "requires", "floor"):
        if key in criterion:
            points[criterion[key]["id"]] = Fraction(0)
    nothing_printed = criterion.get("kind") != "share" and all(points[o] for o in criterion["levels"])
    if "floor" not in criterion and nothing_printed:
        points[law["unmet"]["id"]] = Fraction(0)
    if "exempt" in criterion:
        points[criterion["exempt"]["id"]] = Fraction(criterion["max"])
    return points


def stops(criterion: Raw) -> set[str]:
    """Return the levels after which nothing more is assessed."""
    asked = {criterion["stop"]["id"]} if "stop" in criterion else set()
    return asked | set(criterion["printed_stops"])


def least(criterion: Raw, star: int) -> Fraction:
    """Return the points that a star asks of a criterion: those of the best option marked with it or a lower star."""
    levels = criterion["levels"].values()
    marked: list[Fraction] = [o["points"] for o in levels if "star" in o and int(o["star"]) <= star]
    if "min_star" in criterion and int(criterion["min_star"]) <= star:
        marked.append(min(o["points"] for o in levels if o["points"]))
    return max(marked, default=Fraction(0))


def star_of(law: Raw, criteria: dict[str, Raw], points: dict[str, Fraction]) -> int:
    """Return the lower of the star of the total and of the star whose minima are all met."""
    total = sum(points.values(), Fraction(0))
    by_points = max(int(star) for star, band in law["stars"].items() if total >= Fraction(band["from"]))
    held = 0
    for star in sorted(int(star) for star in law["stars"]):
        if any(given < least(criteria[name], star) for name, given in points.items()):
            break
        held = star
    return min(by_points, held)


def counted(criteria: dict[str, Raw], points: dict[str, Fraction]) -> dict[str, Fraction]:
    """Leave out the worse of two criteria of which one is chosen."""
    kept: dict[str, Fraction] = {}
    best: dict[str, str] = {}
    for name, given in points.items():
        group = criteria[name].get("alternative")
        if group is None:
            kept[name] = given
        elif group not in best or given > points[best[group]]:
            best[group] = name
    return kept | {name: points[name] for name in best.values()}
