"""How a verb writes: all its changes at once, or shown under ``--dry-run``; then what was written and what comes next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ocop_cli.errors import OcopError
from ocop_cli.session.writing.holding import line_mark
from ocop_cli.session.writing.out import refuse_other_use
from ocop_cli.store.dossier.skeleton import settled
from ocop_cli.store.files.changes import AnyChange, Change, apply_changes, diff, plan_write, real_changes
from ocop_cli.store.reading.entered import refuse_unreadable
from ocop_cli.store.workspace.data_places import is_beside
from ocop_cli.store.workspace.written_by import VERSION_FILE, note_to_write
from ocop_cli.usecases.papers.draft import Draft, with_records, written_order
from ocop_cli.usecases.papers.seal import seal_changes
from ocop_cli.viet.personal import masked

if TYPE_CHECKING:
    from ocop_cli.session import Session

_TRIAL = "Chạy thử: chưa ghi gì."


def write(
    session: "Session", changes: Sequence[AnyChange | Draft], label: str, next_step: str, done: str
) -> None:
    """Apply the changes of a verb, or show them under ``--dry-run``; ``Session.write`` tells the rest."""
    changes = [settled(change) if isinstance(change, Change) else change for change in changes]
    meant = with_records(changes)
    left = refuse_unreadable(session.sources, meant)
    seals = seal_changes(session.sources, meant, left)
    noted = _version_changes(session) if real_changes(meant) else []
    write_as_it_is(session, [*changes, *seals, *noted], label, next_step, done=done)


def _version_changes(session: "Session") -> list[Change]:
    """Return the change that notes which version of the program writes, where an older one, or none, is known to have."""
    note = note_to_write(session.root)
    return [plan_write(session.root, VERSION_FILE, note)] if note else []


def write_as_it_is(
    session: "Session",
    changes: Sequence[AnyChange | Draft],
    label: str,
    next_step: str = "",
    *,
    undoes: str = "",
    back: str = "hoàn tác: `ocop undo`",
    done: str = "",
) -> None:
    """Write as ``write`` does what no reader has judged: an undo brings back what was there.

    ``undoes`` is the number of the entry in the journal that the changes turn round; ``back`` says how to go back;
    ``done`` what was done, in front of the names of files.
    """
    label = masked(label)  # it is kept in the journal and in git, and shown by undo
    drafts = [change for change in changes if isinstance(change, Draft)]
    refuse_other_use(session, drafts)
    _show_differences(session, drafts)
    if session.options.dry_run:
        _say(session, done)
        _show_trial(
            session, [each for each in real_changes(with_records(changes)) if not is_beside(each.path)]
        )
        return
    landed = apply_changes(session.root, written_order(changes), label, undoes, line_mark(session))
    applied = {change.path for change in landed}
    landed = [change for change in with_records(changes) if change.path in applied]
    session.interview.has_written = True
    written = [change.path for change in landed]
    session.sources.forget(written)
    keep_history(session, written, label)
    _say(session, done)
    _tell_written(session, landed, drafts, f"{f'Tiếp: {next_step}' if next_step else ''}   ({back})".strip())
    session.written = {"files": written, "label": label, "next": next_step}
    if session.options.pdf:
        made = [*written, *(draft.document.path for draft in drafts)]  # one that is there already counts
        export_pdf(session, [path for path in dict.fromkeys(made) if path.endswith(".docx")])


def _say(session: "Session", done: str) -> None:
    if done:
        session.say(done)


def _tell_written(session: "Session", done: Sequence[AnyChange], drafts: Sequence[Draft], then: str) -> None:
    """Name what was written, without the records beside documents, say what comes ``then``, and what drafts were found to lack."""
    aside = {draft.record.path for draft in drafts}
    told = [each for each in done if each.path not in aside and not is_beside(each.path)]
    session.say(_written_words(told or done))
    if done:
        session.say(then)
    session.console.findings((f for draft in drafts for f in draft.findings), session.line_of, to_stderr=True)


def _show_trial(session: "Session", changes: Sequence[AnyChange]) -> None:
    """Say in words what a run would change; with ``--diff`` show the lines of the files."""
    if session.options.diff:
        session.say("".join(map(diff, changes)) + _TRIAL)
        return
    from ocop_cli.store.change_words import change_lines  # with all that words are found for

    lines = [
        line for change in changes for line in [*change_lines(session.root, change), *_document_lines(change)]
    ]
    session.say("\n".join([*lines, f"{_TRIAL} Xem từng dòng của tệp: thêm --diff." if lines else _TRIAL]))


def _document_lines(change: AnyChange) -> list[str]:
    """Return the lines of text in which a document would differ from the one that is there."""
    if not isinstance(change, Change) or not change.path.endswith(".docx"):
        return []
    if change.before is None or change.after is None:
        return []
    from ocop_cli.render.texts import text_difference

    return [f"  {line}" for line in text_difference(change.before, change.after)]


def _show_differences(session: "Session", drafts: Sequence[Draft]) -> None:
    """Where a draft is filed beside one that a person edited, show in which lines they differ."""
    for draft in drafts:
        if draft.differences is not None:
            kept = f"Bản trước đã sửa trong Word hoặc đã ban hành được giữ nguyên; bản mới nằm ở {draft.document.path}. Khác nhau:"
            lines = "\n".join(f"  {line}" for line in draft.differences)
            session.console.note(f"{kept}\n{lines or '  chỉ khác về trình bày'}")


def _written_words(changes: Sequence[AnyChange]) -> str:
    """Name the files that were written, and apart from them those that were deleted."""
    written = " · ".join(change.path for change in changes if change.after is not None)
    deleted = " · ".join(change.path for change in changes if change.after is None)
    lines = [f"Đã ghi {written}" if written else "", f"Đã xóa {deleted}" if deleted else ""]
    return "\n".join(line for line in lines if line) or "Không có gì thay đổi."


def export_pdf(session: "Session", documents: Sequence[str]) -> None:
    """Write a PDF beside each document that is there, as a step of its own. Raises ``OcopError`` without LibreOffice."""
    if session.options.dry_run:
        session.say(_TRIAL)
        return
    from ocop_cli.store.other_programs.office import plan_pdf
    from ocop_cli.store.papers.document_records import signed_scans
    from ocop_cli.usecases.papers.electronic_form import export_words  # with the rules of form

    there = [name for name in documents if (session.root / name).is_file()]
    with session.holding():
        changes = plan_pdf(session.root, there, signed_scans(session.sources)) if there else []
        made = [change.path for change in changes]
        apply_changes(session.root, changes, f"xuất {', '.join(made)}", line=line_mark(session))
    session.say(f"Đã xuất {' · '.join(made)}" if made else "Không có văn bản Word nào để xuất PDF.")
    for words in export_words(session.sources, dict(zip(there, made, strict=True))):
        session.console.note(words)


def keep_history(session: "Session", paths: Sequence[str], label: str) -> None:
    """Record written files in git, where the office wants that; what holds personal data only where it wants that too."""
    from ocop_cli.session.writing.history import record_history

    try:
        settings = session.workspace.profile.settings
    except OcopError:  # an undo may just have brought back a profile with errors
        return
    if paths and settings.git and (session.root / ".git").exists():
        record_history(session, paths, label, with_personal_data=settings.git_personal)
