"""Answers of an interview that was left: kept in the cache of the workspace until the same command goes on."""

import json
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ocop_cli.store.files.disk import remove_file, replace_file

INTERVIEWS = ".ocop/interviews"
"""Where answers are kept."""
Answer = tuple[str, str | None]
"""A question with its answer; ``None`` for one that was given and is not kept."""
Answers = Sequence[Answer]
"""Questions with their answers, in the order in which they were asked."""


def keep_answers(root: Path, name: str, answers: Answers) -> None:
    """Keep the answers of an interview under its name. Raises ``OSError`` where nothing can be written."""
    replace_file(_file(root, name), json.dumps(list(answers), ensure_ascii=False).encode())


def kept_answers(root: Path, name: str) -> list[Answer]:
    """Return the answers that were kept under a name; none where there are none, or the file is damaged."""
    try:
        return [
            (str(question), None if answer is None else str(answer))
            for question, answer in json.loads(_file(root, name).read_bytes())
        ]
    except (OSError, ValueError, TypeError):
        return []


def interview_files(root: Path) -> list[Path]:
    """Return the files in which answers are kept."""
    return sorted((root / INTERVIEWS).glob("*.json"))


def forget_answers(root: Path, name: str) -> None:
    """Forget what was kept under a name; where the disk refuses, it is asked about once more."""
    with suppress(OSError):
        if _file(root, name).is_file():
            remove_file(_file(root, name))


def _file(root: Path, name: str) -> Path:
    verb, mark = name.partition(" ")[0], sha256(name.encode()).hexdigest()[:16]
    return root / INTERVIEWS / f"{verb}-{mark}.json"
