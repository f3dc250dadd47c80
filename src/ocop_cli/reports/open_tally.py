"""Open data of many communes summed up: by commune, product group, star, product set, and what came late."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from ocop_cli.reports.open_columns import SCHEMA, OpenRow
from ocop_cli.tables import Align, Column, Table

_STANDINGS = frozenset({None, "in_force", "in_grace", "lapsed", "revoked"})
_LIVE = frozenset({None, "in_force", "in_grace"})
_STARS = frozenset({None, 1, 2, 3, 4, 5})
_CODE, _LONGEST = 5, 300
_UNKNOWN = "chưa ghi"
Entry = tuple[str, str, str, int, int]
"""Code of the commune, its name, the day of the data, how many rows the file should have of it, how many are unread."""


class Key(NamedTuple):
    """What a dossier is counted by; ``late`` where any of its acts came after its limit."""

    group: str | None
    product_set: int | None
    star: int | None
    standing: str | None
    late: bool


class Tally(NamedTuple):
    """What one source holds of one commune: ``rows`` as the file says, ``counts`` as they were read."""

    code: str
    name: str
    as_of: str
    rows: int
    unread: int
    counts: Counter[Key]

    @property
    def dossiers(self) -> int:
        """How many dossiers were read."""
        return self.counts.total()

    def count(self, wanted: Callable[[Key], bool]) -> int:
        """Return how many dossiers have a key that is wanted."""
        return sum(number for key, number in self.counts.items() if wanted(key))


class Broken(ValueError):  # noqa: N818 - says what a row is
    """A row that is no row of open data, with why in Vietnamese."""


def judged_entry(row: OpenRow | None) -> Entry:
    """Return whose a row is. Raises ``Broken``, also where there is none."""
    if row is None:
        raise Broken("không phải một dòng JSON")
    found = row.get("commune"), row.get("commune_name"), row.get("as_of"), row.get("rows"), row.get("unread")
    code, name, day, rows, unread = found
    if row.get("schema") != SCHEMA:
        raise Broken(f"không phải dữ liệu mở {SCHEMA}")
    if type(code) is not str or len(code) != _CODE or not code.isdecimal() or not code.isascii():
        raise Broken("mã xã không phải năm chữ số")
    if type(name) is not str or len(name) > _LONGEST or type(day) is not str or not _is_day(day):
        raise Broken("thiếu tên xã hoặc ngày của số liệu")
    if type(rows) is not int or type(unread) is not int or rows < 0 or unread < 0:
        raise Broken("thiếu số dòng, số hồ sơ không đọc được")
    return code, name, day, rows, unread


def _is_day(text: str) -> bool:
    """Say whether a text has the form of an ISO day; which day it is nobody works out for each of many rows."""
    year, month, day = text[:4], text[5:7], text[8:]
    return f"{year}-{month}-{day}" == text and len(day) == len(month) and (year + month + day).isdecimal()


def judged_key(row: OpenRow | None) -> Key:
    """Return what a row is counted by. Raises ``Broken``."""
    row = row or {}
    group, number, star = row.get("product_group"), row.get("product_set"), row.get("star")
    standing, late = row.get("standing"), row.get("late")
    if (
        type(late) is not int
        or late < 0
        or not _is_one_of(standing, _STANDINGS)
        or not _is_one_of(star, _STARS)
    ):
        raise Broken("hạng sao, giá trị giấy chứng nhận hoặc số việc trễ hạn không đọc được")
    if group is not None and (type(group) is not str or len(group) > _LONGEST):
        raise Broken("ngành hàng không phải chữ")
    if number is not None and type(number) is not int:
        raise Broken("bộ sản phẩm không phải số")
    return Key(group, number, star, standing, late > 0)  # type: ignore[arg-type] # star and standing were checked above


def _is_one_of(value: object, known: frozenset[Any]) -> bool:
    return type(value) in {type(None), str, int} and value in known


ENTRY = itemgetter("schema", "commune", "commune_name", "as_of", "rows", "unread")
KEY = itemgetter("product_group", "product_set", "star", "standing", "late")
"""What of a row says whose it is, and what it is counted by."""
T = TypeVar("T")


def judged_once(
    part: Callable[[Any], tuple[Any, ...]], judge: Callable[[OpenRow | None], T]
) -> Callable[[Any], T]:
    """Return a judge of rows who looks once at what many rows have alike in a part of them."""
    known: dict[tuple[Any, ...], T] = {}

    def judged(row: Any) -> T:
        try:
            said = part(row)
            alike = said, *map(type, said)  # by value alone 1 is also 1.0 and true
            found = known.get(alike)
        except (KeyError, TypeError):  # no row, a part that lacks, a part that is no plain value
            return judge(row)
        if found is None:
            found = known[alike] = judge(row)
        return found

    return judged


class RolledUp(NamedTuple):
    """The communes in the order of their codes, each once, and what was left out: (source, why)."""

    communes: Sequence[Tally]
    left_out: Sequence[tuple[str, str]]

    @property
    def counts(self) -> Counter[Key]:
        """The dossiers of all communes."""
        total: Counter[Key] = Counter()
        for tally in self.communes:
            total.update(tally.counts)
        return total


def newest(tallies: Iterable[tuple[str, Tally]]) -> RolledUp:
    """Return each commune once: where several sources have it, the one of the latest day, the first of those."""
    kept: dict[str, tuple[str, Tally]] = {}
    left_out = []
    for source, tally in tallies:
        other_source, other = kept.get(tally.code, (source, tally))
        older, newer = (source, other_source) if other.as_of >= tally.as_of else (other_source, source)
        if tally is not other:
            left_out.append((older, f"xã {tally.code} đã tính theo {newer}"))
        if tally is other or tally.as_of > other.as_of:
            kept[tally.code] = source, tally
    return RolledUp([kept[code][1] for code in sorted(kept)], left_out)


def by(counts: Mapping[Key, int], part: Callable[[Key], Any]) -> list[tuple[Any, int, int]]:
    """Return each value of a part of the keys with its dossiers and those with a late act; unknown ones last."""
    dossiers, late = Counter[Any](), Counter[Any]()
    for key, number in counts.items():
        dossiers[part(key)] += number
        late[part(key)] += number if key.late else 0
    order = sorted(
        dossiers,
        key=lambda value: (value is None, value or 0) if not isinstance(value, str) else (False, value),
    )
    return [(value, dossiers[value], late[value]) for value in order]


def star_of(key: Key) -> int | None:
    """Return the star of a product whose certificate is worth something; ``None`` for any other."""
    return key.star if key.standing in _LIVE else None


def is_lapsed(key: Key) -> bool:
    """Say whether a product's certificate has lapsed."""
    return key.standing == "lapsed"


