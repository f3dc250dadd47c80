"""Files that a careless hand or a bad disk changed, under the verbs: told in words, never the fault of the program.

The suite tries a few, the same each time; ``.ci/long`` tries two thousand dossiers and as many Word files.
"""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from support.prepared import ANSWERS
from support.runs import runs
from support.word.damage import damaged as damaged_office
from support.word.damage import flipped
from support.yaml_texts import damaged, with_odd_values

Ocop = Callable[..., int]
FINE = {0, 1, 2, 3}
OF_ALL = (
    ("check",),
    ("list",),
    ("list", "--json"),
    ("next",),
    ("report", "-n"),
    ("report", "--kind", "ideas", "-n"),
)
OF_ONE = ("show", "score", "next")
DOSSIERS, FORMS = runs(3, 2_000), runs(3, 2_000)


@pytest.fixture
def told(workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Run a command line and look at how it ends."""
    logs = workspace / ".ocop/log"

    def run(*words: str) -> None:
        status, said = ocop(*words), "".join(capsys.readouterr())
        assert status in FINE, (
            f"{words}: {said[-2000:]}{''.join(log.read_text()[-4000:] for log in logs.glob('*'))}"
        )
        assert "Traceback" not in said, f"{words}: {said[-2000:]}"

    return run


def test_verbs_tell_of_dossiers_that_were_changed_by_a_slip(
    workspace: Path, told: Callable[..., None]
) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(workspace.glob("dossiers/*.yaml"))}
    chance = Random(13)
    for _ in range(-(-DOSSIERS // len(texts))):
        changed = chance.sample(list(texts), min(DOSSIERS, len(texts)))
        for path in changed:
            slip = chance.choice((damaged, with_odd_values, with_odd_values))
            path.write_text(slip(texts[path], chance), encoding="utf-8", errors="surrogatepass")
        for words in OF_ALL:
            told(*words)
        for path in changed:
            told(chance.choice(OF_ONE), path.stem)


def test_a_number_that_no_database_takes_is_shown(
    workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "dossiers/tra-day.yaml"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("  set: "))
    path.write_text(text.replace(line, f"  set: {'9' * 20}"), encoding="utf-8")
    assert ocop("list", "trà dây") == 0
    assert "9" * 20 in capsys.readouterr().out


@pytest.mark.parametrize("ending", ["docx", "json"])
def test_a_damaged_form_is_read_or_told(
    ending: str, workspace: Path, ocop: Ocop, told: Callable[..., None]
) -> None:
    assert ocop("form", "sam-day", "--kind", "lao-động") == 0
    made = (workspace / "private/forms/sam-day-lao-dong.docx").read_bytes()
    whole = made if ending == "docx" else json.dumps(ANSWERS).encode()
    form, chance = workspace / f"phieu.{ending}", Random(13)
    for _ in range(FORMS):
        form.write_bytes(damaged_office(whole, chance) if ending == "docx" else flipped(whole, chance))
        told("intake", form.name, "-n", "-y")
        if ending == "docx":
            told("lint", form.name)
