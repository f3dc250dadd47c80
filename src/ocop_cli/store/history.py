"""Git as a layer on top: it keeps the history when it can, and never stands in the way."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 20
_QUIET = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "core.quotepath=false")
_NOBODY = ("-c", "user.name=ocop", "-c", "user.email=ocop@localhost.invalid")


def record_in_git(root: Path, paths: Sequence[str], message: str) -> str:
    """Commit files of a workspace; return a notice for people when that could not be done, else an empty text.

    Nothing happens without git, or when ``root`` is not itself the top of a repository. Programs that a received
    repository configures (hooks, monitors, filters) are never run. Failing is never an error: the data are written.
    """
    git = _program(root)
    if git is None or not (root / ".git").exists():
        return ""
    try:
        return _commit(git, root, paths, message)
    except (OSError, subprocess.SubprocessError) as error:
        return f"Dữ liệu đã ghi, nhưng git chưa ghi được lịch sử: {error}."


def _commit(git: str, root: Path, paths: Sequence[str], message: str) -> str:
    if _run(git, root, "config", "--get-regexp", r"^filter\..*\.(clean|smudge|process)$").returncode == 0:
        return "Kho git này cấu hình chương trình lọc nên không tự ghi lịch sử; tự chạy git nếu tin cậy."
    tracked = [path for path in paths if _run(git, root, "check-ignore", "-q", path).returncode == 1]
    if not tracked:
        return ""
    added = _run(git, root, "add", "--", *tracked)
    identity = () if _run(git, root, "config", "user.email").returncode == 0 else _NOBODY
    done = _run(git, root, *identity, "commit", "-q", "-m", message, "--only", "--", *tracked)
    if added.returncode or done.returncode:
        return "Dữ liệu đã ghi, nhưng git chưa ghi được lịch sử; xem `git status`."
    return ""


def _run(git: str, root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "LANGUAGE": "",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
    command = [git, *_QUIET, *words]
    return subprocess.run(  # noqa: S603 - an absolute program, our words, paths behind "--"
        command, cwd=root, env=environment, capture_output=True, timeout=_SECONDS, check=False
    )


def _program(root: Path) -> str | None:
    """Find git on the path, never in the workspace itself."""
    found = shutil.which("git")
    if found is None or Path(found).resolve().is_relative_to(root.resolve()):
        return None
    return str(Path(found).resolve())
