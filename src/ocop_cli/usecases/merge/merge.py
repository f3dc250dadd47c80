"""What another copy of the workspace brings to this one: file by file, and what only a person can choose."""

from collections.abc import Mapping

from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.merging.three_way import Conflict, Side
from ocop_cli.store.dossier.dossiers import dossier_name, private_name
from ocop_cli.store.files.big import big_file, is_big
from ocop_cli.store.files.changes import Change, plan_big
from ocop_cli.store.files.disk import disk_reason
from ocop_cli.store.files.paths import content_of, inside
from ocop_cli.store.merge.common_past import UNKNOWN, Before
from ocop_cli.store.merge.other_copy import FolderCopy
from ocop_cli.store.reading.entered import refuse_unreadable
from ocop_cli.store.workspace.data_places import is_beside, model_of
from ocop_cli.store.workspace.ids import taken_ids
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.merge.codes import CodeTwice, codes_twice, numbers_twice, without_request
from ocop_cli.usecases.merge.file import merge_file
from ocop_cli.usecases.merge.names import (
    beside_name,
    known_id,
    product_of,
    removed_dossiers,
    renamed_dossiers,
    renamed_in,
)
from ocop_cli.usecases.merge.plan import (
    CODE,
    SAME_ID,
    THE_FILE,
    Copies,
    Plan,
    Question,
    place_in_order,
    remarks_told,
    words_of_file,
)
from ocop_cli.usecases.merge.seals import answers_of, unlike_witnesses
from ocop_cli.viet.ids import free_id, id_of_file


def plan_merge(copies: Copies, chosen: Mapping[str, Side]) -> Plan:
    """Plan the merge of another copy into the workspace; ``chosen`` answers questions by their keys.

    Where a question is open, the plan holds our values. Nothing of ours is lost: what both have under one name and
    cannot be merged is kept beside.
    """
    return _Run(copies, chosen).plan()


