"""What the page of a commune shows: its stages, stars, targets, days, labour and origin, and each product."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from ocop_cli.reports.figure import Figure
from ocop_cli.viet.collation import collation_key
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import upper_first

_STARS = (5, 4, 3)
_BEHIND, _AHEAD = timedelta(days=90), timedelta(days=365)
_DAYS = 60  # that the timeline shows
_UNKNOWN = "Chưa ghi"


class ScoreRow(NamedTuple):
    """One content with a score: what it is called, its points of how many, and the article."""

    name: str
    points: str
    cite: str


class Product(NamedTuple):
    """A product as everybody may see it. ``standing`` is empty without a recognition, ``star`` 0 without a star."""

    id: str
    name: str
    producer: str
    group: str
    set_name: str
    stage: str
    star: int
    standing: str
    decision: str
    expires_on: str
    story: str
    scores: tuple[ScoreRow, ...]
    papers: tuple[str, ...]
    materials: Mapping[str, int]
    labour: tuple[int, int]


class Day(NamedTuple):
    """A day on the timeline: what, of which product."""

    on: date
    what: str
    about: str


class Dashboard(NamedTuple):
    """Everything the page is made of. ``unread`` names what could not be read."""

    commune: str
    today: date
    products: Sequence[Product]
    stages: Sequence[tuple[str, str]]
    """The stages of the cycle in order: the name of the step, the name of the stage."""
    figures: Sequence[Figure]
    days: Sequence[Day]
    unread: Sequence[str]


class Bar(NamedTuple):
    """A bar of a chart: its label, and each part with its words, its number, where it begins and how long it is."""

    label: str
    total: int
    parts: tuple[tuple[str, str, int, float, float], ...]


def page_values(board: Dashboard) -> dict[str, Any]:
    """Return what the template asks for: ready words and numbers."""
    return {
        "commune": board.commune,
        "today": show_date(board.today),
        "count": len(board.products),
        "certified": sum(product.star > 0 for product in board.products),
        "lapsed": [p.name for p in board.products if p.standing == "lapsed"],
        "unread": list(board.unread),
        "steps": list(_steps(board)),
        "stars": list(_star_bars(board.products)),
        "targets": list(_target_bars(board.figures)),
        "months": list(_months(board)),
        "labour": list(_labour_bars(board.products)),
        "origins": list(_origin_bars(board.products)),
        "groups": _known(product.group for product in board.products),
        "stages": list(dict.fromkeys(p.stage for p in board.products)),
    }


def page_data(board: Dashboard) -> dict[str, Any]:
    """Return the products for the script; texts that many share stand once, and each product names their places."""
    shared: dict[str, int] = {}

    def place(text: str) -> int:
        return shared.setdefault(text, len(shared))

    products = [
        [
            p.id, p.name, p.producer, place(p.group), place(p.set_name), place(p.stage), p.star, p.standing,
            p.decision, p.expires_on, p.story,
            [[place(row.name), row.points, place(row.cite)] for row in p.scores], [place(each) for each in p.papers],
        ]
        for p in board.products
    ]  # fmt: skip
    return {"texts": list(shared), "products": products}


def _steps(board: Dashboard) -> Iterator[dict[str, Any]]:
    """Yield the steps of the cycle with their stages, each with its products in the order of their names."""
    here: dict[str, list[Product]] = {}
    for product in board.products:
        here.setdefault(product.stage, []).append(product)
    steps: dict[str, list[dict[str, Any]]] = {}
    for step, stage in board.stages:
        if stage in here:
            steps.setdefault(step, []).append({"name": stage, "count": len(here[stage])})
    yield from ({"name": step, "stages": stages} for step, stages in steps.items())


def _bar(label: str, parts: Iterable[tuple[str, str, int]], longest: int) -> Bar:
    """Return a bar of which the longest of its chart takes a hundred units."""
    made, start = [], 0.0
    for kind, words, number in parts:
        length = 100 * number / longest if longest else 0
        made.append((kind, words, number, round(start, 2), round(length, 2)))
        start += length
    return Bar(label, sum(part[2] for part in made), tuple(made))


def _star_bars(products: Sequence[Product]) -> Iterator[Bar]:
    """Yield a bar for each product group: products by star, those whose certificate lapsed apart, those without."""
    counts: dict[str, Counter[str]] = {}
    for p in products:
        kind = "lapsed" if p.standing == "lapsed" else f"star{p.star}" if p.star else "none"
        counts.setdefault(p.group or _UNKNOWN, Counter())[kind] += 1
    longest = max((count.total() for count in counts.values()), default=0)
    words = {f"star{star}": f"{star} sao" for star in _STARS} | {"lapsed": "hết hạn", "none": "chưa có sao"}
    for group in sorted(counts, key=collation_key):
        parts = [(kind, said, counts[group][kind]) for kind, said in words.items() if counts[group][kind]]
        yield _bar(group, parts, longest)


def _target_bars(figures: Iterable[Figure]) -> Iterator[tuple[str, str, str, Bar]]:
    """Yield each figure that the plan sets a number for: name, number, target, and the bar of its share."""
    for figure in figures:
        done, wanted = figure.progress or (0, 0)
        if wanted:
            bar = _bar("", [("done", "đạt", min(done, wanted))], wanted)
            yield upper_first(figure.plain_name), figure.actual, figure.target, bar


def _months(board: Dashboard) -> Iterator[dict[str, Any]]:
    """Yield the months of the timeline with their days; what is past is late."""
    near = [d for d in sorted(board.days) if board.today - _BEHIND <= d.on <= board.today + _AHEAD][:_DAYS]
    months: dict[str, list[dict[str, Any]]] = {}
    for day in near:
        told = {"on": show_date(day.on), "what": day.what, "about": day.about, "late": day.on < board.today}
        months.setdefault(f"Tháng {day.on.month}/{day.on.year}", []).append(told)
    yield from ({"name": name, "days": days} for name, days in months.items())


def _labour_bars(products: Sequence[Product]) -> Iterator[Bar]:
    total, local = (sum(p.labour[n] for p in products) for n in (0, 1))
    if total:
        parts = [("local", "thường trú trong xã", local), ("away", "nơi khác", total - local)]
        yield _bar("Lao động", [part for part in parts if part[2]], total)


def _origin_bars(products: Sequence[Product]) -> Iterator[Bar]:
    """Yield one bar: of how many products each origin is the main one of the material."""
    main: Counter[str] = Counter()
    for product in products:
        if product.materials:
            main[max(product.materials, key=lambda origin: product.materials[origin])] += 1
    kinds = ("local", "near", "province", "away", "import", "none")
    parts = [(kinds[n % len(kinds)], words, number) for n, (words, number) in enumerate(main.most_common())]
    if parts:
        yield _bar("Nguồn nguyên liệu chính", parts, main.total())


def _known(values: Iterable[str]) -> list[str]:
    return sorted({value for value in values if value}, key=collation_key)
