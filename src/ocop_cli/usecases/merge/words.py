"""A question of a merge in the words of people: which field of which file, and what each copy says there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.merging.three_way import Conflict
from ocop_cli.store.change_words import flat_values
from ocop_cli.store.dossier.dossiers import PRIVATE_FOLDER
from ocop_cli.store.value_words import FileValues
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.merge.plan import CODE, SAME_ID, THE_FILE, Question
from ocop_cli.viet.field_titles import title_at, titles_of
from ocop_cli.viet.ids import id_of_file
from ocop_cli.viet.text import shortened

_LONGEST = 120  # letters of one value
_MOST = 5  # values of one side
NOTHING = "không có"
MINE, OTHER = "máy này", "bên kia"
_HISTORY = "history"
_HASH_ONLY = "tệp khác nội dung"


class Asked(NamedTuple):
    """A question as people read it: what it is about, and what each copy says; ``personal`` is what screens hide elsewhere.

    ``sides`` are the words by which a command line answers with our copy or the other; ``is_plain`` where the answers
    are the values of the copies, else they say themselves what will be done.
    """

    title: str
    ours: str
    theirs: str
    before: str = ""
    personal: bool = False
    sides: tuple[str, str] = (MINE, OTHER)
    is_plain: bool = True


def asked(root: Path, question: Question, whose: str) -> Asked:
    """Return the words of a question."""
    name, conflict = question.name, question.conflict
    subject = id_of_file(name) if model_of(name) is Dossier else name
    if conflict.key in (THE_FILE, SAME_ID) or conflict.key.startswith(CODE):
        return _about_file(subject, conflict, whose)
    words = _Words(root, name)
    fields = conflict.fields
    if fields[0][-1:] == (_HISTORY,):  # what follows the history goes with it, and need not be told beside it
        fields = fields[:1]
    titles = [
        titles_of(words.model, field) if words.model else ", ".join(map(str, field)) for field in fields
    ]
    title = f"{subject}: {' · '.join(dict.fromkeys(titles))}"
    sides = (conflict.ours, conflict.theirs, conflict.base)
    ours, theirs, before = (words.of(fields, side, _others(side, sides)) for side in sides)
    return Asked(title, ours, theirs, before, name.startswith(f"{PRIVATE_FOLDER}/"))


def _others(side: tuple[Any, ...], sides: tuple[tuple[Any, ...], ...]) -> tuple[Any, ...]:
    return sides[1] if side is sides[0] else sides[0]


def _about_file(subject: str, conflict: Conflict, whose: str) -> Asked:
    ours, theirs = str(conflict.ours[0] or "tệp đã xóa"), str(conflict.theirs[0] or "tệp đã xóa")
    if conflict.key == THE_FILE:
        return Asked(f"{subject}: một bên sửa, một bên xóa tệp", ours, theirs)
    if conflict.key == SAME_ID:
        two = f"hai sản phẩm: {theirs} lấy mã hồ sơ mới"
        one = f"một sản phẩm, gộp từng mục: máy này ghi {ours}, {whose} ghi {theirs}"
        sides = ("hai sản phẩm", "một sản phẩm")
        return Asked(f"{subject}: một hay hai sản phẩm", two, one, sides=sides, is_plain=False)
    code = conflict.key.removeprefix(CODE).strip()
    title = f"mã số {code} của hai hồ sơ chưa gửi, hồ sơ nào giữ"
    return Asked(title, f"{ours} giữ mã", f"{theirs} giữ mã", sides=(ours, theirs), is_plain=False)


class _Words:
    """The values of one file in words."""

    def __init__(self, root: Path, name: str) -> None:
        self.model = model_of(name)
        path = root / name
        known = dict(flat_values((), parse(path.read_bytes(), name).filled)) if path.is_file() else {}
        self._values = FileValues(root, self.model, known)

    def of(
        self, fields: tuple[tuple[str | int, ...], ...], side: tuple[Any, ...], other: tuple[Any, ...]
    ) -> str:
        """Return what one side says in some fields, where the other says something else."""
        if all(value is None for value in side):
            return NOTHING
        if fields[0][-1:] == (_HISTORY,) and isinstance(side[0], list):
            found = list(self._moves(side[0], other[0]))
        else:
            found = [
                words
                for field, value, beside in zip(fields, side, other, strict=True)
                for words in self._different(tuple(map(str, field)), value, beside, alone=len(fields) == 1)
            ]
            found = found or [_HASH_ONLY]
        more = ["…"] if len(found) > _MOST else []
        return "; ".join([*found[:_MOST], *more]) or NOTHING

    def _moves(self, moves: list[Any], others: Any) -> Iterator[str]:
        """Yield the moves of a history that the other one does not have in their places."""
        beside = others if isinstance(others, list) else []
        for number, move in enumerate(moves):
            if not isinstance(move, dict) or beside[number : number + 1] == [move]:
                continue
            words = {
                key: self._values.words_of((_HISTORY, str(number), key), str(move.get(key) or ""))
                for key in ("stage", "on", "by", "kind")
            }
            by = f", {words['by']}" if words["by"] else ""
            way = f" ({words['kind']})" if words["kind"] else ""
            yield f"“{words['stage']}”{way} ngày {words['on']}{by}"

    def _different(self, field: tuple[str, ...], value: Any, beside: Any, *, alone: bool) -> Iterator[str]:
        others = dict(flat_values((), beside))
        for way, text in flat_values((), value):
            if others.get(way) == text:
                continue
            place = (*field, *way)
            words = shortened(self._values.words_of(place, text), _LONGEST)
            if words:
                is_plain = (alone and not way) or self.model is None
                yield f"“{words}”" if is_plain else f"{title_at(self.model, place)} “{words}”"  # type: ignore[arg-type]  # a model, else plain