class _Run:
    def __init__(self, copies: Copies, chosen: Mapping[str, Side]) -> None:
        self._copies, self._chosen, self._plan = copies, chosen, Plan()
        self._beside: dict[str, str] = {}
        """Files that stand beside ours of the same name, by that name, from an earlier merge too."""
        self._renamed: dict[str, str] = {}
        """Files of the other copy that come under another name, since ours has another file under theirs."""
        self._ids: dict[str, str] = {}
        """New dossiers of the other copy that come under another id, since ours has another product under theirs."""
        self._same = renamed_dossiers(copies)
        """Dossiers of the other copy that ours has under another id, which stays: one of the two has renamed it."""
        self._apart = set[str]()
        """Dossiers of which nobody has said yet whether they are one in both copies."""
        self._removed = removed_dossiers(copies.sources)

    def plan(self) -> Plan:
        self._ids |= self._same
        self._plan.told += (
            f"hồ sơ {mine} của máy này là {theirs} bên kia: gộp vào {mine}"
            for theirs, mine in self._same.items()
        )
        here = {each for mine in self._same.values() for each in (dossier_name(mine), private_name(mine))}
        names = [name for name in self._different() if name not in here]
        for name in names:
            if model_of(name) is Dossier:
                self._tell_apart(name)
        for name in (name for name in names if not name.endswith(".yaml")):
            self._file(name)
        for name in (name for name in self._of_others(names) if name.endswith(".yaml")):
            self._data_file(name)
        self._one_code_each()
        self._pass_the_gate()
        self._plan.told += numbers_twice(self._copies.sources, self._plan.changes, self._copies.series)
        self._plan.changes.sort(key=place_in_order)
        return self._plan

    def _different(self) -> list[str]:
        """Return the files that are not the same in both copies; what is merged is sealed anew with it."""
        other = self._copies.other
        listed = {*other.names(), *self._copies.past.names()}
        names = [name for name in listed if (model_of(name) or "/" in name) and not is_beside(name)]
        brought = {_top(name) for name in other.names()}
        missing = sorted(
            {_top(name) for name in names} - brought
        )  # not brought along, which is not taken away
        if kept := [top for top in missing if (self._copies.root / top).exists()]:
            self._plan.told.append(f"bản kia không mang theo {', '.join(kept)}: giữ nguyên của máy này")
        found = sorted(name for name in names if _top(name) in brought and self._is_different(name))
        unlike = unlike_witnesses(other, self._copies.sources, found)
        self._plan.left_out |= unlike
        self._plan.told += answers_of(other, self._copies.sources)
        return [name for name in found if name not in unlike]

    def _is_different(self, name: str) -> bool:
        try:
            return not self._copies.other.is_same(name, self._copies.root)
        except OSError as error:
            self._plan.left_out[name] = f"hệ thống không cho đọc ({disk_reason(error)})"
            return False

    def _file(self, name: str) -> None:
        """Merge a file of which nothing is known but its bytes."""
        before, ours = self._copies.past.before(name), content_of(self._copies.root / name)
        theirs = self._copies.other.read(name)
        if theirs == before or (theirs is None and before is UNKNOWN):
            return
        if ours == before or (ours is None and before is UNKNOWN):
            self._take(name, name, theirs)
        elif ours is None or theirs is None:
            self._whole(name, before, ours, theirs)
        else:
            place = beside_name(self._copies.root, name, self._copies.whose, theirs)
            self._beside[name] = place
            if not (self._copies.root / place).exists():
                self._plan.beside[name] = place
                self._take(name, place, theirs)
            if before is None or before is UNKNOWN:
                self._renamed[name] = place

    def _tell_apart(self, name: str) -> None:
        """Find out whether what both copies have newly under one id is one dossier, by its product or by what a person says."""
        before, ours, theirs = self._states(name)
        if isinstance(before, bytes) or ours is None or theirs is None or id_of_file(name) in self._same:
            return
        mine, other = (product_of(raw, name) for raw in (ours, theirs))
        if (
            mine == other or not any(mine) or not any(other)
        ):  # what cannot be read is told where it is to be merged
            return
        conflict = Conflict(SAME_ID, ((),), (None,), (" của ".join(mine),), (" của ".join(other),))
        side = self._chosen.get(Question(name, conflict).key)
        if side is None:
            self._plan.questions.append(Question(name, conflict))
            self._apart.add(name)
        elif side is Side.OURS:
            old = id_of_file(name)
            taken = [*taken_ids(self._copies.root), *map(id_of_file, self._copies.other.names())]
            self._ids[old] = known_id(self._copies.root, name, theirs) or free_id(old, taken)
            self._plan.told.append(f"hồ sơ {old} bên kia là sản phẩm khác, lấy vào với mã {self._ids[old]}")

    def _of_others(self, names: list[str]) -> list[str]:
        """Return the files to look at: with the personal data of a dossier that gets another id, though they be alike."""
        return sorted({*names, *map(private_name, self._ids)})

    def _states(self, name: str) -> tuple[Before, bytes | None, bytes | None]:
        """Return a file as it was and in both copies; in the other one with what it points to under new names."""
        before, theirs = self._copies.past.before(name), self._copies.other.read(name)
        if theirs is not None and theirs != before:
            theirs = renamed_in(theirs, self._renamed, self._ids)
        return before, content_of(self._copies.root / self._place(name)), theirs

    def _place(self, name: str) -> str:
        """Return where a file of the other copy belongs in ours."""
        document = f"{name.removesuffix('.yaml')}.docx"
        if document in self._beside:  # a record goes along with its document
            return f"{self._beside[document].removesuffix('.docx')}.yaml"
        owner = self._ids.get(id_of_file(name))
        named = {dossier_name(id_of_file(name)): dossier_name, private_name(id_of_file(name)): private_name}
        return named[name](owner) if owner and name in named else name

    def _data_file(self, name: str) -> None:
        before, ours, theirs = self._states(name)
        place = self._place(name)
        if place != name and id_of_file(name) in self._same:
            known = self._copies.past.before(place)
            before = known if isinstance(known, bytes) else before
        elif place != name:
            before = None if ours is None else UNKNOWN
        if name in self._apart or theirs in (before, ours) or (theirs is None and before is UNKNOWN):
            return
        if ours == before:
            self._take(name, place, theirs)
        elif ours is None or theirs is None:
            self._one_sided(name, before, ours, theirs)
        else:
            self._both(place, before, ours, theirs)

    def _one_sided(self, name: str, before: Before, ours: bytes | None, theirs: bytes | None) -> None:
        if ours is None and before is UNKNOWN:
            if name in self._removed:
                self._plan.left_out[name] = "hồ sơ này đã xóa trên máy này; lấy lại thì hỏi người đã xóa"
            else:
                self._take(name, name, theirs)
        else:
            self._whole(name, before, ours, theirs)

    def _both(self, name: str, before: Before, ours: bytes, theirs: bytes) -> None:
        known = before if isinstance(before, bytes) else None
        merged = merge_file(name, known, ours, theirs, self._chosen_in(name))
        if merged is None:
            self._plan.left_out[name] = "tệp của một trong hai bên không đọc được; sửa xong thì gộp lại"
            self._plan.findings += [
                finding for raw in (ours, theirs) for finding in parse(raw, name).findings
            ]
            return
        self._plan.questions += [Question(name, conflict) for conflict in merged.conflicts]
        self._plan.told += remarks_told(name, merged.strays, merged.lost)
        if merged.source.raw != ours:
            self._plan.merged.append(name)
            self._plan.changes.append(Change(name, ours, merged.source.raw))

    def _whole(self, name: str, before: Before, ours: bytes | None, theirs: bytes | None) -> None:
        """Ask about a file that one copy has changed and the other taken away."""
        known = words_of_file(before if isinstance(before, bytes) else None)
        conflict = Conflict(THE_FILE, ((),), (known,), (words_of_file(ours),), (words_of_file(theirs),))
        side = self._chosen.get(Question(name, conflict).key)
        if side is None:
            self._plan.questions.append(Question(name, conflict))
        elif side is Side.THEIRS:
            self._take(name, name, theirs)

    def _take(self, name: str, place: str, content: bytes | None) -> None:
        """Take a file of the other copy as it is, under its name or another."""
        path = inside(self._copies.root, place)
        self._plan.taken.append(place)
        if is_big(len(content or b"")) and isinstance(self._copies.other, FolderCopy):
            big = plan_big(self._copies.root, place, big_file(self._copies.other.root / name))
            self._plan.changes.append(big)
        else:
            self._plan.changes.append(Change(place, content_of(path), content))

    def _one_code_each(self) -> None:
        """Let one dossier keep a code that both copies gave: the one that was sent, else the one that a person says."""
        for twice in list(codes_twice(self._copies.sources, self._plan.changes)):
            if twice.ours_sent and twice.theirs_sent:
                both = f"{id_of_file(twice.ours)} và {id_of_file(twice.theirs)}"
                self._plan.told.append(f"mã số {twice.code} đã gửi cho cả {both}; báo cấp tỉnh để đổi một mã")
                continue
            mine, other = ((id_of_file(name),) for name in (twice.ours, twice.theirs))
            question = Question(twice.theirs, Conflict(f"{CODE} {twice.code}", ((),), (None,), mine, other))
            side = Side.OURS if twice.ours_sent else Side.THEIRS if twice.theirs_sent else None
            side = side or self._chosen.get(question.key)
            if side is None:
                self._plan.questions.append(question)
            else:
                self._take_back_request(twice, twice.theirs if side is Side.OURS else twice.ours)

    def _take_back_request(self, twice: CodeTwice, name: str) -> None:
        """Take the prepared request of a code back out of a dossier: the next one gets a code of its own."""
        planned = [
            change for change in self._plan.changes if change.path == name and isinstance(change, Change)
        ]
        before = planned[0].before if planned else content_of(self._copies.root / name)
        after = (planned[0].after if planned else before) or b""
        self._plan.changes = [change for change in self._plan.changes if change.path != name]
        left = without_request(after, name, twice.code)
        self._plan.changes.append(Change(name, before, left))
        if left == before:  # an earlier merge has taken it back, and said so
            return
        loser, winner = (
            id_of_file(each) for each in (name, twice.ours if name == twice.theirs else twice.theirs)
        )
        again = f"lập lại bộ đề nghị để có mã mới: `ocop submit {loser}`"
        self._plan.told.append(
            f"mã số {twice.code} là của {winner}; {loser} chưa gửi nên bỏ bộ đã lập, {again}"
        )

    def _chosen_in(self, name: str) -> dict[str, Side]:
        start = f"{name} / "
        return {key.removeprefix(start): side for key, side in self._chosen.items() if key.startswith(start)}

    def _pass_the_gate(self) -> None:
        """Leave out what the reader would refuse: one such file must not keep the others from being merged."""
        for change in list(self._plan.changes):
            try:
                refuse_unreadable(self._copies.sources, [change], self._plan.changes)
            except OcopError as error:
                self._plan.changes.remove(change)
                self._plan.left_out[change.path] = "gộp vào thì tệp không đọc được, hoặc có số liệu khó tin"
                self._plan.findings += [
                    found._replace(place=found.place._replace(file=change.path)) for found in error.findings
                ]
        left = {
            *self._plan.left_out,
            *(each.path for each in self._plan.changes if each.before == each.after),
        }
        self._plan.taken = [name for name in self._plan.taken if name not in left]
        self._plan.merged = [name for name in self._plan.merged if name not in left]


def _top(name: str) -> str:
    return name.partition("/")[0]
