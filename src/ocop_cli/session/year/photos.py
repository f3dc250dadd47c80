"""Photos that come with an inspection: taken as they are typed, and what becomes of each is told."""

from collections.abc import Sequence
from datetime import date

from ocop_cli.programme.inspection import Inspection, Photo
from ocop_cli.session import Session
from ocop_cli.session.typed.path import typed_path
from ocop_cli.store.files.changes import AnyChange
from ocop_cli.store.yaml.edit import Append, Edit
from ocop_cli.usecases.year.inspection_photos import TakenPhotos, take_photos


def photos_taken(
    session: Session, typed: Sequence[str], dossier: str, on: date, held: Sequence[Photo] = ()
) -> TakenPhotos:
    """Return the photos that are kept; say of each file why it is not, or what was taken out of it.

    Raises ``OcopError`` (misuse) for a path where nothing lies.
    """
    paths = [typed_path(text).expanduser() for text in typed]
    taken = take_photos(session.root, paths, dossier, on, held, trial=session.options.dry_run)
    for name, note in taken.notes:
        session.say(f"{name}: {note}.")
    for name, why in taken.left_out:
        session.console.note(f"Không nhận {name}: {why}.")
    if taken.left_out:
        session.console.note(f"Thêm ảnh sau: `ocop inspect {dossier} --from {dossier}-{on} --photo TỆP`.")
    return taken


def photos_added(
    session: Session, record: Inspection, typed: Sequence[str]
) -> tuple[list[Edit], list[AnyChange]]:
    """Return the edits that add photos to a recorded inspection, and the changes that keep them."""
    taken = photos_taken(session, typed, record.dossier, record.on, record.photos)
    return [Append(("photos",), photo.model_dump()) for photo in taken.photos], list(taken.changes)
