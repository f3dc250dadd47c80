"""Read plain data (every scalar is text) as typed values, collecting errors instead of raising."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.rules.on_demand import OnDemand
from ocop_cli.rules.provenance import Confidence, Source
from ocop_cli.viet.dates import parse_date
from ocop_cli.viet.numbers import MOST_PLACES, is_whole

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_FLAGS = {"có": True, "không": False}


@dataclass(slots=True)
class Context:
    """What every node of one decision shares: where it stands, its named sources and the errors so far.

    A ``careful`` reading looks at everything at once and so finds every error. Without it the large parts are read
    when they are first asked for: for data of our own, which CI has read carefully.
    """

    file: str
    number: str = ""
    default_source: str = ""
    sources: dict[str, Source] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    careful: bool = True

    def finding(
        self,
        code: str,
        path: FieldPath,
        message: str,
        hint: str = "",
        *,
        severity: Severity = Severity.ERROR,
        on_key: bool = False,
    ) -> None:
        """Note an error of the rule data, or a hint about them."""
        place = Place(self.file, path, on_key=on_key)
        self.findings.append(Finding(code, severity, message, place, hint=hint))

    def cite(self, article: str) -> str:
        """Turn an article into a citation; an article that names its own decision stands as it is."""
        return article if article.startswith("Quyết định") else f"Quyết định số {self.number}, {article}"


@dataclass(slots=True)
class Node:
    """One mapping of the data, with its path from the top; thousands are made, so it is not frozen."""

    context: Context
    data: dict[str, object]
    path: FieldPath = ()

    def text(self, key: str, default: str | None = None) -> str:
        """Return the text under a key; without a default a missing text is an error."""
        value = self.data.get(key)
        if isinstance(value, str) and (value or default is not None):
            return value
        if default is None or value is not None:
            self._missing_or_wrong(key, "chữ")
        return default or ""

    def parsed(self, key: str, wanted: str, parse: Callable[[str], T], instead: T) -> T:
        """Return the text under a key as another type; a text that is none is an error."""
        value = self.data.get(key)
        try:
            if isinstance(value, str):
                return parse(value)
        except ValueError:
            pass
        self._missing_or_wrong(key, wanted)
        return instead

    def decimal(self, key: str) -> Decimal:
        """Return the number under a key."""
        return self.parsed(key, "số", _number, Decimal(0))

    def decimal_or_none(self, key: str) -> Decimal | None:
        """Return the number under a key, or None where there is no key."""
        return self.decimal(key) if key in self.data else None

    def integer(self, key: str) -> int:
        """Return the whole number under a key."""
        return self.parsed(key, "số nguyên", int, 0)

    def integer_or_none(self, key: str) -> int | None:
        """Return the whole number under a key, or None where there is no key."""
        return self.integer(key) if key in self.data else None

    def day(self, key: str) -> date:
        """Return the date under a key."""
        return self.parsed(key, "ngày", parse_date, date.max)

    def day_or_none(self, key: str) -> date | None:
        """Return the date under a key, or None where there is no key."""
        return self.day(key) if key in self.data else None

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return the ``có`` or ``không`` under a key, or the default where there is no key."""
        return self.parsed(key, "“có” hoặc “không”", _flag, default) if key in self.data else default

    def member(self, key: str, kind: type[E], default: E) -> E:
        """Return the member of a closed list under a key, or the default where there is no key."""
        if key not in self.data:
            return default
        return self.parsed(key, f"một trong: {', '.join(kind)}", kind, default)

    def member_or_none(self, key: str, kind: type[E]) -> E | None:
        """Return the member of a closed list under a key, or None where there is no key."""
        return self.member(key, kind, next(iter(kind))) if key in self.data else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts under a key; none where there is no key."""
        value = self.data.get(key, [])
        if isinstance(value, list) and all(isinstance(x, str) for x in value):
            return tuple(value)
        self._missing_or_wrong(key, "danh sách")
        return ()

    def integers(self, key: str) -> tuple[int, ...]:
        """Return the list of whole numbers under a key; none where there is no key."""
        texts = self.texts(key)
        if all(map(is_whole, texts)):
            return tuple(int(text) for text in texts)
        self._missing_or_wrong(key, "danh sách số")
        return ()

    def members(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """Return the list of members of a closed list under a key; none where there is no key."""
        texts = self.texts(key)
        if set(texts) <= set(kind):
            return tuple(kind(text) for text in texts)
        self._missing_or_wrong(key, f"danh sách gồm: {', '.join(kind)}")
        return ()

    def child(self, key: str) -> "Node":
        """Return the mapping under a key; a missing one is an error and reads as empty."""
        value = self.data.get(key)
        if isinstance(value, dict):
            return Node(self.context, value, (*self.path, key))
        self._missing_or_wrong(key, "một khối")
        return Node(self.context, {}, (*self.path, key))

    def children(self, key: str) -> Iterator[tuple[str, "Node"]]:
        """Go through a mapping of mappings in its order; none where there is no key."""
        if key not in self.data:
            return
        node = self.child(key)
        for name in node.data:
            yield name, node.child(name)

    def numbered(self, key: str) -> Iterator[tuple[int, "Node"]]:
        """Go through a mapping of mappings whose keys are whole numbers; none where there is no key."""
        if key in self.data:
            node = self.child(key)
            for number, name in node.whole_keys():
                yield number, node.child(name)

    def whole_keys(self) -> Iterator[tuple[int, str]]:
        """Go through the keys, each with its number; a key that is no whole number is an error."""
        for name in self.data:
            if is_whole(name):
                yield int(name), name
            else:
                self.context.finding("R002", (*self.path, name), f"“{name}” phải là số thứ tự.")

    def rows(self, key: str) -> Iterator["Node"]:
        """Go through a list of mappings; none where there is no key."""
        value = self.data.get(key, [])
        if not isinstance(value, list):
            self._missing_or_wrong(key, "danh sách")
            return
        for index, row in enumerate(value):
            if isinstance(row, dict):
                yield Node(self.context, row, (*self.path, key, index))
            else:
                self.context.finding("R002", (*self.path, key, index), "Mục này phải là một khối.")

    def when_asked(self, read: Callable[[], tuple[T, ...]]) -> Sequence[T]:
        """Return a large part of the data, read when somebody first looks into it; a careful reading reads it now."""
        return read() if self.context.careful else OnDemand(read)

    def source(self, inherited: Source | None = None) -> Source:
        """Return the named source of this value, else the inherited one, else the decision's own."""
        name = self.text("source", "")
        if not name and inherited is not None:
            return inherited
        return self.named_source(name or self.context.default_source)

    def named_source(self, name: str) -> Source:
        """Return a source by name; an unknown name is an error."""
        found = self.context.sources.get(name)
        if found is None:
            self.unknown(name, "nguồn", self.context.sources)
            return Source(name, "", Confidence.UNCERTAIN)
        return found

    def cite(self) -> str:
        """Return the full citation of this value."""
        return self.context.cite(self.text("cite"))

    def unknown(self, name: str, what: str, known: Iterable[str]) -> None:
        """Note that a name stands for nothing."""
        self.context.finding(
            "R004", self.path, f"Không có {what} tên “{name}”.", f"Đã có: {', '.join(known) or 'chưa có gì'}."
        )

    def only(self, allowed: frozenset[str], retired: frozenset[str] = frozenset()) -> None:
        """Note every key that nobody reads; a ``retired`` one, which earlier versions asked for, is only a hint."""
        if self.data.keys() <= allowed:
            return
        for key in self.data.keys() - allowed - retired:
            self.context.finding(
                "R003",
                (*self.path, key),
                f"Không dùng trường “{key}” ở đây.",
                "Xóa trường này.",
                on_key=True,
            )
        for key in self.data.keys() & retired:
            self.retired(key, f"Trường “{key}” không còn dùng.")

    def retired(self, key: str, message: str) -> None:
        """Give the hint that what stands under a key is read no more."""
        hint = "Xóa trường này."
        self.context.finding("R003", (*self.path, key), message, hint, severity=Severity.HINT, on_key=True)

    def _missing_or_wrong(self, key: str, wanted: str) -> None:
        if key in self.data:
            self.context.finding("R002", (*self.path, key), f"Trường “{key}” phải là {wanted}.")
        else:
            self.context.finding("R001", self.path, f"Thiếu trường “{key}”.", f"Ghi {wanted} vào trường này.")


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(text) from None
    if not number.is_finite() or abs(number.adjusted()) > MOST_PLACES:
        raise ValueError(text)
    return number


def _flag(text: str) -> bool:
    if text not in _FLAGS:
        raise ValueError(text)
    return _FLAGS[text]
