"""Parser events into the tree of text, refusing early what no form of ours needs."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.yaml.decode import hidden_character
from ocop_cli.store.yaml.syntax import AMPERSAND, TABS, TAG, explain_syntax
from ocop_cli.store.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Span
from ocop_cli.viet.text import clean, forbidden_character

MAX_DEPTH = 32
MAX_NODES = 50_000
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the slow parser only where libyaml is missing
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_NO_BREAK = "\u00a0"
_DIGITS = re.compile(r"[0-9.]+")
_HASH = re.compile(r"[ \t]+#[^\s#]")


class _RefusedError(Exception):
    """Stop reading: the file holds something that is refused whole."""

    def __init__(self, code: str, message: str, hint: str, mark: Any) -> None:
        super().__init__(message)
        self.finding = (code, message, hint, mark)


def compose(text: str, name: str) -> tuple[Node | None, list[Finding]]:
    """Return the tree and what is wrong with it. The tree is ``None`` when nothing usable was read."""
    composer = _Composer(text, name)
    try:
        root = composer.read(yaml.parse(text, Loader=_LOADER))
    except _RefusedError as refused:
        composer.add_finding(*refused.finding)
        return None, composer.findings
    except yaml.reader.ReaderError:  # a hidden character, which the decoder has named already
        return None, composer.findings
    except yaml.YAMLError as error:
        composer.findings.append(explain_syntax(error, text, name))
        return None, composer.findings
    if root is None or (isinstance(root, Scalar) and root.text is None):
        composer.findings.append(_empty(text, name))
        return None, composer.findings
    return root, composer.findings


class _Composer:
    """Builds the tree from events; errors that leave the rest readable are collected."""

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.findings: list[Finding] = []
        self.nodes = 0

    def add_finding(
        self, code: str, message: str, hint: str, mark: Any, severity: Severity = Severity.ERROR
    ) -> None:
        place = Place(self.name, (), mark.line + 1, mark.column + 1)
        self.findings.append(Finding(code, severity, message, place, hint=hint))

    def read(self, events: Iterator[Any]) -> Node | None:
        """Read the whole stream."""
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._check_document(event, documents)
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 1)
        return root

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

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        self._check_node(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, events, depth)
        return self._sequence(event, events, depth)

    def _check_node(self, event: Any, depth: int) -> None:
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise _RefusedError(
                "Y022", "Tệp lồng quá sâu hoặc quá nhiều mục", "kiểm tra lại ngoặc [ ] { }", event.start_mark
            )
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _RefusedError(*AMPERSAND, event.start_mark)
        if event.tag:
            raise _RefusedError(*TAG, event.start_mark)

    def _scalar(self, event: Any) -> Scalar:
        style = event.style or ""
        text = clean(event.value)
        bad = forbidden_character(text)
        if bad and bad not in self.text:  # written as an escape; the decoder has named the others
            hidden = hidden_character(bad)
            self.add_finding(hidden.code, hidden.message, hidden.hint, event.start_mark)
        span = _span(event)
        if not style and "\n\t" in self.text[span.start : span.end]:
            self.add_finding(*TABS, event.start_mark)
        if not style and _HASH.match(self.text, span.end):
            hint = "đặt cả giá trị trong nháy kép nếu # là một phần của nó"
            self.add_finding(
                "Y030", "Phần sau dấu # bị coi là chú thích", hint, event.end_mark, severity=Severity.WARNING
            )
        return Scalar(None if not style and text in _NOTHING else text, span, style)

    def _mapping(self, event: Any, events: Iterator[Any], depth: int) -> Mapping:
        mapping = Mapping(_span(event), bool(event.flow_style))
        for key_event in events:
            if isinstance(key_event, yaml.MappingEndEvent):
                break
            key = self._key(key_event, events, depth)
            value = self._node(next(events), events, depth + 1)
            if _NO_BREAK in str(
                key.text
            ):  # a name that nobody typed: it would only be found to be unknown as well
                continue
            if "\t" in self.text[key.span.end : value.span.start].partition("\n")[0].partition("#")[0]:
                self.add_finding(*TABS, key_event.start_mark)
            self._add(mapping, key, value, key_event.start_mark)
        if mapping.flow:
            mapping.span = replace(mapping.span, end=key_event.end_mark.index)
        return mapping

    def _key(self, event: Any, events: Iterator[Any], depth: int) -> Scalar:
        node = self._node(event, events, depth + 1)
        if isinstance(node, Scalar) and node.text is not None:
            if _NO_BREAK in node.text:
                hint = "xóa đi, gõ lại bằng dấu cách thường"
                self.add_finding(
                    "Y007", "Có dấu cách không ngắt ở đầu dòng hoặc trong tên mục", hint, event.start_mark
                )
            return node
        raise _RefusedError(
            "Y025", "Tên mục không phải là chữ", "viết tên mục bằng chữ, trước dấu hai chấm", event.start_mark
        )

    def _add(self, mapping: Mapping, key: Scalar, value: Node, mark: Any) -> None:
        name = str(key.text)
        if mapping.flow and isinstance(value, Scalar) and value.span.start == value.span.end:
            hint = "đặt giá trị trong nháy kép; số lẻ trong ngoặc nhọn cũng vậy"
            self.add_finding("Y026", f"“{name}” đứng lẻ trong ngoặc nhọn", hint, mark)
        if name in mapping.entries:
            first = mapping.entries[name].key.span.line
            self.add_finding(
                "Y027",
                f"Mục “{name}” ghi hai lần, ở dòng {first} và {mark.line + 1}",
                "giữ lại một mục",
                mark,
            )
            return
        mapping.entries[name] = Entry(key, value)

    def _sequence(self, event: Any, events: Iterator[Any], depth: int) -> Sequence:
        sequence = Sequence(_span(event), bool(event.flow_style))
        for item_event in events:
            if isinstance(item_event, yaml.SequenceEndEvent):
                break
            item = self._node(item_event, events, depth + 1)
            if sequence.flow and sequence.items:
                self._check_split_number(sequence.items[-1], item, item_event.start_mark)
            sequence.items.append(item)
        if sequence.flow:
            sequence.span = replace(sequence.span, end=item_event.end_mark.index)
        return sequence

    def _check_split_number(self, before: Node, after: Node, mark: Any) -> None:
        """``[12,5]`` is two items to YAML and one number to an official."""
        numbers = all(
            isinstance(n, Scalar) and not n.style and _DIGITS.fullmatch(n.text or "") for n in (before, after)
        )
        if numbers and self.text[before.span.end : after.span.start] == ",":
            self.add_finding(
                "Y028", "Dấu phẩy trong ngoặc vuông tách số thành hai", "đặt số trong nháy kép", mark
            )


def _span(event: Any) -> Span:
    start = event.start_mark
    return Span(start.index, event.end_mark.index, start.line + 1, start.column + 1)


def _empty(text: str, name: str) -> Finding:
    if text.strip():
        return Finding(
            "Y017",
            Severity.ERROR,
            "Tệp chỉ có chú thích",
            Place(name, (), 1, 1),
            hint="bỏ dấu # ở các dòng cần dùng",
        )
    return Finding(
        "Y016",
        Severity.ERROR,
        "Tệp trống",
        Place(name, (), 1, 1),
        hint="tạo lại bằng `ocop register`, hoặc `ocop undo`",
    )
