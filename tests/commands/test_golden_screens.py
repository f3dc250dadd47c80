"""What a score, the way up and the law look like on the screen and to other software, as approved."""

import shlex
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
    "evaluate-lacking": "evaluate gao-do --no-write",
    "evaluate-mixed-origin": "evaluate lan-rung --no-write",
    "evaluate-decided": "evaluate homestay --no-write --override local_labour=none --reason 'Đã đối chiếu danh sách.'",
    "evaluate-decided-known": "evaluate ot-rung --no-write --override local_labour=from_50_to_75 --reason 'Ba người nghỉ.'",
    "evaluate-no-reason": "evaluate homestay --no-write --override local_labour=below_25",
    "evaluate-misspelt": "evaluate homestay --no-write --conclude labour=Tốt",
    "evaluate-unknown-level": "evaluate mang-kho --no-write --idea nothing --idea-reason x",
    "evaluate-unchosen": "evaluate thit-gac-bep --no-write",
    "score-other-level": "score ruou-ghe --set packaging=none --practice",
    "score-other-criterion": "score ruou-ghe --set nothing=1",
    "score-half-said": "score ruou-ghe --set packaging",
    "score-half-reason": "score ruou-ghe --reason packaging=",
    "score-half-evidence": "score ruou-ghe --evidence =story",
    "score-reason-alone": "score tra-day --reason packaging=Đẹp",
    "score-told": "score tra-day --practice --set 2.2=creative --reason '2.2 = Ống tre' --evidence '2.2=story, promotion,' --json",
    "score-commune": "score ruou-ghe --scorer commune --by 'Y Mẫu' --round 2 --practice --set packaging=simple",
    "score-like": "score tra-day --like ruou-ghe --practice",
    "score-conflict": "score ruou-ghe --set 3a=household_farm_group --scorer commune ; score ruou-ghe --scorer commune --explain",
    "score-conflict-open": "score lan-rung --set 3.3=from_75 --practice",
    "score-like-kept": "score tra-day --like ruou-ghe ; score tra-day --seen ; score tra-day --json",
    "score-no-law": "score ruou-ghe --decision 1-1999",
    "score-early": "score ruou-ghe --as-of 2020-01-01 --decision 148-2023",
    "advise-impossible": "advise homestay --to 6",
    "advise-there": "advise ot-rung --to 1",
    "show": "show sam-day",
    "show-young": "show ca-phe",
    "show-law-json": "show sam-day --json",
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
    codes = [ocop(*shlex.split(command)) for command in SCREENS[name].split(" ; ")]
    printed = capsys.readouterr()
    approved(name, f"{printed.out}---\n{printed.err}--- {codes}\n")
