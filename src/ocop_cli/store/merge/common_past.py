"""What two copies of a workspace both were before: by the commits that both know, else by the kept versions of both."""

from enum import Enum
from pathlib import Path
from typing import Final, Literal, NamedTuple, Protocol

from ocop_cli.store.files.big import Fingerprint, fingerprint_of
from ocop_cli.store.files.journal import is_whole, kept_file, steps
from ocop_cli.store.merge.other_copy import CommitCopy, FolderCopy
from ocop_cli.store.other_programs.git import git_output


class _Unknown(Enum):
    UNKNOWN = "unknown"


UNKNOWN: Final = _Unknown.UNKNOWN
"""Stands for the past of a file that nobody knows."""

Before = bytes | None | Literal[_Unknown.UNKNOWN]
"""The content that both copies of a file had; ``None`` where neither had it."""


class Past(Protocol):
    """What both copies were."""

    how: str
    """How the past is known, in words; empty where it is not."""

    def names(self) -> list[str]:
        """Return the files of which a past is known."""

    def before(self, name: str) -> Before:
        """Return what both copies of a file were."""


class CommitPast:
    """A commit that both copies come from: it knows of every file but personal data."""

    how = "lịch sử git chung"

    def __init__(self, commit: CommitCopy, beside: "Past") -> None:
        self.commit, self._beside, self._known = commit, beside, frozenset(commit.names())

    def names(self) -> list[str]:
        """Return the files of the commit, and what only the kept versions know."""
        return sorted({*self._known, *(name for name in self._beside.names() if self._is_beside(name))})

    def before(self, name: str) -> Before:
        """Return the content in the commit."""
        return self._beside.before(name) if self._is_beside(name) else self.commit.read(name)

    @staticmethod
    def _is_beside(name: str) -> bool:
        return name.startswith("private/")


class KeptPast:
    """The versions that the two folders keep for ``undo``: the latest that both have held is what both were."""

    def __init__(self, root: Path, other: Path) -> None:
        self._roots = (root, other)
        self._kept = (_versions(root), _versions(other))
        self.how = "các bản lưu để hoàn tác" if self._kept[0].keys() & self._kept[1].keys() else ""

    def names(self) -> list[str]:
        """Return the files of which either folder keeps a version."""
        return sorted(self._kept[0].keys() | self._kept[1].keys())

    def before(self, name: str) -> Before:
        """Return the latest content that both folders have held and one still has; unknown where there is none."""
        mine, other = self._held(0, name), self._held(1, name)
        common = {one.fingerprint for one in other}
        for fingerprint in (one.fingerprint for one in reversed(mine) if one.fingerprint in common):
            if fingerprint is None:
                return None
            places = [one.place for one in (*mine, *other) if one.fingerprint == fingerprint and one.place]
            for place in places:
                if is_whole(place, fingerprint):
                    return place.read_bytes()
        return UNKNOWN

    def _held(self, side: int, name: str) -> "list[_Held]":
        path = self._roots[side] / name
        return [*self._kept[side].get(name, ()), _Held(fingerprint_of(path), path)]


class _Held(NamedTuple):
    """A version that a file has had, and where its content lies, if it still does."""

    fingerprint: Fingerprint | None
    place: Path | None


class NoPast:
    """Nothing is known."""

    how = ""

    def names(self) -> list[str]:
        """Return no file."""
        return []

    def before(self, name: str) -> Before:  # noqa: ARG002 - the protocol's signature
        """Return that the past is unknown."""
        return UNKNOWN


def common_past(root: Path, other: FolderCopy | CommitCopy) -> Past:
    """Return what a workspace and another copy both were, as well as that is known."""
    if isinstance(other, CommitCopy):
        shared = git_output(root, "merge-base", "HEAD", other.commit)
        return CommitPast(CommitCopy(root, shared.decode().split()[0]), NoPast()) if shared else NoPast()
    kept = KeptPast(root, other.root)
    commit = _shared_commit(root, other.root)
    return CommitPast(CommitCopy(root, commit), kept) if commit else kept


def _shared_commit(root: Path, other: Path) -> str | None:
    """Return the newest commit of another folder's history that is in the workspace's own, too."""
    theirs, ours = (git_output(folder, "rev-list", "HEAD") for folder in (other, root))
    known = frozenset((ours or b"").split())
    return next((commit.decode() for commit in (theirs or b"").split() if commit in known), None)


def _versions(root: Path) -> dict[str, list[_Held]]:
    """Return the versions that each file has had, the oldest first, as far as they are kept."""
    found: dict[str, list[_Held]] = {}
    for step in steps(root):
        for version in step.versions:
            held = (_Held(version.before, kept_file(root, step, version.path)), _Held(version.after, None))
            found.setdefault(version.path, []).extend(held)
    return found
