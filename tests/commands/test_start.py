"""What a command loads: nothing that it does not use. What it costs is printed by bench/startup.py."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import sys
from ocop_cli.app import run
status = run(sys.argv[1:])
print(*sys.modules, sep="\\n", file=sys.stderr)
sys.exit(status)
"""
MODELS = {"pydantic", "pydantic_core"}
YAML = {"yaml", "ruamel"}
WORD = {"docx", "docxtpl", "jinja2", "lxml"}
HEAVY = MODELS | YAML | WORD | {"rich", "filelock"}


def loaded(folder: Path, *words: str) -> set[str]:
    """Return the modules that a command has loaded when it is done, those of others by the name of their library."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words],
        cwd=folder,
        env={**os.environ, "OCOP_AS_OF": "2026-11-23"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = done.stderr.split("\n")
    return {name if name.startswith("ocop_cli") else name.partition(".")[0] for name in names}


@pytest.mark.parametrize("words", ["--help", "-h", "help", "--version", "version"])
def test_the_first_answers_load_next_to_nothing(words: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, words)
    ours = {name for name in found if name.startswith("ocop_cli")}
    assert ours == {"ocop_cli", "ocop_cli.app", "ocop_cli.app.ready", "ocop_cli.app.first_screen"}
    assert not found & (HEAVY | {"typer", "inspect", "pathlib", "re", "typing", "dataclasses", "enum"})


def test_the_help_of_a_verb_loads_no_framework(tmp_path: Path) -> None:
    assert not loaded(tmp_path, "help", "list") & (HEAVY | {"typer", "inspect"})


def test_explaining_a_code_loads_nothing_heavy(tmp_path: Path) -> None:
    assert not loaded(tmp_path, "explain", "Y001") & HEAVY


WRITING = HEAVY - MODELS - {"yaml"}


@pytest.mark.parametrize("words", ["list", "show sam-day", "check"])
def test_reading_loads_nothing_that_writes(words: str, workspace: Path) -> None:
    assert not loaded(workspace, *words.split()) & WRITING


def test_what_comes_next_loads_the_checks_that_it_asks_alone(workspace: Path) -> None:
    found = loaded(workspace, "next")
    assert not found & (WRITING | {"ocop_cli.checks.every", "ocop_cli.programme.inspection"})


def test_a_list_loads_the_models_of_dossiers_alone(workspace: Path) -> None:
    found = loaded(workspace, "list")
    assert not found & {"email", "zipfile"}  # with which Pydantic would look for plugins
    assert not {name for name in found if name.startswith(("ocop_cli.programme.", "ocop_cli.checks."))}


def test_an_evaluation_that_writes_nothing_loads_nothing_of_word(workspace: Path) -> None:
    assert not loaded(workspace, "evaluate", "sam-day", "--no-write") & (WORD | {"rich", "ruamel"})


def test_a_document_is_made_without_the_library_that_patches_templates(workspace: Path) -> None:
    found = loaded(workspace, "evaluate", "sam-day")
    assert {"jinja2", "lxml"} <= found
    assert not found & {"docx", "docxtpl", "rich", "http", "ssl"}
