"""Bring another copy of the workspace into this one: ask what only a person can choose, tell what came of the rest."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import Finding, Place, Severity, findings_json
from ocop_cli.merging.three_way import Side
from ocop_cli.programme.profile import Profile
from ocop_cli.session import Session
from ocop_cli.store.files.interviews import keep_answers, kept_answers
from ocop_cli.store.merge.common_past import common_past
from ocop_cli.store.merge.other_copy import CommitCopy, FolderCopy, join_history, last_change, other_copy
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.workspace.workspace import PROFILE_FILE
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.merge.merge import plan_merge
from ocop_cli.usecases.merge.plan import SAME_ID, Copies, Plan, Question
from ocop_cli.usecases.merge.words import MINE, NOTHING, Asked, asked
from ocop_cli.usecases.papers.files_words import files_words
from ocop_cli.viet.text import fold
from ocop_cli.viet.told_once import told_once

_KEPT = "merge"
_LATER = "later"
_HIDDEN = "(dữ liệu cá nhân)"


class Typed(NamedTuple):
    """What the command line says: whose copy it is, which side some questions, or all that are left, are answered by."""

    whose: str | None
    choose: Sequence[str]
    all_by: Side | None


def merge_copy(session: Session, theirs: str, typed: Typed) -> int:
    """Merge another copy into the workspace, all or nothing."""
    copies = _copies(session, theirs, typed)
    plan = _answered(session, copies, typed)
    _tell(session, copies, plan)
    session.write(plan.changes, f"gộp bản của {copies.whose}", "`ocop check`")
    if not session.options.dry_run:
        _join(session, copies)
    if session.options.json:
        session.json("ocop/merge@1", _json(session, copies, plan))
    return 0


def _copies(session: Session, theirs: str, typed: Typed) -> Copies:
    other = other_copy(session.root, theirs)
    ours = session.workspace.profile
    raw = other.read(PROFILE_FILE)
    record = read_record(parse(raw, PROFILE_FILE), Profile).record if raw else None
    if record and record.commune.code != ours.commune.code:
        raise OcopError(
            f"{theirs} là thư mục của {record.commune.kind} {record.commune.name}, không phải của xã này.",
            "Chọn đúng thư mục.",
            exit_code=MISUSE,
        )
    whose = typed.whose or (Path(theirs).resolve().name if isinstance(other, FolderCopy) else theirs)
    return Copies(
        session.sources, other, common_past(session.root, other), whose, ours.settings.number_series
    )


def _answered(session: Session, copies: Copies, typed: Typed) -> Plan:
    """Return the plan with every question answered; a trial run leaves open what nobody has answered."""
    chosen: dict[str, Side] = {}
    while True:
        plan = plan_merge(copies, chosen)
        found = _answers(session, copies, plan.questions, typed)
        if not found:
            return plan
        chosen |= found


def _answers(
    session: Session, copies: Copies, questions: Sequence[Question], typed: Typed
) -> dict[str, Side]:
    """Answer questions by the command line, by what was chosen before, else by the person.

    Raises ``OcopError`` with all that are open where nobody can be asked, or some are left for later.
    """
    first = [question for question in questions if question.conflict.key == SAME_ID]
    questions = first or questions  # what two products share is no question
    known = _remembered(session.root, questions) | _said(copies, questions, typed)
    left = [question for question in questions if question.key not in known]
    if typed.all_by:
        known |= {question.key: typed.all_by for question in left}
    elif session.options.dry_run:
        return known
    elif session.can_ask:
        known |= _asked(session, copies, questions, left, known)
    elif left:
        findings = tuple(_open(session.root, question, copies.whose) for question in left)
        raise OcopError(
            f"{len(left)} chỗ hai bên ghi khác nhau, phải chọn; chưa ghi gì.",
            "Chạy lại ở cửa sổ lệnh để trả lời từng câu; hoặc thêm --choose cho từng chỗ, --ours hoặc --theirs cho mọi chỗ.",
            exit_code=1,
            findings=findings,
        )
    if not session.options.dry_run:
        _remember(session.root, [q for q in questions if first or known[q.key] is Side.OURS], known)
    return known


def _said(copies: Copies, questions: Sequence[Question], typed: Typed) -> dict[str, Side]:
    """Return what ``--choose`` answers. Raises ``OcopError`` (misuse) for a side that is none."""
    found = list[tuple[str, Side]]()
    words = {question.key: asked(copies.root, question, copies.whose) for question in questions}
    titles = {fold(said.title): (key, said) for key, said in words.items()}
    for text in typed.choose:
        title, _, side = text.rpartition("=")
        key, said = titles.get(fold(title.strip()), ("", None))
        if said is None:
            continue  # of a question that was asked before, or comes only after others are answered
        sides = dict(zip(map(fold, said.sides), Side, strict=True))
        if fold(side.strip()) not in sides:
            hint = f"Ghi {said.title}={said.sides[0]} hoặc {said.title}={said.sides[1]}."
            raise OcopError(f"--choose: không rõ “{text}”.", hint, exit_code=MISUSE)
        found.append((key, sides[fold(side.strip())]))
    return told_once(found, lambda key: f"--choose {words[key].title}")


def _asked(
    session: Session,
    copies: Copies,
    questions: Sequence[Question],
    left: Sequence[Question],
    known: Mapping[str, Side],
) -> dict[str, Side]:
    """Ask one by one. Raises ``OcopError`` where some are left for later; what was chosen is kept."""
    found, later = dict[str, Side](), 0
    for number, question in enumerate(left, 1):
        said = asked(session.root, question, copies.whose)
        choices = _choices(session, copies, question, said)
        notes = [f"  lúc trước: {said.before}"] if said.before and said.before != NOTHING else []
        words = f"{said.title} ({number}/{len(left)})"
        answer = session.ask(words, option="--choose", choices=choices, notes=notes, personal=said.personal)
        if answer == _LATER:
            later += 1
        else:
            found[question.key] = Side(answer)
    if later:
        answers = {**known, **found}
        _remember(session.root, [question for question in questions if question.key in answers], answers)
        session.interview.given.clear()  # what was chosen is kept by its values, not by its place
        raise OcopError(
            f"Còn {later} chỗ để hỏi sau; chưa ghi gì, hai bản còn nguyên.",
            "Các chỗ đã chọn được giữ: hỏi rõ rồi chạy lại lệnh này, chỉ còn hỏi các chỗ đó.",
            exit_code=1,
        )
    return found


def _choices(session: Session, copies: Copies, question: Question, said: Asked) -> dict[str, str]:
    ours, theirs = last_change(session.root, "HEAD", question.name), copies.other.said(question.name)
    mine, other = (f"{MINE}{_by(ours)}: ", f"{copies.whose}{_by(theirs)}: ") if said.is_plain else ("", "")
    return {
        Side.OURS.value: f"{mine}{said.ours}",
        Side.THEIRS.value: f"{other}{said.theirs}",
        _LATER: "để nguyên cả hai, hỏi sau",
    }


def _by(who: str) -> str:
    return f" ({who})" if who else ""


def _open(root: Path, question: Question, whose: str) -> Finding:
    """P091: both copies say something else, and nobody was there to choose."""
    said = asked(root, question, whose)
    ours, theirs = (_HIDDEN if said.personal else words for words in (said.ours, said.theirs))
    return Finding(
        "P091",
        Severity.ERROR,
        f"{said.title}: {f'{MINE} {ours}, {whose} {theirs}' if said.is_plain else f'{ours}, hoặc {theirs}'}",
        Place(question.name),
        why="chương trình không chọn thay người",
        hint=" hoặc ".join(f'--choose "{said.title}={side}"' for side in said.sides),
    )


def _tell(session: Session, copies: Copies, plan: Plan) -> None:
    """Say what comes of every file."""
    if not copies.past.how:
        session.console.note(
            "Không biết hai bản tách nhau từ đâu: mục nào khác nhau đều hỏi, không mục nào coi là đã xóa."
        )
    lines = [
        f"Lấy của {copies.whose}: {files_words(plan.taken)}" if plan.taken else "",
        f"Gộp từng mục: {files_words(plan.merged)}" if plan.merged else "",
        *(
            f"Hai bản khác nhau, giữ cả hai: {name}; bản của {copies.whose} là {place}"
            for name, place in plan.beside.items()
        ),
        *(f"Chưa lấy {name}: {why}" for name, why in plan.left_out.items()),
        *(f"Lưu ý: {words}" for words in plan.told),
    ]
    if session.options.dry_run and plan.questions:
        shown = (asked(session.root, question, copies.whose) for question in plan.questions)
        lines += [f"Sẽ hỏi {said.title}" for said in shown]
    session.say("\n".join(line for line in lines if line) or f"Bản của {copies.whose} không có gì mới.")
    session.show_findings(plan.findings)


def _join(session: Session, copies: Copies) -> None:
    """Let git know that a branch is merged, where the office keeps its history in git."""
    if isinstance(copies.other, CommitCopy) and session.workspace.profile.settings.git:
        notice = join_history(session.root, copies.other.commit, f"gộp bản của {copies.whose}")
        if notice:
            session.console.note(notice)


def _json(session: Session, copies: Copies, plan: Plan) -> dict[str, Any]:
    return {
        "from": copies.whose,
        "past": copies.past.how or None,
        "taken": plan.taken,
        "merged": plan.merged,
        "beside": plan.beside,
        "left_out": plan.left_out,
        "notes": plan.told,
        "open": [question.name for question in plan.questions],
        "findings": findings_json(session.sources.placed(plan.findings)),
        **(session.written or {}),
    }


def _mark(question: Question) -> str:
    """Return what stands for a question with its values: another value is another question."""
    conflict = question.conflict
    values = json.dumps([question.key, conflict.base, conflict.ours, conflict.theirs], ensure_ascii=False)
    return sha256(values.encode()).hexdigest()


def _remembered(root: Path, questions: Sequence[Question]) -> dict[str, Side]:
    kept = dict(kept_answers(root, _KEPT))
    said = {question.key: kept.get(_mark(question)) for question in questions}
    return {key: Side(side) for key, side in said.items() if side and side in [*Side]}


def _remember(root: Path, questions: Sequence[Question], chosen: Mapping[str, Side]) -> None:
    """Keep what was chosen: that ours stands, so that the same copy asks it no more; and all while some are left."""
    kept = dict(kept_answers(root, _KEPT))
    new = {_mark(question): chosen[question.key].value for question in questions}
    if new.keys() - kept.keys():
        keep_answers(root, _KEPT, [*(kept | new).items()])
