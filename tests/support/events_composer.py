"""The composer of 0.4, which builds the tree from events in Python: what today's is compared with."""

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import Any

import yaml

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.yaml.decode import hidden_character
from ocop_cli.store.yaml.syntax import AMPERSAND, ODD_COLON, TABS, TAG, explain_syntax, has_odd_colon
from ocop_cli.store.yaml.tree import Entry, Mapping, Node, Scalar, Sequence
from ocop_cli.viet.text import clean, forbidden_character

MAX_DEPTH = 32
MAX_NODES = 50_000
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the slow parser only where libyaml is missing
_SCALAR: Any = yaml.ScalarEvent
_MAPPING: Any = yaml.MappingStartEvent
_MAPPING_END: Any = yaml.MappingEndEvent
_SEQUENCE_END: Any = yaml.SequenceEndEvent
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_NO_BREAK = "\u00a0"
_RARE = ("\\", "\t", _NO_BREAK, "：")
_DIGITS = re.compile(r"[0-9.]+")
_HASH = re.compile(r"[ \t]+#[^\s#]")


def _made(value: Node) -> Node:
    """Return a value that is there already."""
    return value


class _RefusedError(Exception):
    """Stop reading: the file holds something that is refused whole."""

    def __init__(self, code: str, message: str, hint: str, mark: Any) -> None:
        super().__init__(message)
        self.finding = (code, message, hint, mark)


def compose(text: str, name: str) -> tuple[Node | None, list[Finding]]:
    """Return the tree and what is wrong with it. The tree is ``None`` when nothing usable was read."""
    composer = _Composer(text, name)
    try:
        root = composer.read()
    except _RefusedError as refused:
        composer.add_finding(*refused.finding)
        return None, composer.findings
    except yaml.reader.ReaderError:  # a hidden character, which the decoder has named already
        return None, composer.findings
    except yaml.YAMLError as error:
        told, found = explain_syntax(error, text, name), composer.findings
        return None, found if told in found else [*found, told]
    if root is None or (isinstance(root, Scalar) and root.text is None):
        composer.findings.append(_empty(text, name))
        return None, composer.findings
    return root, composer.findings


