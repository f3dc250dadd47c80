"""Everything that has a day, shown, and filed as a calendar."""

from pathlib import Path

from ocop_cli.documents.frame import commune_name
from ocop_cli.reports.due import due_json, due_table, within
from ocop_cli.session import Session
from ocop_cli.session.writing.out import export_path
from ocop_cli.store.files.changes import plan_write
from ocop_cli.usecases.year.due import Folder, all_due, seen_dossiers


def folder_of(session: Session) -> Folder:
    """Return the workspace as this run looks at it."""
    return Folder(session.sources, session.rulebook, session.workspace.profile, session.today, session.seen)


def show_all(session: Session, days: int | None, ics: Path | None) -> int:
    """Show what is due, of all or within some days, and file it as a calendar where that is asked for.

    What is filed is read while the folder is held: what a killed command left is taken back first.
    """
    if ics is None:
        return _show(session, days, ics)
    with session.holding() as goes_on:
        return _show(session, days, ics) if goes_on else 0


def _show(session: Session, days: int | None, ics: Path | None) -> int:
    folder = folder_of(session)
    items = within(all_due(folder, seen_dossiers(folder)), session.today, days)
    title = f"Việc có ngày trong {days} ngày tới, và việc đã quá" if days is not None else "Mọi việc có ngày"
    if items:
        session.show_table(due_table(items, session.today, title))
    else:
        session.say("Không có việc nào có ngày.")
    if ics:
        from ocop_cli.render.calendar_file import calendar_bytes

        path, profile = export_path(session, ics, ".ics"), session.workspace.profile
        name = f"OCOP {commune_name(profile)}"
        content = calendar_bytes(items, profile.commune.code, name, session.today, profile.settings.warn_days)
        session.write([plan_write(session.root, path, content)], f"ghi lịch {path}")
        session.say(f"{len(items)} ngày trong lịch. Đưa vào điện thoại: gửi tệp này qua thư, mở trên máy.")
    if session.options.json:
        session.json("ocop/due-all@1", {"items": [due_json(one, session.today) for one in items]})
    return 0
