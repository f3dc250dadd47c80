"""What a score, the way up and the law look like on the screen and to other software, as approved."""

from collections.abc import Callable

import pytest

Ocop = Callable[..., int]
SCREENS = {
    "score-explained": "score ruou-ghe --scorer council --by Mẫu --explain",
    "score-json": "score ruou-ghe --json",
    "score-two-laws": "score ruou-ghe --decision 148-2023 --decision 26-2026",
    "score-community": "score homestay --explain",
    "panel": "panel ruou-ghe",
    "panel-json": "panel ruou-ghe --json",
    "panel-nobody": "panel homestay",
    "advise-near": "advise ot-rung --to 4",
    "advise-far": "advise mat-ong --to 5",
    "advise-unanswered": "advise homestay --to 3",
    "advise-json": "advise ot-rung --to 4 --json",
    "evaluate": "evaluate ot-rung --dry-run",
    "evaluate-json": "evaluate ot-rung --dry-run --json",
    "rules-list": "rules list",
    "rules-list-json": "rules list --json",
    "rules-show": "rules show 26-2026",
    "rules-show-old": "rules show 148-2023 --as-of 2025-10-01",
    "rules-show-set": "rules show 26-2026 14",
    "rules-show-set-json": "rules show 26-2026 1 --json",
    "rules-diff-set": "rules diff 148-2023 26-2026 --set 14",
    "rules-diff-set-json": "rules diff 148-2023 26-2026 --set 26 --json",
    "rules-diff-impact": "rules diff 148-2023 26-2026 --set 14 --impact",
    "rules-diff-impact-json": "rules diff 148-2023 26-2026 --set 14 --impact --json",
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_reads_as_approved(
    name: str, ocop: Ocop, capsys: pytest.CaptureFixture[str], approved: Callable[[str, str], None]
) -> None:
    code = ocop(*SCREENS[name].split())
    printed = capsys.readouterr()
    approved(name, f"{printed.out}---\n{printed.err}--- {code}\n")
