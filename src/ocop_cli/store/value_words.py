"""The words of a value of a file: the option, the decision, the paper that a code stands for, numbers as papers print them."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.scores import Scorer
from ocop_cli.dossier.vocabulary import words
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.score_words import SCORERS
from ocop_cli.programme.choices import choice_words
from ocop_cli.programme.document_record import REVISION_KINDS, RevisionKind
from ocop_cli.programme.log_entry import (
    CHANNELS,
    PRIORITIES,
    STANDARDS,
    Channel,
    Priority,
    Standard,
)
from ocop_cli.programme.meeting import MEETING_KINDS, MeetingKind
from ocop_cli.rules.criterion import Criterion
from ocop_cli.rules.decision import Decision, Rulebook
from ocop_cli.store.built_in.packaged import load_cycle, load_inspection_contents, load_log_kinds
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import form_ids, load_form
from ocop_cli.viet.dates import parse_date, show_date
from ocop_cli.viet.field_titles import is_of, list_at, marks_at
from ocop_cli.viet.fields import NameOf, Record
from ocop_cli.viet.numbers import show_number

FieldPath = tuple[str, ...]
"""The way to a value in a file; list places by their number."""

_STAGES = ("stage", "from", "from_stage")
_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_NUMBER = re.compile(r"^\d+(\.\d+)?$")
_HASH = re.compile(r"^(sha256:)?[0-9a-f]{16,}$")
_LISTED: Mapping[str, Callable[[Rulebook], Mapping[str, str]]] = {
    "quyết định": lambda law: {text.id: text.cite for text in law.texts},
    "loại giấy tờ": lambda law: {
        paper.id: paper.name for text in law.texts for paper in text.procedure.papers
    },
    "hạn": lambda law: {limit.id: limit.name for text in law.texts for limit in text.procedure.limits},
    "căn cứ thu hồi": lambda law: {
        g.id: g.name for text in law.texts for g in text.procedure.withdrawal_grounds
    },
    "nội dung kiểm tra": lambda _: load_inspection_contents(),
    "nội dung đánh giá của xã": lambda _: words(CommuneContent),
    "loại hoạt động": lambda _: {kind.id: kind.name for kind in load_log_kinds().kinds.values()},
    "biểu mẫu": lambda _: {form: load_form(form).name for form in form_ids()},
}
"""What ``NameOf`` marks, and where its words stand."""
_OF_RECORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Channel: CHANNELS,
    MeetingKind: MEETING_KINDS,
    Priority: PRIORITIES,
    RevisionKind: REVISION_KINDS,
    Scorer: SCORERS,
    Standard: STANDARDS,
}
"""The words of lists that stand beside what takes them."""
_CHOOSING = {"idea": CommuneContent.IDEA_ORIGIN, "identity": CommuneContent.LOCAL_IDENTITY}


def list_words(kind: type[StrEnum]) -> Mapping[str, str]:
    """Return every code of a list that a field takes its value from with its words."""
    return words(kind) or choice_words(kind) or _OF_RECORDS.get(kind, {})


class FileValues:
    """The values of one file of a workspace, each with the words that screens and papers have for it."""

    def __init__(self, root: Path, model: type[Record] | None, values: Mapping[FieldPath, str]) -> None:
        self._root, self._model, self._values = root, model, values

    def words_of(self, path: FieldPath, value: str) -> str:
        """Return the words for a value; empty for one that says nothing to people, as a hash. Others stand as they are."""
        if _HASH.match(value):
            return ""
        if path[-1] in _STAGES:
            return load_cycle().name(value)
        if _DAY.match(value):
            return show_date(parse_date(value))
        return self._by_type(self._model, path, value) if self._model else value

    def _by_type(self, model: type[Record], path: FieldPath, value: str) -> str:
        if kind := list_at(model, path):
            return list_words(kind).get(value, value)
        if _NUMBER.match(value) and is_of(model, path, Decimal):
            return show_number(Decimal(value))
        marks = [mark for mark in marks_at(model, path) if isinstance(mark, NameOf)]
        return self._names(marks[0].kind, path).get(value, value) if marks else value

    def _names(self, kind: str, path: FieldPath) -> Mapping[str, str]:
        """Return the words for the names of a kind; none for a kind whose names people know."""
        if kind in {"mức", "tiêu chí"}:
            return _names_about(self._criterion(path[:-1]))
        if kind == "giấy tờ":
            return self._papers
        listed = _LISTED.get(kind)
        return listed(self._rulebook) if listed else {}

    @cached_property
    def _rulebook(self) -> Rulebook:
        try:
            return load_rulebook(self._root)
        except OcopError:  # told by whoever reads the law; the words of the package do here
            return load_rulebook()

    def _criterion(self, owner: FieldPath) -> Criterion | None:
        """Return the criterion that a choice or a conclusion is about, under the decision that stands beside it."""
        number = self._values.get(("product", "set"), "")
        beside = self._values.get((*owner[:2], "decision"), "")
        texts = [*reversed(self._rulebook.texts_of(beside) or self._rulebook.texts)]
        content = self._values.get((*owner, "content")) or _CHOOSING.get(owner[0])
        wanted = self._values.get((*owner, "criterion"), "")
        return next((c for text in texts if (c := _found(text, number, content, wanted))), None)

    @property
    def _papers(self) -> dict[str, str]:
        """The papers of the dossier by id."""
        ids = {
            path: value for path, value in self._values.items() if path[0] == "papers" and path[-1] == "id"
        }
        return {value: self._values.get((*path[:-1], "title"), value) for path, value in ids.items()}


def _names_about(criterion: Criterion | None) -> dict[str, str]:
    """Return the words for a criterion and for its options."""
    if criterion is None:
        return {}
    levels = {option.id: option.words or option.label for option in criterion.levels}
    return {criterion.id: f"{criterion.code} {criterion.name}", **levels}


def _found(text: Decision, number: str, content: str | None, wanted: str) -> Criterion | None:
    for each in text.sets:
        if str(each.number) == number:
            return each.content(CommuneContent(content)) if content else each.criterion(wanted)
    return None
