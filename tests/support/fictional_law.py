"""A fictional decision, as small as a decision can be: one part, one product set, two criteria."""

from typing import Any

FICTION: dict[str, Any] = {
    "decision": {
        "id": "7-2031",
        "number": "7/2031/QĐ-VD",
        "title": "Quyết định ví dụ",
        "issuer": "Cơ quan ví dụ",
        "issued_on": "2031-01-01",
        "effective_from": "2031-02-01",
        "source": "invented",
        "cite_set": "Phụ lục, bộ {set}",
        "cite_criterion": "Phụ lục, bộ {set}, tiêu chí {code}",
    },
    "sources": {
        "invented": {"where": "Bịa để thử", "confidence": "recalled"},
        "signed": {"where": "Bản ký", "confidence": "verbatim-source", "verified_on": "2031-03-01"},
    },
    "parts": {"X": {"name": "Phần duy nhất", "max": "100", "from_group": "1"}},
    "stars": {
        "1": {"from": "0", "to": "80", "certificate": "không"},
        "2": {"above": "80", "to": "100", "ranked_by": "Tỉnh ví dụ"},
    },
    "product_groups": {"food": "Thực phẩm"},
    "criteria": {
        "labour": {
            "id": "local_labour",
            "name": "Lao động",
            "content": "local_labour",
            "kind": "share",
            "basis": "commune",
            "max": "60",
            "options": {
                "below_10": {"points": "0", "label": "Dưới 10%", "from": "0", "below": "10"},
                "from_10": {"points": "60", "label": "Từ 10%", "from": "10", "to": "100", "star": "2"},
            },
        },
        "invented": {
            "name": "Tiêu chí mới",
            "max": "40",
            "source": "signed",
            "options": {"no": {"points": "0", "label": "Không"}, "yes": {"points": "40", "label": "Có"}},
        },
    },
    "layouts": {"all": {"1": "labour", "2": "invented"}},
    "sets": {
        "1": {"name": "Bộ ví dụ", "product_group": "food", "group": "Nhóm ví dụ", "layout": ["all"]},
    },
    "disqualifications": {"forged": {"text": "Giả mạo", "sets": ["1"], "detect": "manual"}},
    "procedure": {
        "commune_checks": "thành phần",
        "evaluates": ["local_labour"],
        "meeting": "required",
        "report_shows_points": "có",
        "paper_copies": "2",
        "electronic_copies": "0",
        "product_code": "{commune}/{serial}",
        "certificate_months": "24",
        "samples": {"units": "3", "cite": "Điều 1"},
        "limits": {
            "commune_evaluation": {
                "name": "Xã đánh giá",
                "days": "7",
                "unit": "calendar",
                "cite": "Điều 2",
            }
        },
        "papers": {"note": {"name": "Giấy ghi", "required": "có", "cite": "Điều 3"}},
    },
}
