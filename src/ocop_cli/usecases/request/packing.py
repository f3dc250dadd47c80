"""The archive of a request: what goes in, written and hashed in pieces, and refused where it is not what was checked."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import BinaryIO, NamedTuple

from ocop_cli.documents.package_contents import bag_info
from ocop_cli.errors import OcopError
from ocop_cli.programme.profile import Profile
from ocop_cli.store.files.big import make_big
from ocop_cli.store.files.changes import BigChange, plan_big
from ocop_cli.store.foreign.formats import Format, format_of_file
from ocop_cli.store.foreign.photo import CLEANED, cleaned
from ocop_cli.store.papers.bag import Content, write_bag
from ocop_cli.store.papers.drafts import free_file
from ocop_cli.store.reading.read_file import ReadFile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.request.request import RequestedDossier
from ocop_cli.workflow.submission import package_name


class Enclosed(NamedTuple):
    """What goes into a package; a ``file`` of the workspace with the hash with which it was checked, if it was."""

    content: Content
    sha256: str = ""
    file: str = ""


class Packing(NamedTuple):
    """How a package is made: the product codes, the day, the mark of a draft; in a ``trial`` nothing is kept of it."""

    codes: Mapping[str, str]
    on: date
    mark: str
    trial: bool


def enclosed_file(read: ReadFile, file: str) -> Enclosed | None:
    """Return a file of the workspace for a package: of a photo the same picture without place, time and device.

    ``None`` for a picture that few can open, and whose place and time cannot be taken out. The file itself stays as it is. Raises ``OcopError`` when a photo is another one than was checked.
    """
    kind = format_of_file(read.path)
    if kind is Format.HEIC:
        return None
    if kind not in CLEANED:
        return Enclosed(read, read.sha256, file)
    content = read.path.read_bytes()
    if hashlib.sha256(content).hexdigest() != read.sha256:
        raise _changed(file)
    clean = cleaned(content, kind)
    return Enclosed(read, read.sha256, file) if clean in (None, content) else Enclosed(clean or content)


def _changed(file: str) -> OcopError:
    return OcopError(f"{file} vừa đổi trong lúc lập gói.", "Chạy lại lệnh.", exit_code=1)


def packed(
    sources: Sources,
    entries: Sequence[RequestedDossier],
    profile: Profile,
    payload: Mapping[str, Enclosed],
    packing: Packing,
) -> BigChange:
    """Return the change that files the archive, under a name that no other package has.

    Raises ``OcopError`` when a file is another one than was checked.
    """
    name = f"{package_name(profile, [entry.serial for entry in entries], packing.on.year)}{packing.mark}"
    info = bag_info(profile, packing.codes, packing.on)

    def write(file: BinaryIO) -> None:
        contents = {where: enclosed.content for where, enclosed in payload.items()}
        digests = write_bag(file, name, contents, info)
        for where, (content, sha256, checked) in payload.items():
            is_other = sha256 and digests[where] != sha256
            if is_other or (isinstance(content, ReadFile) and content.has_changed()):
                raise _changed(checked)

    made = make_big(sources.root, write, trial=packing.trial)
    return plan_big(sources.root, free_file(sources.root, f"packages/{name}.zip", made), made)
