"""Count every figure of a report anew, from the YAML alone: nothing of the program is imported."""

import sys
import unicodedata
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

PACKAGE = Path(__file__).parents[2] / "src/ocop_cli"
LAW = PACKAGE / "rules/data/26-2026"
YES = ("co", "true")
TRAITS = ("women_led", "ethnic_minority_led", "disabled_led", "young_founder")


def read(path: Path) -> Any:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=loader)


def day(text: str) -> date:
    return date(*map(int, text.split("-") if "-" in text else text.split("/")[::-1]))


def number(text: str) -> int:
    return int(text.replace(".", ""))


def folded(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).casefold().split())


STAGES = {stage["id"]: stage for stage in read(PACKAGE / "workflow/data/cycle.yaml")["stages"]}
GROUPS = {number(n): s["product_group"] for n, s in read(LAW / "sets.yaml")["sets"].items()}
PROCEDURE = read(LAW / "procedure.yaml")["procedure"]
BEGUN = day(read(LAW / "decision.yaml")["decision"]["effective_from"])
LIMITS = {name: timedelta(number(limit["days"])) for name, limit in PROCEDURE["limits"].items()}
DAYS = read(PACKAGE / "programme/data/calendar.yaml")["days"]
CLOSED, WORKED = ({day(on) for each in DAYS for on in each.get(key, ())} for key in ("closed", "worked"))


def ends(result: Any, on: date) -> date | None:
    if "revoked" in result and day(result["revoked"]["on"]) <= on:
        return day(result["revoked"]["on"])
    paper = result.get("certificate")
    if not paper or "expires_on" in paper:
        return day(paper["expires_on"]) if paper else None
    issued = day(paper["issued_on"])
    year = issued.year + number(PROCEDURE["certificate_months"]) // 12
    leap = (issued.month, issued.day) == (2, 29)
    return date(year, issued.month, 28 if leap else issued.day)


def worth(end: date | None, on: date) -> str:
    if end is None or on <= end:
        return "in_force"
    late = end - LIMITS["reranking_closes"] <= BEGUN <= end
    return "in_grace" if late and on <= end + LIMITS["late_reranking_grace"] else "lapsed"


def dossiers_of(root: Path, on: date) -> list[dict[str, Any]]:
    records = {p.stem: read(p) for p in (root / "producers").glob("*.yaml")}
    found = []
    for d in map(read, sorted((root / "dossiers").glob("*.yaml"))):
        named = d["producer"]
        d["record"], d["owner"] = (named, records[named]) if isinstance(named, str) else ("", named)
        d["moves"] = [m for m in d["history"] if day(m["on"]) <= on and "corrected_on" not in m]
        told = [r for r in d.get("results") or () if day(r["on"]) <= on and "corrected" not in r]
        d["won"] = [r for r in told if folded(r["recognised"]) in YES]
        d["end"] = ends(d["won"][-1], on) if d["won"] else None
        found += [d] if d["moves"] else []
    return found


def is_past(d: Any, on: date) -> bool:
    """Whether the working days are over that the commune has from the receipt on, or what a paper gave it."""
    limit = STAGES[d["moves"][-1]["stage"]].get("limit")
    received = (d["registration"].get("slip") or {}).get("received_on")
    if not limit or not received or day(received) < BEGUN:
        return False
    end, left = day(received), LIMITS[limit].days
    while left:
        end += timedelta(1)
        left -= end in WORKED or (end.weekday() < 5 and end not in CLOSED)
    longer = [e for e in d.get("extensions") or () if e["limit"] == limit and e["on"] >= received]
    return on > (day(longer[-1]["until"]) if longer else end)


