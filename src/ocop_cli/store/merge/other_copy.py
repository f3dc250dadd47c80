"""Another copy of a workspace: a folder, as a stick brings it, or a branch of git; read, never written."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.store.dossier.dossiers import PRIVATE_FOLDER
from ocop_cli.store.files.big import fingerprint_of
from ocop_cli.store.files.disk import disk_reason
from ocop_cli.store.files.paths import content_of
from ocop_cli.store.other_programs.git import git_blobs, git_output, record_merge
from ocop_cli.store.papers.forms import TEMPLATE_FOLDER
from ocop_cli.store.workspace.data_files import is_hidden
from ocop_cli.store.workspace.data_places import DATA_PLACES
from ocop_cli.store.workspace.workspace import PROFILE_FILE
from ocop_cli.viet.dates import parse_date, show_date

PLACES = frozenset(PurePosixPath(place.path).parts[0] for place in DATA_PLACES) | {
    "papers", "packages", TEMPLATE_FOLDER,
}  # fmt: skip
"""What a workspace holds at its top: the rest of a folder is no data of ours."""
_DATA = ".yaml"  # papers and packages may be large: they are read one by one


class FolderCopy:
    """A folder as it lies there. Its methods are those of every copy."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def names(self) -> list[str]:
        """Return the files that count, in order. Raises ``OcopError`` where a folder cannot be looked into."""
        return self._names

    @cached_property  # a walk over all files, asked for at every step of a merge
    def _names(self) -> list[str]:
        try:
            tops = [path for path in self.root.iterdir() if path.name in PLACES]
            files = [file for top in tops for file in (_below(top) if top.is_dir() else [top])]
        except OSError as error:  # what is not seen must not count as taken away
            raise OcopError(
                f"Không đọc được hết thư mục {self.root}: {disk_reason(error)}.",
                "Chép cả thư mục sang máy này rồi gộp từ đó.",
            ) from error
        return sorted(file.relative_to(self.root).as_posix() for file in files)

    def read(self, name: str) -> bytes | None:
        """Return the content of a file; ``None`` where there is none. Raises ``OSError`` when it cannot be read."""
        return content_of(self.root / name)

    def is_same(self, name: str, root: Path) -> bool:
        """Say whether a file is the same here as in the folder of a workspace, without holding it in memory."""
        mine, other = root / name, self.root / name
        if mine.is_file() and other.is_file() and mine.stat().st_size != other.stat().st_size:
            return False
        return fingerprint_of(mine) == fingerprint_of(other)

    def said(self, name: str) -> str:
        """Return who changed a file last and when, in words; empty where that is not known."""
        return last_change(self.root, "HEAD", name)


class CommitCopy:
    """The files of a commit of the workspace's own repository; personal data are never among them."""

    def __init__(self, root: Path, commit: str) -> None:
        self._root, self.commit = root, commit
        self._blobs = _blobs(root, commit)
        self._names = sorted(self._blobs)

    def names(self) -> list[str]:
        """Return the files that count, in order."""
        return self._names

    def read(self, name: str) -> bytes | None:
        """Return the content of a file: of one that lies in the folder as it was committed without starting git."""
        blob = self._blobs.get(name)
        if not blob:
            return None
        content = self._lying(name, blob)
        if content is None and name.endswith(_DATA):
            content = self._data.get(blob)
        return git_output(self._root, "cat-file", "blob", blob) if content is None else content

    def _lying(self, name: str, blob: str) -> bytes | None:
        """Return the content of a file where it lies in the folder as it was committed."""
        try:
            content = content_of(self._root / name)
        except OSError:
            return None
        return content if content is not None and blob == _blob_of(content) else None

    @cached_property  # a merge asks for each of them several times
    def _data(self) -> Mapping[str, bytes]:
        """The data files that lie in the folder otherwise than they were committed, by the names that git gives them."""
        wanted = (
            blob
            for name, blob in self._blobs.items()
            if name.endswith(_DATA) and self._lying(name, blob) is None
        )
        return git_blobs(self._root, dict.fromkeys(wanted))

    def is_same(self, name: str, root: Path) -> bool:
        """Compare with the file that lies in the folder."""
        content, blob = content_of(root / name), self._blobs.get(name, "")
        return (content is not None and blob == _blob_of(content)) or content == self.read(name)

    def said(self, name: str) -> str:
        """Ask the history."""
        return last_change(self._root, self.commit, name)