def roll_up_json(rolled: RolledUp) -> dict[str, Any]:
    """Return the sums for a JSON output."""
    counts = rolled.counts
    return {
        "communes": [
            {
                "code": tally.code,
                "name": tally.name,
                "as_of": tally.as_of,
                "dossiers": tally.dossiers,
                "recognised": tally.count(lambda key: star_of(key) is not None),
                "lapsed": tally.count(is_lapsed),
                "late": tally.count(lambda key: key.late),
                "unread": tally.unread,
            }
            for tally in rolled.communes
        ],
        "groups": _rows_json("product_group", by(counts, lambda key: key.group)),
        "stars": _rows_json("star", by(counts, star_of)),
        "sets": _rows_json("product_set", by(counts, lambda key: key.product_set)),
        "dossiers": counts.total(),
        "lapsed": sum(number for key, number in counts.items() if is_lapsed(key)),
        "late": sum(number for key, number in counts.items() if key.late),
        "left_out": [{"source": source, "why": why} for source, why in rolled.left_out],
    }


def _rows_json(name: str, rows: Iterable[tuple[Any, int, int]]) -> list[dict[str, Any]]:
    return [{name: value, "dossiers": dossiers, "late": late} for value, dossiers, late in rows]


def roll_up_tables(rolled: RolledUp) -> list[Table]:
    """Return the sums for people; the table of communes comes last, with their total."""
    counts = rolled.counts
    return [
        _table("Theo ngành hàng", "Ngành hàng", by(counts, lambda key: key.group), str),
        _table("Theo bộ sản phẩm", "Bộ", by(counts, lambda key: key.product_set), str),
        _table(
            "Theo hạng sao còn giá trị",
            "Hạng sao",
            by(counts, star_of),
            lambda star: f"{star} sao",
            "chưa có",
        ),
        _communes(rolled),
    ]


def _table(
    title: str,
    heading: str,
    rows: Sequence[tuple[Any, int, int]],
    words: Callable[[Any], str],
    unknown: str = _UNKNOWN,
) -> Table:
    columns = (
        Column(heading, weight=3),
        Column("Hồ sơ", Align.RIGHT),
        Column("Có việc trễ hạn", Align.RIGHT),
    )
    cells = tuple(
        (words(value) if value is not None else unknown, str(n), str(late)) for value, n, late in rows
    )
    total = ("Cộng", str(sum(row[1] for row in rows)), str(sum(row[2] for row in rows)))
    return Table(title, columns, cells, total)


def _communes(rolled: RolledUp) -> Table:
    headings = ("Hồ sơ", "Còn được công nhận", "Đã hết hạn", "Có việc trễ hạn", "Không đọc được")
    columns = (
        Column("Mã xã"),
        Column("Xã", weight=3),
        Column("Ngày số liệu"),
        *(Column(heading, Align.RIGHT) for heading in headings),
    )
    numbers = [
        (
            tally.dossiers,
            tally.count(lambda key: star_of(key) is not None),
            tally.count(is_lapsed),
            tally.count(lambda key: key.late),
            tally.unread,
        )
        for tally in rolled.communes
    ]
    rows = tuple(
        (tally.code, tally.name, "/".join(reversed(tally.as_of.split("-"))), *map(str, told))
        for tally, told in zip(rolled.communes, numbers, strict=True)
    )
    sums = map(str, map(sum, zip(*numbers, strict=True)) if numbers else [0] * len(headings))
    return Table("Theo xã", columns, rows, (f"{len(rows)} xã", "", "", *sums))
