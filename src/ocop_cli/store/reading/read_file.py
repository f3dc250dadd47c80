"""A file whose content a run has read: while the disk shows it unchanged, it is not read again for its hash."""

import hashlib
import os
import time
from pathlib import Path
from typing import IO, NamedTuple
from zlib import crc32

from ocop_cli.store.files.disk import pieces_in
from ocop_cli.store.index.stamps import Stamp, is_settled, seen


class ReadFile(NamedTuple):
    """Where a file lies, its SHA-256 and its CRC-32; ``stamp`` is what the disk said of it, ``None`` where it may change
    unseen."""

    path: Path
    sha256: str
    crc32: int
    stamp: Stamp | None

    def is_in(self, opened: IO[bytes]) -> bool:
        """Say whether an open file is certain to hold what was read."""
        return self.stamp is not None and seen(os.fstat(opened.fileno())) == self.stamp

    def has_changed(self) -> bool:
        """Say whether the disk tells of a change since the file was read. Raises ``OSError`` when it is gone."""
        return self.stamp is not None and seen(self.path.stat()) != self.stamp


def read_file(path: Path) -> ReadFile:
    """Read a file, in pieces, for its sums. Raises ``OSError``."""
    since = time.time_ns()
    with path.open("rb") as file:
        before = seen(os.fstat(file.fileno()))
        digest, crc = hashlib.sha256(), 0
        for piece in pieces_in(file):
            digest.update(piece)
            crc = crc32(piece, crc)
        is_still = seen(os.fstat(file.fileno())) == before and is_settled(max(before[1:3]), since)
    return ReadFile(path, digest.hexdigest(), crc, before if is_still else None)
