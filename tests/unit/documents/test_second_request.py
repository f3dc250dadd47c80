"""A second request to the province says when the first went, and by which letter the dossier came back."""

from datetime import date
from typing import Any

import pytest

from ocop_cli.documents.submission import request_values
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form
from support.dossiers import make_dossier
from support.profiles import make_profile

LAW = pick_ruleset(load_rulebook(), 4, date(2026, 11, 23))
LETTER = {"number": "12/TTr-UBND", "issued_on": "2026-11-30"}
SENT = {"decision": "26-2026", "on": "2026-12-01", "serial": "1", "product_code": "51-1", "letter": LETTER}
RECEIVED = {"stage": "received", "on": "2026-11-09"}
RETURNED = {
    "stage": "preparing", "on": "2026-12-03", "kind": "return", "reasons": ["Bổ sung ảnh vùng trồng."],
    "document": "Công văn số 5/SNN ngày 02/12/2026",
}  # fmt: skip
AGAIN = {"stage": "received", "on": "2026-12-07"}
BEFORE = "Hồ sơ sản phẩm Mật ong Mẫu của Hộ Mẫu đã được gửi ngày 01/12/2026 tại văn bản số 12/TTr-UBND"


@pytest.mark.parametrize(
    ("on", "moves", "told"),
    [
        (date(2026, 11, 30), [RECEIVED], ""),
        (date(2026, 12, 1), [RECEIVED], ""),
        (date(2026, 12, 8), [RECEIVED, AGAIN], f"{BEFORE}. "),
        (
            date(2026, 12, 8),
            [RECEIVED, RETURNED, AGAIN],
            f"{BEFORE}; nay đã hoàn thiện theo Công văn số 5/SNN ngày 02/12/2026 (bổ sung ảnh vùng trồng). ",
        ),
    ],
)
def test_the_way_between_two_requests_is_told(on: date, moves: list[dict[str, Any]], told: str) -> None:
    dossier = make_dossier(
        product={"name": "Mật ong Mẫu", "set": "4"},
        producer={"name": "Hộ Mẫu", "kind": "household"},
        submissions=[SENT],
        history=moves,
    )
    values = request_values(
        {"mat-ong": dossier},
        {"mat-ong": "51-1"},
        LAW.decision,
        make_profile(),
        load_form("request-letter"),
        on,
    )
    assert values["evaluation"] == f"{told}Kết quả đánh giá nêu tại báo cáo đánh giá gửi kèm."
