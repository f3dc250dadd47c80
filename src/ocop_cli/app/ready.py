"""Answers that stand ready: the version, and every help screen as ``tools/generate.py`` has written it."""

from ocop_cli import __version__
from ocop_cli.app.first_screen import FIRST_SCREEN


def ready_answer(words: list[str]) -> str | None:
    """Return what a command line prints, or ``None`` when it has to be run to know."""
    if words in (["--version"], ["version"]):
        return f"ocop {__version__}\n"
    names = _verb_to_explain(words)
    if names is None:
        return None
    return _screen(names) if names else FIRST_SCREEN


def _verb_to_explain(words: list[str]) -> list[str] | None:
    """Return the words of the verb whose help is asked for, none for ``ocop`` itself."""
    if words[:1] == ["help"]:
        return words[1:]
    return words[:-1] if words[-1:] in (["-h"], ["--help"]) else None


def _screen(names: list[str]) -> str | None:
    """Return the help screen of a verb; names are letters and hyphens, so none leads out of the folder."""
    from pathlib import Path  # the version and the first screen do not pay for it

    if not all(name.replace("-", "").isalpha() and name.islower() for name in names):
        return None
    file = Path(__file__).parent.joinpath("screens", *names).with_suffix(".txt")
    return file.read_text(encoding="utf-8") if file.is_file() else None
