"""What is wrong with a text, event by event: asked only of one that is suspect, or that the library cannot read."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.yaml.decode import hidden_character
from ocop_cli.store.yaml.nodes import Reading, value_of
from ocop_cli.store.yaml.syntax import (
    AMPERSAND,
    ODD_COLON,
    TABS,
    TAG,
    TOO_DEEP,
    explain_syntax,
    has_odd_colon,
)
from ocop_cli.store.yaml.tree import MAX_NODES, NO_BREAK
from ocop_cli.viet.text import clean, forbidden_character

MAX_DEPTH = 32
_HASH = re.compile(r"[ \t]+#[^\s#]")
_DIGITS = re.compile(r"[0-9.]+")
_SCALAR: Any = yaml.ScalarEvent
_MAPPING: Any = yaml.MappingStartEvent
_MAPPING_END: Any = yaml.MappingEndEvent
_SEQUENCE_END: Any = yaml.SequenceEndEvent


class _RefusedError(Exception):
    """Stop reading: the file holds something that is refused whole."""

    def __init__(self, code: str, message: str, hint: str, mark: Any) -> None:
        super().__init__(message)
        self.finding = (code, message, hint, mark)


class _Single(NamedTuple):
    """A single value; for what has parts the caller is given ``None``."""

    text: str | None
    start: int
    end: int
    style: str


def faults_of(text: str, name: str) -> tuple[list[Finding], bool]:
    """Return everything that is wrong with a text, in its order, and whether the rest of it can be read all the same."""
    faults = _Faults(text, name)
    try:
        faults.look()
    except _RefusedError as refused:
        faults.add(*refused.finding)
    except yaml.reader.ReaderError:  # a hidden character, which the decoder has named already
        pass
    except yaml.YAMLError as error:
        told = explain_syntax(error, text, name)
        faults.found += [told] if told not in faults.found else []
    else:
        return faults.found, True
    return faults.found, False


class _Faults:
    """Goes through the events of a text; faults that leave the rest readable are collected."""

    _event: Callable[[], Any]

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.found: list[Finding] = []
        self.nodes = 0

    def add(self, code: str, message: str, hint: str, mark: Any, severity: Severity = Severity.ERROR) -> None:
        place = Place(self.name, (), mark.line + 1, mark.column + 1)
        self.found.append(Finding(code, severity, message, place, hint=hint))

    def look(self) -> None:
        """Look at the whole stream. Raises ``yaml.YAMLError`` where the parser stops."""
        self._event = Reading(self.text).get_event
        documents = 0
        while not isinstance(event := self._event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._check_document(event, documents)
            elif isinstance(event, yaml.NodeEvent):
                self._node(event, 1)

    def _check_document(self, event: Any, number: int) -> None:
        if event.version or event.tags:
            raise _RefusedError(
                "Y020", "Có dòng chỉ dẫn % ở đầu tệp", "xóa dòng bắt đầu bằng %", event.start_mark
            )
        if number > 1:
            raise _RefusedError(
                "Y021",
                "Tệp có hai phần ngăn bởi ---",
                "tách thành hai tệp, hoặc xóa dòng ---",
                event.start_mark,
            )

    def _node(self, event: Any, depth: int) -> _Single | None:
        self.nodes += 1
        if event.anchor or event.tag or depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise self._refused(event, depth)
        kind = type(event)
        if kind is _SCALAR:
            return self._scalar(event)
        (self._mapping if kind is _MAPPING else self._sequence)(event, depth)
        return None

    def _refused(self, event: Any, depth: int) -> _RefusedError:
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            return _RefusedError(*TOO_DEEP, event.start_mark)
        return _RefusedError(
            *(AMPERSAND if event.anchor else TAG), event.start_mark
        )  # an alias has an anchor

    def _scalar(self, event: Any) -> _Single:
        text, style, start, end = clean(event.value), event.style or "", event.start_mark, event.end_mark
        bad = forbidden_character(text)
        if bad and bad not in self.text:  # written as an escape; the decoder has named the others
            hidden = hidden_character(bad)
            self.add(hidden.code, hidden.message, hidden.hint, start)
        if not style:
            self._check_plain(text, start, end)
        return _Single(value_of(text, style), start.index, end.index, style)

    def _check_plain(self, text: str, start: Any, end: Any) -> None:
        if has_odd_colon(text):
            self.add(*ODD_COLON, start)
        if "\n\t" in self.text[start.index : end.index]:
            self.add(*TABS, start)
        if _HASH.match(self.text, end.index):
            hint = "đặt cả giá trị trong nháy kép nếu # là một phần của nó"
            self.add("Y030", "Phần sau dấu # bị coi là chú thích", hint, end, severity=Severity.WARNING)

    def _mapping(self, event: Any, depth: int) -> None:
        is_flow, following = bool(event.flow_style), self._event
        lines: dict[str, int] = {}
        while type(event := following()) is not _MAPPING_END:
            key, beside = self._key(event, depth), following()
            value = self._node(beside, depth + 1)
            if NO_BREAK in str(key.text):
                continue
            self._check_gap(key, beside.start_mark.index, event.start_mark)
            if is_flow and value and value.start == value.end:
                hint = "đặt giá trị trong nháy kép; số lẻ trong ngoặc nhọn cũng vậy"
                self.add("Y026", f"“{key.text}” đứng lẻ trong ngoặc nhọn", hint, event.start_mark)
            self._check_twice(str(key.text), lines, event.start_mark)

    def _key(self, event: Any, depth: int) -> _Single:
        key = self._node(event, depth + 1)
        if key is None or key.text is None:
            raise _RefusedError(
                "Y025",
                "Tên mục không phải là chữ",
                "viết tên mục bằng chữ, trước dấu hai chấm",
                event.start_mark,
            )
        if NO_BREAK in key.text and not has_odd_colon(key.text):
            hint = "xóa đi, gõ lại bằng dấu cách thường"
            self.add("Y007", "Có dấu cách không ngắt ở đầu dòng hoặc trong tên mục", hint, event.start_mark)
        return key

    def _check_gap(self, key: _Single, value_start: int, mark: Any) -> None:
        if "\t" in self.text[key.end : value_start].partition("\n")[0].partition("#")[0]:
            self.add(*TABS, mark)

    def _check_twice(self, name: str, lines: dict[str, int], mark: Any) -> None:
        if name in lines:
            message = f"Mục “{name}” ghi hai lần, ở dòng {lines[name]} và {mark.line + 1}"
            self.add("Y027", message, "gộp các dòng của hai mục vào một mục", mark)
        lines.setdefault(name, mark.line + 1)

    def _sequence(self, event: Any, depth: int) -> None:
        is_flow, following = bool(event.flow_style), self._event
        before: _Single | None = None
        while type(event := following()) is not _SEQUENCE_END:
            item = self._node(event, depth + 1)
            if is_flow and before and item:
                self._check_split_number(before, item, event.start_mark)
            before = item

    def _check_split_number(self, before: _Single, after: _Single, mark: Any) -> None:
        """``[12,5]`` is two items to YAML and one number to an official."""
        numbers = all(not n.style and _DIGITS.fullmatch(n.text or "") for n in (before, after))
        if numbers and self.text[before.end : after.start] == ",":
            self.add("Y028", "Dấu phẩy trong ngoặc vuông tách số thành hai", "đặt số trong nháy kép", mark)