class _Composer:
    """Builds the tree from events; errors that leave the rest readable are collected.

    A node has only its own questions to answer: whether the text holds anything that makes single values doubtful
    is asked of the whole text once.
    """

    _event: Callable[[], Any]

    def __init__(self, text: str, name: str) -> None:
        self.text, self.name = text, name
        self.findings: list[Finding] = []
        self.nodes = 0
        self.is_doubtful = _is_doubtful(text)

    def add_finding(
        self, code: str, message: str, hint: str, mark: Any, severity: Severity = Severity.ERROR
    ) -> None:
        place = Place(self.name, (), mark.line + 1, mark.column + 1)
        self.findings.append(Finding(code, severity, message, place, hint=hint))

    def read(self) -> Node | None:
        """Read the whole stream. Raises ``yaml.YAMLError`` where the parser stops."""
        loader = _LOADER(self.text)
        self._event = loader.get_event
        try:
            return self._document()
        finally:
            loader.dispose()

    def _document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        while not isinstance(event := self._event(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._check_document(event, documents)
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
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

    def _node(self, event: Any, depth: int) -> Node:
        self.nodes += 1
        if event.anchor or event.tag or depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise self._refused(event, depth)
        kind = type(event)
        if kind is _SCALAR:
            return self._scalar(event)
        return self._mapping(event, depth) if kind is _MAPPING else self._sequence(event, depth)

    def _refused(self, event: Any, depth: int) -> _RefusedError:
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            hint = "kiểm tra lại ngoặc [ ] { }"
            return _RefusedError("Y022", "Tệp lồng quá sâu hoặc quá nhiều mục", hint, event.start_mark)
        return _RefusedError(
            *(AMPERSAND if event.anchor else TAG), event.start_mark
        )  # an alias has an anchor

    def _scalar(self, event: Any) -> Scalar:
        text, style, start = event.value, event.style or "", event.start_mark
        if self.is_doubtful:
            text = self._checked(event, style)
        if not style and text in _NOTHING:
            text = None
        return Scalar(text, start.index, event.end_mark.index, start.line + 1, start.column + 1, style)

    def _checked(self, event: Any, style: str) -> str:
        """Return the value of a scalar in a text that holds something doubtful, after asking for it."""
        text, start, end = clean(event.value), event.start_mark.index, event.end_mark.index
        bad = forbidden_character(text)
        if bad and bad not in self.text:  # written as an escape; the decoder has named the others
            hidden = hidden_character(bad)
            self.add_finding(hidden.code, hidden.message, hidden.hint, event.start_mark)
        if not style and has_odd_colon(text):
            self.add_finding(*ODD_COLON, event.start_mark)
        if not style and "\n\t" in self.text[start:end]:
            self.add_finding(*TABS, event.start_mark)
        if not style and _HASH.match(self.text, end):
            hint = "đặt cả giá trị trong nháy kép nếu # là một phần của nó"
            self.add_finding(
                "Y030", "Phần sau dấu # bị coi là chú thích", hint, event.end_mark, severity=Severity.WARNING
            )
        return text

    def _mapping(self, event: Any, depth: int) -> Mapping:
        start, following = event.start_mark, self._event
        mapping = Mapping(
            start.index, event.end_mark.index, start.line + 1, start.column + 1, bool(event.flow_style)
        )
        while type(event := following()) is not _MAPPING_END:
            key = self._key(event, depth)
            value = self._node(following(), depth + 1)
            is_plain = not (mapping.flow or self.is_doubtful or key.text in mapping.entries)
            if is_plain or self._is_kept(mapping, key, value, event.start_mark):
                mapping.entries[str(key.text)] = Entry(key, partial(_made, value))
        if mapping.flow:
            mapping.end = event.end_mark.index
        return mapping

    def _key(self, event: Any, depth: int) -> Scalar:
        node = self._node(event, depth + 1)
        if isinstance(node, Scalar) and node.text is not None:
            if self.is_doubtful and _NO_BREAK in node.text and not has_odd_colon(node.text):
                hint = "xóa đi, gõ lại bằng dấu cách thường"
                self.add_finding(
                    "Y007", "Có dấu cách không ngắt ở đầu dòng hoặc trong tên mục", hint, event.start_mark
                )
            return node
        raise _RefusedError(
            "Y025", "Tên mục không phải là chữ", "viết tên mục bằng chữ, trước dấu hai chấm", event.start_mark
        )

    def _is_kept(self, mapping: Mapping, key: Scalar, value: Node, mark: Any) -> bool:
        """Say whether an entry counts, after asking for what is wrong with it."""
        name = str(key.text)
        if _NO_BREAK in name:  # a name that nobody typed would be found to be unknown as well
            return False
        if "\t" in self.text[key.end : value.start].partition("\n")[0].partition("#")[0]:
            self.add_finding(*TABS, mark)
        if mapping.flow and isinstance(value, Scalar) and value.start == value.end:
            hint = "đặt giá trị trong nháy kép; số lẻ trong ngoặc nhọn cũng vậy"
            self.add_finding("Y026", f"“{name}” đứng lẻ trong ngoặc nhọn", hint, mark)
        if name not in mapping.entries:
            return True
        first = mapping.entries[name].key.line
        message = f"Mục “{name}” ghi hai lần, ở dòng {first} và {mark.line + 1}"
        self.add_finding("Y027", message, "gộp các dòng của hai mục vào một mục", mark)
        return False

    def _sequence(self, event: Any, depth: int) -> Sequence:
        start, following = event.start_mark, self._event
        sequence = Sequence(
            start.index, start.index, start.line + 1, start.column + 1, bool(event.flow_style)
        )
        while type(event := following()) is not _SEQUENCE_END:
            item = self._node(event, depth + 1)
            if sequence.flow and sequence.items:
                self._check_split_number(sequence.items[-1], item, event.start_mark)
            sequence.items.append(item)
        if sequence.flow:
            sequence.end = event.end_mark.index
        return sequence

    def _check_split_number(self, before: Node, after: Node, mark: Any) -> None:
        """``[12,5]`` is two items to YAML and one number to an official."""
        numbers = all(
            isinstance(n, Scalar) and not n.style and _DIGITS.fullmatch(n.text or "") for n in (before, after)
        )
        if numbers and self.text[before.end : after.start] == ",":
            self.add_finding(
                "Y028", "Dấu phẩy trong ngoặc vuông tách số thành hai", "đặt số trong nháy kép", mark
            )


def _is_doubtful(text: str) -> bool:
    """Say whether single values have to be looked at: escapes, tabs, no-break spaces, `` #x``, text that is not NFC."""
    return (
        any(sign in text for sign in _RARE)
        or (" #" in text and bool(_HASH.search(text)))
        or not unicodedata.is_normalized("NFC", text)
    )


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
