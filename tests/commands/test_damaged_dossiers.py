"""A dossier in whatever state is read, checked, scored, evaluated and edited, or refused in words: no traceback, ever."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from ocop_cli.checks.every import run_checks
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import Scorer
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.advice import advise
from ocop_cli.evaluation.facts_hash import facts_hashes, stale_conclusions
from ocop_cli.evaluation.law import applicable_ruleset, law_if_known
from ocop_cli.evaluation.scoring import score_dossier
from ocop_cli.evaluation.sheets import SheetKey
from ocop_cli.findings import FieldPath
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import Source, parse
from ocop_cli.usecases.case import case_of
from ocop_cli.usecases.evaluate import evaluate_dossier
from support.efforts import SEASON, flat
from support.paths import EXAMPLES
from support.runs import runs
from support.yaml_texts import damaged, with_odd_values

TODAY = date(2026, 11, 23)
NAME = "dossiers/mau.yaml"
TEXTS = [file.read_text(encoding="utf-8") for file in sorted((EXAMPLES / "dossiers").glob("*.yaml"))]
SEVERAL_LINES = "một\n   \nhai"


def go_through(text: str, rulebook: Rulebook, chance: random.Random) -> str:
    """Do with a dossier what the verbs do; return how far it came."""
    source = parse.__wrapped__(text.encode("utf-8", "surrogatepass"), NAME)
    loaded = read_record(source, Dossier)
    assert all(finding.place.line for finding in loaded.findings if finding.place.file == NAME), (
        loaded.findings
    )
    if loaded.record is None:
        assert loaded.findings
        return "a dossier" if source.data is not None else "YAML"
    change(source, chance)
    judge(source, loaded.record, rulebook, is_advised=chance.random() < 0.05)
    return "whole"


def change(source: Source, chance: random.Random) -> None:
    """Write one value of a dossier anew, and one that it lacks; either is refused in words or reads as meant."""
    paths = list(leaves(source.data))
    for path in (chance.choice(paths), ("business", "plan"), ("evaluations", 0, "note")):
        holder = source.data.get(path[0])
        is_list = isinstance(holder, list) and len(holder) > int(path[1])
        if len(path) == 1 or isinstance(holder, dict) or is_list:
            edit(source, [Set(path, chance.choice((SEVERAL_LINES, "Rượu: ngon", "", "12", None)))])


def leaves(data: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    parts: Any = ()
    if isinstance(data, dict | list):
        parts = data.items() if isinstance(data, dict) else enumerate(data)
    for part, inner in parts:
        yield from leaves(inner, (*path, part))
    if not isinstance(data, dict | list):
        yield path


def judge(source: Source, dossier: Dossier, rulebook: Rulebook, *, is_advised: bool) -> None:
    """Check, evaluate, score and advise, as far as a law is known."""
    facts_hashes(dossier), stale_conclusions(dossier)
    law = law_if_known(dossier, rulebook, TODAY)
    run_checks(case_of(NAME, dossier, law, TODAY))
    try:
        law = applicable_ruleset(dossier, rulebook, TODAY)
        evaluate_dossier(DossierFile("mau", dossier, source), law, {}, {}, {}, TODAY)
    except OcopError:
        return
    sheet = SheetKey(Scorer.SELF, None).sheet_in(dossier, law.decision.id)
    score = score_dossier(dossier, law, sheet, TODAY, NAME)
    if is_advised:
        advise(score, 4, flat(1), SEASON)


def test_no_damage_is_a_traceback() -> None:
    """Slips of the hand, and values that nobody means, in every example: each is a finding with a line, or is worked with."""
    rulebook, chance = load_rulebook(), random.Random(2026)
    came: Counter[str] = Counter()
    for number in range(runs(50, 100_000)):
        text = chance.choice(TEXTS)
        text = damaged(text, chance) if number % 3 == 0 else with_odd_values(text, chance)
        try:
            came[go_through(text, rulebook, chance)] += 1
        except Exception as error:
            raise AssertionError(f"{number}: {text}") from error
    assert len(came) == len({"YAML", "a dossier", "whole"})
