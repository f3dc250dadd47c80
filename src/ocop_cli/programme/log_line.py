"""One act of the year in one line, as an official says it: ``12/3 "loa thôn Một" 120 người``.

Days, numbers with their unit, villages, products, producers and channels are recognised; what is left is text.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from ocop_cli.programme.log_entry import CHOICES, LISTED, LogEntry
from ocop_cli.programme.log_field import SAID, KnownThings, field_value
from ocop_cli.programme.log_kind import LogField, LogKind
from ocop_cli.programme.log_names import each_named, mistyped, unknown_village, villages_in
from ocop_cli.programme.log_text import GONE, bare, flat, without
from ocop_cli.programme.log_words import (
    ALL_VILLAGES,
    DONE,
    FREE,
    HEADS,
    MONEY_BEFORE,
    NOT_DONE,
    NUMBERS,
)
from ocop_cli.viet.dates import shifted
from ocop_cli.viet.text import fold

_DAY = re.compile(
    r"(?<![\d/.,-])(?:(?P<to>den|han|truoc)(?: het)?(?: ngay)? )?(?:(?P<from>\d{1,2})-)?"
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?(?![\d/])"
)
_STRETCH = re.compile(r"(\d{1,2}/\d{1,2}(?:/\d{4})?)\s*[-–]\s*(?=\d{1,2}/\d{1,2})")
_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])(?P<to>)(?P<from>)")
_MONEY = re.compile(
    r"(?:(?P<before>[a-z]+(?: [a-z]+)?) )?(?P<sum>\d[\d.,]*\s*(?:ty|ti|trieu|tr|nghin|ngan|k)(?:\s*\d[\d.,]*\s*(?:trieu|tr|nghin|ngan))?"
    r"(?:\s*(?:dong|vnd|d))?|\d[\d.]*\s*(?:dong|vnd|d))(?![a-z\d])"
)
_NOW = re.compile(r"(?<![\w-])hom (nay|qua)(?![\w-])")
_NUMBER = re.compile(r"\d+([.,]\d+)*")


class Reading(NamedTuple):
    """What a line says: values by field, and what in it could not be understood, in words."""

    values: dict[str, Any]
    problems: tuple[str, ...]


def read_line(kind: LogKind, words: Sequence[str], known: KnownThings) -> Reading:
    """Read what stands after the name of a kind; a word with spaces was typed in quotation marks and stays together."""
    line = _Line(kind, known)
    rest = [word for word in words if not line.takes_pair(word)]
    loose, quoted = _parts(rest)
    for text in loose:
        line.read_loose(text)
    for text in quoted:
        line.read_quoted(text)
    line.place_texts()
    return Reading(line.values, tuple(line.problems))


def _parts(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Put single words that follow each other together; what was quoted stays alone."""
    loose, quoted = [[]], []  # type: tuple[list[list[str]], list[str]]
    for word in words:
        if " " in word.strip():
            quoted.append(word.strip())
            loose.append([])
        else:
            loose[-1].append(word)
    return [" ".join(part) for part in loose if part], quoted


def _usually(field: LogField) -> str:
    """Return what a field is called in most kinds: the “Cách giải quyết” of a difficulty is its “kết quả” too."""
    return fold(LogEntry.model_fields[field.name].title or "")


