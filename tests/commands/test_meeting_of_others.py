"""Nobody is invited to give opinions that can help no dossier any more."""

from collections.abc import Callable

import pytest

from ocop_cli.dossier.stage import stage_of
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import list_ids, load_dossier
from ocop_cli.store.reading.sources import Sources
from support.paths import EXAMPLES

SAID = ("--on", "03/12/2026", "--starts", "8h30", "--place", "Hội trường")


def _past(name: str) -> bool:
    return stage_of(load_cycle().stages, load_dossier(Sources(EXAMPLES), name).dossier.stage).past_sending


PAST = [name for name in list_ids(EXAMPLES) if _past(name)]


@pytest.mark.parametrize("name", PAST)
def test_a_dossier_that_no_opinion_can_help_is_asked_about(
    name: str, ocop: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("meeting", "invite", name, *SAID) == 2
    assert f"{name} đang ở bước" in capsys.readouterr().err
    assert ocop("meeting", "invite", name, *SAID, "-y") == 0


def test_there_are_such_dossiers() -> None:
    assert {"tho-cam", "ca-phe", "ruou-ghe"} <= {*PAST}
