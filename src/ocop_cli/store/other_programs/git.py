"""Git as a layer on top: it keeps the history when it can, and never stands in the way."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from ocop_cli.store.other_programs.outside import outside_environment
from ocop_cli.viet.personal import masked

_SECONDS = 20
# What a received repository may configure to run is switched off: monitor, hooks, signing, clean-up in background.
_QUIET = tuple(
    word
    for setting in (
        "core.fsmonitor=false",
        f"core.hooksPath={os.devnull}",
        "core.quotepath=false",
        "commit.gpgSign=false",
        "gc.auto=0",
        "maintenance.auto=false",
    )
    for word in ("-c", setting)
)
_AS_NAMED = "--literal-pathspecs"
_NOBODY = ("-c", "user.name=ocop", "-c", "user.email=ocop@localhost.invalid")
_ELSEWHERE = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE"}
)
_NEVER = ("private/", ".ocop/")  # also where a person has dropped them from .gitignore
_LOCKS = ("index.lock", "HEAD.lock")
DRIVER = "ocop"
DRIVER_VERB = "merge-file"
"""What ``.gitattributes`` calls our way of merging, and the word by which git runs it."""
ATTRIBUTES_FILE = ".gitattributes"
_DRIVER_WORDS = f"{DRIVER_VERB} %O %A %B %P"
_HALF_DONE = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")


class _Repository(NamedTuple):
    """A working folder and the program that keeps its history."""

    git: str
    root: Path

    def run(self, *words: str, given: str | None = None) -> tuple[int, str]:
        """Return the exit status and what was printed."""
        status, told = self.output(*words, given=given)
        return status, told.decode(errors="replace")

    def output(self, *words: str, given: str | None = None) -> tuple[int, bytes]:
        """Return the exit status and the bytes that were printed; the language and the place of the repository are fixed."""
        environment = {key: value for key, value in outside_environment().items() if key not in _ELSEWHERE}
        environment |= {"LC_ALL": "C", "LANGUAGE": "", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
        done = subprocess.run(  # noqa: S603 - an absolute program, our words, paths behind "--"
            [self.git, *_QUIET, *words],
            cwd=self.root,
            env=environment,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            input=None if given is None else given.encode(),
        )
        return done.returncode, done.stdout


def record_in_git(
    root: Path, paths: Sequence[str], message: str, remark: str = "", *, also_ignored: bool = False
) -> str:
    """Commit files of a workspace; return a notice for people when that could not be done, else an empty text.

    ``remark`` becomes a paragraph of the message; personal data in either is masked: history keeps it for ever.
    ``also_ignored``: the commune wants what its ``.gitignore`` leaves out, except ``private/`` and ``.ocop/``.
    Nothing happens without git, or when ``root`` is not itself the top of a repository. Programs that a received
    repository configures (hooks, monitors, filters) are never run. Failing is never an error: the data are written.
    """
    git = _program(root)
    if git is None or not (root / ".git").exists():
        return ""
    repository = _Repository(git, root)
    try:
        words = masked(f"{message}\n\n{remark}".strip())
        notice = _obstacle(repository) or _commit(repository, paths, words, also_ignored=also_ignored)
    except (OSError, subprocess.SubprocessError) as error:
        notice = f"git không chạy được ({error})"
    return f"Dữ liệu đã ghi, nhưng git chưa ghi lịch sử: {notice}." if notice else ""


def history_says(root: Path, words: str) -> bool:
    """Say whether the message of any commit holds the words; without git, or with a broken one, nothing was said."""
    git = _program(root)
    if git is None or not (root / ".git").exists():
        return False
    try:
        status, found = _Repository(git, root).run(
            "log", "-1", "--format=%h", "--fixed-strings", f"--grep={words}"
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return status == 0 and bool(found.strip())


def commits_of(root: Path, paths: Sequence[str]) -> int:
    """Return how many commits hold any of some files; 0 without git."""
    git = _program(root)
    if git is None or not paths or not (root / ".git").exists():
        return 0
    try:
        status, found = _Repository(git, root).run(_AS_NAMED, "log", "--all", "--format=%h", "--", *paths)
    except (OSError, subprocess.SubprocessError):
        return 0
    return 0 if status else len(found.split())


def _obstacle(repository: _Repository) -> str:
    """Say what keeps this repository from taking a commit, if anything does."""
    status, told = repository.run("rev-parse", "--show-toplevel", "--absolute-git-dir")
    if status:
        return "kho không đọc được, thường do thư mục thuộc người dùng khác; xem `git status`"
    top, folder = (Path(line) for line in told.splitlines())
    if top.resolve() != repository.root.resolve():
        return "kho này ghi lịch sử của một thư mục khác"
    lock = next((name for name in _LOCKS if (folder / name).exists()), None)
    if lock:
        return f"còn tệp khóa {folder / lock}; nếu không có git nào đang chạy thì xóa tệp đó"
    if any((folder / name).exists() for name in _HALF_DONE):
        return "kho đang gộp dở; làm xong việc gộp rồi tự ghi"
    return _unsafe_head(repository, folder) or _programs(repository)


def _unsafe_head(repository: _Repository, folder: Path) -> str:
    log = folder / "logs" / "HEAD"
    had_commits = log.is_file() and log.stat().st_size > 0
    if had_commits and repository.run("rev-parse", "-q", "--verify", "HEAD")[0]:
        return "nhánh hiện tại bị hỏng; xem `git fsck`, đừng ghi đè"
    if repository.run("symbolic-ref", "-q", "HEAD")[0]:
        return "kho không đứng ở nhánh nào; chuyển về nhánh chính bằng `git switch`"
    return ""


def _programs(repository: _Repository) -> str:
    """Filters run whenever files are added: only those that the person has set up outside the repository may."""
    status, told = repository.run(
        "config", "--show-scope", "--get-regexp", r"^filter\..*\.(clean|smudge|process)$"
    )
    foreign = any(line.startswith(("local", "worktree")) for line in told.splitlines())
    if foreign or status not in (0, 1):
        return "kho cấu hình chương trình lọc; tự chạy git nếu tin cậy"
    return ""


def _commit(repository: _Repository, paths: Sequence[str], message: str, *, also_ignored: bool) -> str:
    kept = _kept(repository, paths, also_ignored=also_ignored)
    if not kept:
        return ""
    force = ("-f",) if also_ignored else ()
    added, _ = repository.run(_AS_NAMED, "add", *force, "--", *kept)
    _, left = repository.run(_AS_NAMED, "status", "--porcelain", "-z", "--", *kept)
    if not added and not left:
        return ""
    identity = () if repository.run("config", "user.email")[0] == 0 else _NOBODY
    done, _ = repository.run(_AS_NAMED, *identity, "commit", "-q", "-m", message, "--only", "--", *kept)
    return "xem `git status`" if added or done else ""


def _kept(repository: _Repository, paths: Sequence[str], *, also_ignored: bool) -> list[str]:
    """Leave out personal data, what the repository ignores, and what is gone without ever having been in it."""
    paths = [path for path in paths if not path.startswith(_NEVER)]
    status, told = repository.run("check-ignore", "-z", "--stdin", given="\0".join(paths))
    if status not in (0, 1):
        raise subprocess.SubprocessError("check-ignore")
    ignored = set() if also_ignored else set(told.split("\0"))
    tracked = set(repository.run(_AS_NAMED, "ls-files", "-z", "--", *paths)[1].split("\0"))
    return [
        path
        for path in paths
        if path not in ignored and (path in tracked or (repository.root / path).exists())
    ]


def _program(root: Path) -> str | None:
    """Find git on the path, never in the workspace itself."""
    found = shutil.which("git")
    if found is None or Path(found).resolve().is_relative_to(root.resolve()):
        return None
    return str(Path(found).resolve())


def record_merge(root: Path, commit: str, message: str) -> str:
    """Record that a commit is merged into the files as they are committed; return a notice when that could not be done."""
    git = _program(root)
    if git is None:
        return ""
    repository = _Repository(git, root)
    try:
        if repository.run("merge-base", "--is-ancestor", commit, "HEAD")[0] == 0:
            return ""
        notice = _obstacle(repository)
        identity = () if repository.run("config", "user.email")[0] == 0 else _NOBODY
        words = ("merge", "-q", "-s", "ours", "--no-edit", "-m", message, commit)
        failed = not notice and repository.run(*identity, *words)[0]
    except (OSError, subprocess.SubprocessError) as error:
        return f"git không chạy được ({error})"
    return notice or ("git chưa ghi nhận là đã gộp nhánh; xem `git status`" if failed else "")


def set_up_merging(root: Path, program: str) -> str:
    """Make a folder a repository where it is none, and let git merge data files by ``program``; return what failed.

    The setting is this clone's own: git takes none from a clone, so each person sets it up once.
    """
    git = _program(root)
    if git is None:
        return "máy này chưa cài git"
    repository = _Repository(git, root)
    driver = f"{_quoted(program)} {_DRIVER_WORDS}"
    settings = (("name", "gộp hồ sơ OCOP theo từng mục"), ("driver", driver))
    try:
        if not (root / ".git").exists() and repository.run("init", "-q")[0]:
            return "git không lập được kho tại thư mục này"
        failed = any(repository.run("config", f"merge.{DRIVER}.{key}", value)[0] for key, value in settings)
    except (OSError, subprocess.SubprocessError) as error:
        return f"git không chạy được ({error})"
    return "git không ghi được cấu hình của kho" if failed else ""


def _quoted(program: str) -> str:
    """Return how the shell of git starts a program; without a known place by its name."""
    return f'"{Path(program).as_posix()}"' if program else "ocop"


def lacks_driver(root: Path) -> bool:
    """Say whether the attributes of a clone name our way of merging and the clone does not know it."""
    attributes = root / ATTRIBUTES_FILE
    try:
        is_named = attributes.is_file() and f"merge={DRIVER}".encode() in attributes.read_bytes()
    except OSError:
        return False
    is_kept = is_named and git_output(root, "rev-parse", "--git-dir") is not None
    return is_kept and not git_output(root, "config", "--get", f"merge.{DRIVER}.driver")


def git_output(root: Path, *words: str, given: str | None = None) -> bytes | None:
    """Return what a reading command of git prints in the repository of a folder; ``None`` where it fails.

    Nothing that the repository configures is run. Failing is never an error: whoever asks does without git.
    """
    git = _program(root)
    if git is None or not (root / ".git").exists():
        return None
    try:
        status, told = _Repository(git, root).output(*words, given=given)
    except (OSError, subprocess.SubprocessError):
        return None
    return None if status else told


def git_blobs(root: Path, names: Iterable[str]) -> dict[str, bytes]:
    """Return the contents that the repository of a folder keeps under some names, by one start of git; none where it has none."""
    told = git_output(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names)) or b""
    found, at = dict[str, bytes](), 0
    while at < len(told):
        end = told.index(b"\n", at)
        name, *about = told[at:end].decode().split()  # kind and size, or that it is missing
        at = end + 1
        if len(about) > 1:
            size = int(about[1])
            found[name] = told[at : at + size]
            at += size + 1
    return found