class _Line:
    """A line as it is taken apart."""

    def __init__(self, kind: LogKind, known: KnownThings) -> None:
        self.kind, self.known = kind, known
        self.values: dict[str, Any] = {}
        self.problems: list[str] = []
        self._loose: list[str] = []
        self._quoted: list[str] = []
        self._listed: set[str] = set()
        """What stood beside a name that was recognised, with a comma between: “sam-day, gạo đỏ”."""

    def takes_pair(self, word: str) -> bool:
        """Take ``tên mục: giá trị`` or ``tên mục=giá trị``; say whether the word was one."""
        head, mark, value = re.match(r"([^:=]*)([:=]?)(.*)", word, re.DOTALL).groups()  # type: ignore[union-attr]  # matches any text
        if not mark or not value.strip():
            return False
        field = self._named(head)
        if field is None:
            return False
        self._set(field.name, field_value(field, value.strip(), self.known, self.problems))
        return True

    def read_loose(self, text: str) -> None:
        """Read words that were typed one by one: a number that says nothing is a problem, the rest is text."""
        left = self._recognised(text)
        if self._has_villages and (said := unknown_village(left, self.known.villages)):
            self.problems.append(
                f"không có “{said}” trong danh sách; các thôn: {', '.join(self.known.villages)}"
            )
        around = f" (trong “{text}”)" if " " in text else ""
        self.problems += [f"“{number[0]}” là số gì{around}" for number in _NUMBER.finditer(flat(left))]
        pieces = [
            (part, piece.strip())
            for piece in left.split(GONE)
            if (part := bare(piece)) and not _NUMBER.fullmatch(part)
        ]
        self._loose += [part for part, _ in pieces]
        self._listed |= {part for part, piece in pieces if piece != piece.strip(",;")}

    def read_quoted(self, text: str) -> None:
        """Read what was typed in quotation marks: the text stays whole unless everything in it was recognised."""
        left = self._recognised(text)
        if bare(left.replace(GONE, " ")):
            self._quoted.append(text)

    def place_texts(self) -> None:
        """Give each text to a product, a producer or the next field that takes words.

        What was quoted is words first: a class called after a product is not that product.
        """
        for text in (*self._loose, *self._quoted):
            field = self._free_field()
            is_words = bool(field and field.needed and text in self._quoted and not self._is_producer(text))
            if not is_words and self._names_somebody(text):
                continue
            self._place(text)

        if self.kind.has("products"):
            slips = mistyped((*self._loose, *self._quoted), self.known.products)
            self.problems += [f"“{said}” không phải mã hồ sơ nào, gần nhất: {near}" for said, near in slips]

    def _is_producer(self, text: str) -> bool:
        """Say whether a text begins as the one producer does that it may mean: “HTX Gia vị Núi”, not “Gia vị”."""
        if not self.kind.has("producers") or len(meant := self.known.meant("producers", text)) != 1:
            return False
        return fold(text).split(" ")[0] == fold(meant[0]).split(" ")[0]

    def _place(self, text: str) -> None:
        """Give a text to the next field that takes words, or join it to the one that has some."""
        if field := self._free_field():
            self._set(field.name, text)
        elif joined := next((name for name in FREE if name in self.values), ""):
            self.values[joined] = f"{self.values[joined]}, {text}"
        else:
            self.problems.append(f"“{text}” không rõ là mục nào")

    def _named(self, head: str) -> LogField | None:
        bare = fold(head)
        named = HEADS.get(bare, "")
        own = [each for each in self.kind.fields if each.name == named] if named else []
        own = own or [each for each in self.kind.fields if bare and fold(each.title).startswith(bare)]
        own = own or [each for each in self.kind.fields if bare and _usually(each).startswith(bare)]
        day = LogField("on", "Ngày") if bare == "ngay" else None
        return day or (own[0] if own else None)

    def _set(self, name: str, value: Any) -> None:
        if name in LISTED:
            self.values[name] = [*self.values.get(name, ()), *value]
        elif value is not None:
            self.values.setdefault(name, value)

    def _recognised(self, text: str) -> str:
        """Take what is understood out of a text, and return it with gaps in its place."""
        for read in (self._days, self._done, self._money, self._numbers, self._names, self._choices):
            text = read(text)
        return text

    def _days(self, text: str) -> str:
        text = _STRETCH.sub(r"\1 đến ", text)
        found = [*_ISO.finditer(flat(text)), *_DAY.finditer(flat(text))]
        for match in found:
            year = int(match["year"] or self.known.today.year)
            try:
                day = date(year, int(match["month"]), int(match["day"]))
                first = date(year, int(match["month"]), int(match["from"])) if match["from"] else None
            except ValueError:
                self.problems.append(f"“{match[0]}” không phải là ngày")
            else:
                self._day(first or day, day if first else None, ends=bool(match["to"]))
        for match in sorted(found, key=lambda match: -match.start()):  # the last first: places before it stay
            text = without(text, match)
        if now := _NOW.search(flat(text)):
            self._day(shifted(self.known.today, -(now[1] == "qua")), None, ends=False)
            text = without(text, now)
        return text

    def _day(self, day: date, last: date | None, *, ends: bool) -> None:
        name = "until" if ends or "on" in self.values else "on"
        for field, value in ((name, day), ("until", last)):
            if value and not self.kind.has(field):
                self.problems.append(f"{self.kind.name} chỉ ghi một ngày")
            elif value:
                self._set(field, value)

    def _done(self, text: str) -> str:
        for pattern, value in ((NOT_DONE, False), (DONE, True)):
            match = pattern.search(flat(text))
            if match and self.kind.has("done"):
                self._set("done", value)
                text = without(text, match)
        return text

    def _money(self, text: str) -> str:
        """Take sums; a word before one says what it is: “bán 12 triệu”."""
        while match := _MONEY.search(flat(text)):
            before = next((w for w in MONEY_BEFORE if (match["before"] or "").endswith(w)), "")
            name = MONEY_BEFORE.get(before, "") if self.kind.has(MONEY_BEFORE.get(before, "-")) else ""
            name = name or next((n for n in MONEY_BEFORE.values() if self.kind.has(n)), "")
            if name:
                said = text[match.start("sum") : match.end("sum")]
                self._set(name, field_value(LogField(name, "Số tiền"), said, self.known, self.problems))
            else:
                self.problems.append(f"{self.kind.name} không ghi tiền (“{match['sum']}”)")
            text = without(text, match, "sum", len(before))
        return text

    def _numbers(self, text: str) -> str:
        for name, pattern in NUMBERS.items():
            if self.kind.has(name) and (match := pattern.search(flat(text))):
                title = self.kind.field(name)
                count = match[match.lastindex or 1]
                self._set(name, field_value(title or LogField(name, ""), count, self.known, self.problems))
                text = without(text, match)
        return text

    def _names(self, text: str) -> str:
        for name, listed in self.known.listed(self.kind):
            for said, value in sorted(listed, key=lambda each: -len(each[0])):
                if match := re.search(rf"(?<![\w-]){re.escape(flat(said))}(?![\w-])", flat(text)):
                    self._set(name, [value])
                    text = without(text, match)
        return self._villages(text) if self._has_villages else text

    @property
    def _has_villages(self) -> bool:
        return self.kind.has("villages") and bool(self.known.villages)

    def _villages(self, text: str) -> str:
        """Take every village at once, and those that are called by a part of their name."""
        if match := ALL_VILLAGES.search(flat(text)):
            self._set("villages", list(self.known.villages))
            text = without(text, match)
        for said, name in villages_in(text, self.known.villages):
            self._set("villages", [name])
            text = text.replace(said, GONE, 1)
        return text

    def _choices(self, text: str) -> str:
        for name in (name for name in SAID if self.kind.has(name) and name not in self.values):
            for code, pattern in SAID[name].items():
                if name not in self.values and (match := pattern.search(flat(text))):
                    self._set(name, CHOICES[name][code])
                    text = without(text, match)
        return text

    def _names_somebody(self, text: str) -> bool:
        """Take a text for the product or the producer that it names in part, where the kind wants one."""
        for name in ("products", "producers"):
            field = self.kind.field(name)
            if field is None or (self.values.get(name) and text not in self._listed):
                continue
            several, others = each_named(text, partial(self._named_in, name))
            found, rest = (several, others) if several else self._named_in(name, text)
            if several or len(found) == 1:
                self._set(name, found)
                if rest:
                    self._place(rest)
                return True
            if found and field.needed:
                self.problems.append(f"“{text}” có thể là: {'; '.join(self.known.shown(name, found))}")
                return True
        return False

    def _named_in(self, name: str, text: str) -> tuple[list[str], str]:
        """Return whom a text means, and its words that say something else: “nhãn HTX Ruộng Cao” is a class and who went."""
        whole, words = self.known.meant(name, text), text.split()
        if whole or text in self._quoted:
            return whole, ""
        for start in range(1, len(words) - 1):
            for part, rest in ((words[start:], words[:start]), (words[:-start], words[-start:])):
                if len(found := self.known.meant(name, " ".join(part))) == 1:
                    return found, " ".join(rest)
        return [], ""

    def _free_field(self) -> LogField | None:
        """Return the next field for a text: one that is needed, in order, else the first that is there."""
        free = [f for f in self.kind.fields if f.name in FREE and f.name not in self.values]
        return next((field for field in free if field.needed), None) or next(
            (field for field in free if field.name == "what"), None
        )
