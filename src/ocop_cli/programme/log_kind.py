"""The kinds of acts that a year is made of: which fields each has, where it is printed, what is counted of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.programme.log_entry import LogEntry, YearLog
from ocop_cli.viet.text import fold

_ALWAYS = frozenset({"kind", "on"})
_HEAD = 4  # words that a kind may be called by
_NEAR = 0.75  # how near a name must come
_SHOWN = 4  # lines shown


class LogField(NamedTuple):
    """A field of a kind: its name in the model, what it is called there, whether an entry needs it."""

    name: str
    title: str
    needed: bool = False


class LogCount(NamedTuple):
    """A figure over the entries of a kind: their number, the ``sum`` of a field, or its ``distinct`` values.

    ``by`` makes a figure for each value of a field; ``done`` counts only what is done, or only what is not; ``target``
    names the year's target.
    """

    name: str
    sum: str = ""
    distinct: str = ""
    by: str = ""
    done: bool | None = None
    target: str = ""

    @property
    def code(self) -> str:
        """What tells the figure from others of its kind."""
        done = {True: "done", False: "open", None: ""}[self.done]
        return ".".join(filter(None, (self.sum or self.distinct, done, self.by and f"by_{self.by}")))


class LogKind(NamedTuple):
    """One kind. ``carried``: what of it goes on into the next year, ``open`` or ``running``; ``nominates``: people are
    sent; ``helps``: its money is spent on its products."""

    id: str
    name: str
    words: tuple[str, ...]
    section: str
    duties: tuple[str, ...]
    fields: tuple[LogField, ...]
    example: str
    counts: tuple[LogCount, ...]
    carried: str = ""
    nominates: bool = False
    helps: bool = False

    def field(self, name: str) -> LogField | None:
        """Return a field of the kind by its name in the model."""
        return next((each for each in self.fields if each.name == name), None)

    def has(self, name: str) -> bool:
        """Say whether entries of the kind have a field."""
        return name in _ALWAYS or self.field(name) is not None

    def missing(self, values: Mapping[str, Any]) -> list[LogField]:
        """Return the fields that an entry of some values needs and does not state."""
        return [
            field for field in self.fields if field.needed and values.get(field.name) in (None, (), [], "")
        ]

    def told(self, entry: LogEntry) -> Iterator[tuple[str, str]]:
        """Yield what an entry says, field by field, under the titles of the kind."""
        yield "Ngày", entry.in_words("on")
        for field in self.fields:
            if words := entry.in_words(field.name):
                yield field.title, words


class LogKinds(NamedTuple):
    """Every kind, and the sections that reports and plans print them under, in order: ids with titles."""

    kinds: Mapping[str, LogKind]
    sections: Mapping[str, str]

    def of_section(self, section: str) -> list[LogKind]:
        """Return the kinds of a section, in order."""
        return [kind for kind in self.kinds.values() if kind.section == section]

    def head(self, words: Sequence[str]) -> tuple[LogKind | None, list[str]]:
        """Return the kind that the first words of a line name, and the words after it: the longest name wins."""
        for end in range(len(words), 0, -1):
            if kind := self.called(" ".join(words[:end])):
                return kind, list(words[end:])
        return None, list(words)

    def called(self, said: str) -> LogKind | None:
        """Return the kind that a text names, as a whole."""
        bare = fold(said)
        exact = [kind for kind in self.kinds.values() if bare in _names(kind)]
        return exact[0] if len(exact) == 1 else None


def _names(kind: LogKind) -> set[str]:
    return {fold(each) for each in (kind.id, kind.name, *kind.words)}


def near_kinds(words: Sequence[str], kinds: Iterable[LogKind]) -> list[str]:
    """Return the names of the kinds that the first words of a line come near to."""
    said = fold(" ".join(words)).split()
    heads = [" ".join(said[:end]) for end in range(1, min(len(said), _HEAD) + 1)]
    names = {name: kind.name for kind in kinds for name in _names(kind)}
    near = [names[one] for head in heads for one in get_close_matches(head, names, n=2, cutoff=_NEAR)]
    near += [shown for name, shown in names.items() if heads and heads[0] in name.split()]
    return [*dict.fromkeys(near)][:_SHOWN]


def unknown_kind(words: Sequence[str], kinds: Iterable[LogKind]) -> OcopError:
    """Return the refusal of a line whose first words are no kind, naming the kinds that come near."""
    rest = " ".join(f'"{word}"' if " " in word else word for word in words[1:])
    lines = [f'\n- {name}: `ocop log "{name.lower()}" {rest}`' for name in near_kinds(words, kinds)]
    again = "".join(["Gõ lại một dòng:", *lines, "\n"]) if lines else ""
    hint = f"{again}Xem các loại: `ocop log --kinds`"
    return OcopError(f"Không có loại hoạt động nào tên “{' '.join(words[:_HEAD])}”.", hint, exit_code=MISUSE)


def build_log_kinds(data: Mapping[str, Any]) -> LogKinds:
    """Build the kinds from their data file. Raises ``KeyError`` or ``TypeError`` when our own data are wrong."""
    kinds = (_kind(each) for each in data["kinds"])
    return LogKinds(
        {kind.id: kind for kind in kinds}, {each["id"]: each["title"] for each in data["sections"]}
    )


def _kind(data: Mapping[str, Any]) -> LogKind:
    given = dict(data)
    fields = (
        LogField(name, title.removesuffix("*"), title.endswith("*")) for name, title in data["fields"].items()
    )
    given["fields"] = tuple(fields)
    given["counts"] = tuple(LogCount(**each) for each in data["counts"])
    for name in ("words", "duties"):
        given[name] = tuple(data[name])
    return LogKind(**given)


def misfits(log: YearLog, kinds: LogKinds, name: str) -> Iterator[Finding]:
    """P032: an entry of no kind, with a field that its kind does not have, without one that it needs, of another year."""
    for number, entry in enumerate(log.activities):
        kind, place = kinds.kinds.get(entry.kind), ("activities", number)
        if entry.on.year != log.year:
            message = f"Ngày {entry.in_words('on')} không thuộc năm {log.year} của tệp"
            yield _finding(name, (*place, "on"), message, f"chuyển sang tệp năm {entry.on.year}")
        if kind is None:
            continue  # P050 tells it, with the near names
        for lacking in kind.missing(entry.stated):
            yield _finding(name, place, f"{kind.name}: thiếu mục {lacking.title}", f"ghi mục {lacking.name}")
        for field in entry.stated:
            if not kind.has(field):
                title = LogEntry.model_fields[field].title
                message = f"{kind.name} không có mục {title}"
                yield _finding(name, (*place, field), message, "bỏ dòng này, hoặc đổi loại hoạt động")


def _finding(name: str, field: FieldPath, message: str, hint: str) -> Finding:
    why = "báo cáo đếm theo các mục của từng loại hoạt động, theo năm"
    return Finding("P032", Severity.WARNING, message, Place(name, field), why=why, hint=hint)