AnyCopy = FolderCopy | CommitCopy
"""One state of a workspace, by the paths of its files with slashes."""


def last_change(root: Path, revision: str, name: str) -> str:
    """Return who committed a file last and on which day; empty where there is no history of it."""
    told = git_output(root, "log", "-1", "--no-show-signature", "--format=%an%x09%as", revision, "--", name)
    who, _, day = (told or b"").decode(errors="replace").strip().partition("\t")
    return f"{who}, {show_date(parse_date(day))}" if day else ""


def other_copy(root: Path, theirs: str) -> FolderCopy | CommitCopy:
    """Return the copy that a path or the name of a branch means.

    Raises ``OcopError`` (misuse) where it is neither, the workspace itself, or a folder without one.
    """
    folder = Path(theirs).expanduser()
    if folder.is_dir():
        return _folder(root, folder)
    commit = commit_of(root, theirs)
    if commit is None:
        raise OcopError(
            f"Không thấy thư mục hay nhánh git nào tên “{theirs}”.",
            "Ghi đường dẫn thư mục của người kia, ví dụ E:/xa-xop, hoặc tên nhánh.",
            exit_code=MISUSE,
        )
    return CommitCopy(root, commit)


def commit_of(root: Path, revision: str) -> str | None:
    """Return the commit that a name means in the repository of a workspace; ``None`` where it means none."""
    if revision.startswith("-"):
        return None
    told = git_output(root, "rev-parse", "-q", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    return told.decode().strip() if told else None


def join_history(root: Path, commit: str, message: str) -> str:
    """Let git know that everything of a commit is in the workspace; return a notice where that is not so, or fails."""
    shared = git_output(root, "merge-base", "HEAD", commit)
    changed = git_output(
        root, "diff", "--name-only", "-z", (shared or b"").decode().strip() or commit, commit
    )
    names = filter(None, (changed or b"").decode(errors="replace").split("\0"))
    left = [name for name in names if PurePosixPath(name).parts[0] not in PLACES]
    if left:
        return f"Nhánh còn sửa tệp ngoài hồ sơ ({', '.join(left[:3])}): gộp các tệp đó bằng git."
    return record_merge(root, commit, message)


def _folder(root: Path, folder: Path) -> FolderCopy:
    if folder.resolve() == root.resolve():
        raise OcopError("Đây là chính thư mục đang làm việc.", "Ghi thư mục của người kia.", exit_code=MISUSE)
    if not (folder / PROFILE_FILE).is_file():
        raise OcopError(
            f"{folder} không phải là thư mục làm việc: không có {PROFILE_FILE}.",
            "Ghi đường dẫn của chính thư mục có tệp đó.",
            exit_code=MISUSE,
        )
    return FolderCopy(folder)


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder; links and what a system lays there are none."""
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or is_hidden(path.name):
            continue
        if path.is_dir():
            yield from _below(path)
        elif path.is_file():
            yield path


def _blob_of(content: bytes) -> str:
    """Return the name that git gives a content, in a repository of the usual kind: no program has to be started for it."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _blobs(root: Path, commit: str) -> Mapping[str, str]:
    told = git_output(root, "ls-tree", "-r", "-z", "--full-tree", commit) or b""
    found = {}
    for line in told.decode(errors="surrogateescape").split("\0"):
        about, _, name = line.partition("\t")
        mode, kind, blob = [*about.split(), "", "", ""][:3]
        path = PurePosixPath(name)
        is_file = kind == "blob" and mode.startswith("100")  # no link
        if is_file and path.parts[0] in PLACES - {PRIVATE_FOLDER} and not is_hidden(path.name):
            found[name] = blob
    return found
