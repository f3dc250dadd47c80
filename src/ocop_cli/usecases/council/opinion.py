"""Opinions as they are written down: may this one be, and what the chair answers to a dissent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.documents.opinion_sheet import GENERAL_WORDS
from ocop_cli.dossier.conclusions import Opinion
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.stage import stage_of
from ocop_cli.dossier.vocabulary import Stance, words
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.dissents import Dissent
from ocop_cli.evaluation.opinions import OpinionGiven, opinion_record
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.units import same_unit
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import Change
from ocop_cli.store.yaml.edit import Append, Edit, Remove, Set, change_of
from ocop_cli.usecases.edit import edited
from ocop_cli.viet.typed_day import read_act_day

GENERAL = "chung"
CONTENTS = {**words(CommuneContent), GENERAL: GENERAL_WORDS}
"""What an opinion may be about, with the words for it."""


def content_of(code: str) -> str | None:
    """Return the content of an opinion by its code in ``CONTENTS``; ``None`` for one about the whole dossier."""
    return None if code == GENERAL else code


def opinion_day(typed: str | None, meeting: Meeting, today: date) -> date:
    """Return the day of an opinion: as typed, else that of the meeting, or today while it is to come.

    Raises ``OcopError`` (misuse) for what is no day, and for one that has not come.
    """
    return read_act_day(typed, today) or min(meeting.on, today)


def check_opinion(given: OpinionGiven, meeting: str, file: DossierFile) -> None:
    """Raise ``OcopError`` for a unit's second opinion on one content, and for a dissent without its words."""
    if given.stance not in {Stance.AGREE, None} and not given.text:
        raise OcopError(
            f"{given.unit} không nhất trí thì phải ghi lời ý kiến.", "Thêm --text “…”.", exit_code=MISUSE
        )
    there = opinion_there(given, meeting, file.dossier.opinions)
    if there:
        line = file.source.place(("opinions", file.dossier.opinions.index(there))).line
        raise OcopError(
            f"{given.unit} đã có ý kiến về nội dung này của {file.id} tại cuộc họp.",
            f"Vừa ghi nhầm: `ocop undo`. Ghi nhầm từ trước: sửa ý kiến tại {file.source.name}:{line}.",
            exit_code=1,
        )


def opinion_there(given: OpinionGiven, meeting: str, opinions: Iterable[Opinion]) -> Opinion | None:
    """Return the opinion that a unit has given already on the same content at a meeting."""
    same = (o for o in opinions if (o.meeting, o.content) == (meeting, given.content))
    return next((opinion for opinion in same if same_unit(opinion.unit, given.unit)), None)


def note_opinions(
    file: DossierFile,
    meeting: str,
    given: Iterable[OpinionGiven],
    replaced: Mapping[int, OpinionGiven] | None = None,
) -> Change:
    """Return the change that writes opinions, which ``check_opinion`` has let pass, into their dossier.

    ``replaced`` are those that take the place of earlier ones, by the number of these in the dossier, from 0.
    """
    new = [Append(("opinions",), opinion_record(opinion, meeting)) for opinion in given]
    old = [
        edit
        for number, opinion in (replaced or {}).items()
        for edit in _instead(file.dossier.opinions[number], number, opinion_record(opinion, meeting))
    ]
    return change_of(file.source, [*old, *new])


def _instead(there: Opinion, number: int, record: Mapping[str, Any]) -> Iterator[Edit]:
    """Yield the edits that make one opinion say what another record says."""
    for key in ("stance", "text", "by", "on"):
        if record[key] is not None:
            yield Set(("opinions", number, key), record[key])
        elif getattr(there, key) is not None:
            yield Remove(("opinions", number, key))


def answer_dissents(
    files: Sequence[DossierFile], answers: Mapping[Dissent, str], on: date, more: Mapping[str, Sequence[Edit]]
) -> tuple[dict[str, Dossier], list[Change]]:
    """Return the dossiers with the answers that the chair gave on a day in them, and the changes that write these.

    ``more`` are other edits of the same meeting, by dossier.
    """
    dossiers, changes = {}, []
    for file in files:
        own = {dissent.number: text for dissent, text in answers.items() if dissent.dossier == file.id}
        edits = [*more.get(file.id, ())]
        for number, text in own.items():
            edits += [
                Set(("opinions", number, "response"), text),
                Set(("opinions", number, "response_on"), on),
            ]
        dossiers[file.id] = edited(file.source, Dossier, edits) if edits else file.dossier
        changes += [change_of(file.source, edits)] if edits else []
    return dossiers, changes


def past_opinions(files: Iterable[DossierFile]) -> Iterator[str]:
    """Say in words which dossiers no opinion can help any more: they are with the province, were answered or have ended."""
    stages = load_cycle().stages
    for file in files:
        stage = stage_of(stages, file.dossier.stage)
        if stage.past_sending:
            yield f"Hồ sơ {file.id} đang ở bước “{stage.name}”, không còn lấy ý kiến để đánh giá"