def owners(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    records: Any = defaultdict(set)
    groups: Any = defaultdict(list)
    for row in rows:
        records[folded(row["owner"]["name"])] |= {row["record"]} - {""}
    for row in rows:
        named = records[folded(row["owner"]["name"])]
        record = row["record"] or (min(named) if len(named) == 1 else "")
        groups[record, "" if record else folded(row["owner"]["name"])].append(row)
    return list(groups.values())


def workers(own: list[dict[str, Any]], kind: str, year: int) -> int:
    years = [y for row in own if row["record"] for y in row["owner"].get("labour") or ()]
    past = [y for y in years if number(y["year"]) <= year]
    told = [y for y in past if y["year"] == max(y["year"] for y in past)]
    for counts in (told, [row.get("labour") or {} for row in own]):
        if known := [number(c[kind]) for c in counts if kind in c]:
            return max(known)
    return 0


def changes(won: list[Any], first: date, last: date) -> set[str]:
    """What the recognitions of the period were: the first, more stars than before, or ranked anew."""
    found = set()
    for n, r in enumerate(won):
        more = n and int(r.get("star", 0)) > int(won[n - 1].get("star", 0))
        if first <= day(r["on"]) <= last:
            found.add("recognised" if n == 0 else "upgraded" if more else "re_ranked")
    return found


KINDS = {kind["id"]: kind for kind in read(PACKAGE / "programme/data/activities.yaml")["kinds"]}


def plain(value: Any) -> str:
    return folded(value).replace(" ", "-")


def amount(text: str) -> float:
    """A whole number with or without dots, or one with decimals after a comma or a point."""
    whole, _, part = text.replace(",", ".").rpartition(".")
    return float(f"{number(whole)}.{part}") if whole and len(part) < 3 else float(number(text))


def logged(root: Path, first: date, last: date) -> dict[str, float]:
    """Count the acts of the year's log by the counts that each kind has; what nobody says is in no sum."""
    result: dict[str, float] = {}
    rows = [
        row
        for path in sorted((root / "programme/activities").glob("*.yaml"))
        for row in read(path)["activities"]
    ]
    for name, kind in KINDS.items():
        own = [row for row in rows if row["kind"] == name and day(row["on"]) <= last]
        lives: Any = {
            "open": lambda row: folded(row.get("done", "")) not in YES,
            "running": lambda row: "until" not in row or day(row["until"]) >= first,
        }.get(kind.get("carried", ""), lambda row: False)
        own = [row for row in own if day(row["on"]) >= first or lives(row)]
        for said in kind["counts"] if own else ():
            is_done = {"true": True, "false": False}.get(said.get("done", ""))
            held = [row for row in own if is_done is None or (folded(row.get("done", "")) in YES) is is_done]
            ends = {True: "done", False: "open", None: ""}[is_done]
            by = said.get("by", "")
            code = ".".join(
                filter(
                    None, ("log", name, said.get("sum") or said.get("distinct", ""), ends, by and f"by_{by}")
                )
            )
            for value in sorted({plain(row[by]) for row in held if by in row}) if by else [""]:
                part = [row for row in held if not by or (by in row and plain(row[by]) == value)]
                told = f"{code}.{value}" if by else code
                if field := said.get("sum"):
                    stated = [row[field] for row in part if field in row and day(row["on"]) >= first]
                    result.update({told: sum(map(amount, stated))} if stated else {})
                elif field := said.get("distinct"):
                    values = {folded(one) for row in part for one in row.get(field, ())}
                    result.update({told: len(values)} if values else {})
                else:
                    result[told] = len(part)
    return result


def stays(rows: list[dict[str, Any]], first: date, last: date) -> dict[str, int]:
    """The mean days at each stage that was left in the period, to the nearest day, half up."""
    found: Any = defaultdict(list)
    for row in rows:
        for n, move in enumerate(row["moves"][1:]):
            before, left = row["moves"][n], day(move["on"])
            if first <= left <= last and left >= day(before["on"]):
                found[before["stage"]].append((left - day(before["on"])).days)
    return {f"days.{stage}": int(sum(days) / len(days) + 0.5) for stage, days in found.items()}


def people(
    rows: list[dict[str, Any]], first: date, last: date, starred: list[dict[str, Any]]
) -> Counter[str]:
    """Ideas, recognitions and stars of those whom the plan looks to."""
    found: Counter[str] = Counter()
    for trait in ("young_founder", "ethnic_minority_led", "women_led"):
        found.update({f"{trait}.{part}": 0 for part in ("ideas", "recognised", "star")})
        for row in (row for row in rows if folded(row["owner"].get(trait, "")) in YES):
            found[f"{trait}.ideas"] += first <= day(row["moves"][0]["on"]) <= last
            found[f"{trait}.recognised"] += any(first <= day(r["on"]) <= last for r in row["won"])
            found[f"{trait}.star"] += row in starred
    return found


def looks(root: Path, first: date, on: date) -> dict[str, int]:
    """Count what inspections found, by the last one of each product, and what they asked for."""
    paths = sorted((root / "programme/inspections").glob("*.yaml"))
    made = [each for path in paths if first <= day((each := read(path))["on"]) <= on]
    last = {each["dossier"]: each for each in sorted(made, key=lambda each: day(each["on"]))}
    found = Counter(inspected_kept=0, inspected_failed=0, remedies=0, remedies_open=0)
    for each in last.values():
        said = {folded(look["kept"]) in YES for look in each.get("observations") or () if look.get("kept")}
        found.update(inspected_kept=said == {True}, inspected_failed=False in said)
    for each in made:
        asked = len(each.get("requests") or ())
        done = {c["request"] for c in each.get("closings") or () if day(c["on"]) <= on}
        found.update(remedies=asked, remedies_open=asked - len(done))
    return found


def heard(rows: list[dict[str, Any]], first: date, on: date) -> dict[str, int]:
    """Count the dossiers whose producer came to a meeting, and those whose producer never did, where it is stated."""
    told = [
        {folded(h["present"]) in YES for h in row.get("hearings") or () if first <= day(h["on"]) <= on}
        for row in rows
    ]
    there, away = sum(True in said for said in told), sum(said == {False} for said in told)
    return {"heard.present": there, "heard.absent": away} if there or away else {}


def count(root: Path, first: date, last: date, today: date) -> dict[str, float]:
    """Return every figure of the report by its code; ``divided.…`` are the parts of its other tables."""
    on, followed = min(last, today), []
    rows, result = dossiers_of(root, on), Counter(ideas=0, late=0, overdue=0, in_grace=0, lapsed=0)
    result.update(carried=0, returned=0)
    for d in rows:
        earlier = [m["stage"] for m in d["moves"] if day(m["on"]) < first]
        result["carried"] += bool(earlier) and "closed" not in STAGES[earlier[-1]]
        result["returned"] += any(
            m.get("kind") == "return" and first <= day(m["on"]) <= last for m in d["moves"]
        )
        came = {m["stage"] for m in d["moves"] if first <= day(m["on"]) <= last}
        result["overdue"] += is_past(d, on)
        result["late"] += any("late" in m and first <= day(m["on"]) <= last for m in d["moves"])
        result["ideas"] += first <= day(d["moves"][0]["on"]) <= last
        result.update({s: s in came for s in STAGES if "counted" in STAGES[s]})
        result.update(
            {k: k in changes(d["won"], first, last) for k in ("recognised", "upgraded", "re_ranked")}
        )
        stage, is_over = d["moves"][-1]["stage"], "closed" in STAGES[d["moves"][-1]["stage"]]
        followed += [] if is_over else [d]
        result[f"{'ended' if is_over else 'stage'}.{stage}"] += 1
        group = GROUPS.get(number(d["product"].get("set", "0")))
        parts = (stage, d["registration"]["track"], group, d["owner"].get("kind"))
        result.update(f"divided.{n}.{part}" for n, part in enumerate(parts))
    starred = []
    for d in rows:
        won = d["won"][-1] if d["won"] else {}
        if "star" in won and not ("revoked" in won and day(won["revoked"]["on"]) <= on):
            starred.append(d)
    result.update(people(rows, first, last, starred))
    result.update(stays(rows, first, last))
    for d in followed:
        won = d["won"][-1] if d["won"] else {}
        if "star" in won and not ("revoked" in won and day(won["revoked"]["on"]) <= on):
            value = worth(d["end"], on)
            result[f"star.{won['star']}" if value == "in_force" else value] += 1
        years = (d.get("business") or {}).get("years") or ()
        sold = {y["year"]: y["revenue"] for y in years if "revenue" in y}
        for year in (last.year - 2, last.year - 1):
            result[f"revenue.{year}"] += number(sold.get(str(year), "0"))
        result["expiring"] += d["end"] is not None and on <= d["end"] <= on + timedelta(180)
    result.update(followed=len(followed), producers=len(owners(followed)))
    for own in owners(followed):
        result.update({t: any(folded(d["owner"].get(t, "")) in YES for d in own) for t in TRAITS})
        result.update(
            {f"labour.{k}": workers(own, k, on.year) for k in ("total", "commune", "ethnic_minority")}
        )
    made = [read(path) for path in (root / "programme/inspections").glob("*.yaml")]
    looked = [each["dossier"] for each in made if first <= day(each["on"]) <= on]
    result.update(inspections=len(looked), inspected=len(set(looked)))
    result.update(looks(root, first, on))
    result.update(heard(rows, first, on))
    return {**result, **logged(root, first, on)}


def helped(root: Path, on: date) -> dict[str, tuple[int, int, int, int]]:
    """Of each product that an act helped: acts, money of its own up to its first star and since, money shared."""
    began = {p.stem: p for p in (root / "dossiers").glob("*.yaml")}
    found: Any = defaultdict(lambda: [0, 0, 0, 0])
    for path in (root / "programme/activities").glob("*.yaml"):
        for act in read(path)["activities"]:
            if "helps" not in KINDS[act["kind"]] or day(act["on"]) > on:
                continue
            for product in act.get("products", ()):
                results = read(began[product]).get("results") or ()
                won = [day(r["on"]) for r in results if folded(r["recognised"]) in YES]
                place = 3 if len(act["products"]) > 1 else 2 if won and day(act["on"]) > min(won) else 1
                found[product][0] += 1
                found[product][place] += number(act.get("amount_vnd", "0"))
    return {product: tuple(counts) for product, counts in found.items()}


def holding(root: Path, on: date) -> dict[str, int]:
    """The products whose recognition holds, by star, and their producers."""
    held = [
        d for d in dossiers_of(root, on)
        if d["won"] and "revoked" not in d["won"][-1] and worth(d["end"], on) != "lapsed"
    ]  # fmt: skip
    stars = Counter(f"đạt {d['won'][-1]['star']} sao" for d in held)
    owned = {folded(d["owner"]["name"]) for d in held}
    return {
        "Sản phẩm OCOP còn được công nhận": len(held),
        "Chủ thể có sản phẩm OCOP còn được công nhận": len(owned),
        **stars,
    }


if __name__ == "__main__":  # FOLDER FIRST LAST TODAY, days as 2026-12-31
    figures = count(Path(sys.argv[1]), *map(day, sys.argv[2:5]))
    sys.stdout.writelines(f"{code}\t{figure}\n" for code, figure in figures.items())
