"""Stand-ins for the values of a document: a template filled with them shows what it prints, and whether it can be filled."""

from collections.abc import Iterator
from typing import Any, NamedTuple, Self

OPENS, CLOSES = "‹", "›"
"""What a printed stand-in stands between."""
_NASTY = ' & <b>"chữ"</b> {{ x }} {% if x %}\ndòng hai ' + "chữ rất dài " * 30 + "hết"


class Kind(NamedTuple):
    """How stand-ins behave: how many rows a list has, what follows the name of a text; ``blank``: nothing is there."""

    rows: int
    tail: str = ""
    blank: bool = False


KINDS: dict[str, Kind] = {
    "specimen": Kind(2),
    "empty": Kind(0, blank=True),
    "nasty": Kind(12, _NASTY),
}
"""The stand-ins that a template is tried with: usual ones, none at all, and long texts with signs of the file format."""

IN_WORDS: dict[str, str] = {
    "specimen": "",
    "empty": " Gặp khi các giá trị để trống.",
    "nasty": " Gặp khi chữ dài, có &, <, >, ngoặc nhọn, xuống dòng, bảng nhiều hàng.",
}
"""With which values a template was tried, as a sentence that follows another."""


class StandIn(str):
    """Stands for any value of a document: a text, a number, a list, a table with every name.

    It prints the way to itself, ``‹papers:0.name›``: a value in the first row of a list.
    """

    __slots__ = ("_kind", "_parent", "_path")
    _path: str
    _kind: Kind
    _parent: Self | None

    def __new__(cls, path: str, kind: Kind, parent: Any = None) -> Self:
        made = super().__new__(cls, "" if kind.blank else f"{OPENS}{path}{CLOSES}{kind.tail}")
        made._path, made._kind, made._parent = path, kind, parent
        return made

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("_"):
            return super().__getattribute__(name)
        return type(self)(f"{self._path}.{name}", self._kind, self)

    def __call__(self, *_: Any, **__: Any) -> Any:
        """Take a name that is called for a method of a text, which leaves the text as it is."""
        return self._parent or self

    def __iter__(self) -> Iterator[Any]:
        is_row = self._path.rpartition(":")[2].isdecimal()  # what a loop takes apart has two parts
        return (self[number] for number in range(min(self._kind.rows, 2) if is_row else self._kind.rows))

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(key) if isinstance(key, slice) else self._item(key)

    def _item(self, key: Any) -> Self:
        return type(self)(f"{self._path}:{key}", self._kind, self)

    def __bool__(self) -> bool:
        return not self._kind.blank

    def __int__(self) -> int:
        return int(bool(self))

    def __eq__(self, other: object) -> bool:
        """Be what is asked for in the first row and something else in the next, so that each branch is printed once."""
        return bool(self) and ":1" not in self._path

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__

    def _same(self, _: Any) -> Self:
        return self

    def _yes(self, _: Any) -> bool:
        return bool(self)

    __add__ = __radd__ = __sub__ = __rsub__ = __mod__ = __rmod__ = __truediv__ = __floordiv__ = _same
    __mul__ = __rmul__ = _same
    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _yes
