"""A fictional decision that uses every key of the rule data once."""

from typing import Any

from ocop_cli.rules.load import merge
from support.fictional_law import FICTION

_EVERY_KEY: dict[str, Any] = {
    "decision": {
        "signer": "A Ví Dụ",
        "effective_to": "2040-12-31",
        "files_until": "2040-06-30",
    },
    "parts": {"Y": {"name": "Phần thêm", "max": "30", "from_group": "3"}},
    "stars": {"1": {"certificate": "không"}, "2": {"ranked_by": "Tỉnh ví dụ"}},
    "groups": {"1": "Lao động", "3": "Nhóm chung"},
    "unmet": {"id": "unmet", "label": "Chưa đạt", "source": "signed"},
    "criteria": {
        "labour": {
            "source": "signed",
            "note": "Ghi chú của tiêu chí",
        },
        "origin": {
            "id": "origin", "name": "Nguồn gốc", "kind": "share", "basis": "province", "content": "local_origin",
            "max": "20",
            "floor": {"id": "none", "label": "Dưới một phần tư", "from": "0", "below": "25", "source": "signed"},
            "options": {
                "quarter": {"label": "Từ một phần tư", "points": "10", "from": "25", "to": "50"},
                "half": {"label": "Hơn một nửa", "points": "20", "above": "50", "to": "100", "star": "2"},
            },
        },
        "likeness": {
            "like": "origin",
            "id": "likeness",
            "name": "Giống nguồn gốc",
            "max": "15",
            "source": "invented",
            "floor": {"id": "less", "label": "Ít hơn", "from": "0", "below": "25"},
            "min_star": "1",
            "requires": {"area": "province", "id": "outside", "label": "Có phần ngoài tỉnh", "source": "signed"},
            "note": "Chép có sửa",
            "suspect": "ngờ chép sai",
            "beside": ["note"],
            "points": {"half": "15"},
            "stars": {"quarter": "1"},
            "labels": {"half": "Từ nửa trở lên"},
        },
        "short": {"like": "likeness", "id": "short", "drop": ["half"], "max": "10", "stops": ["quarter"]},
        "agents": {
            "id": "agents",
            "name": "Đại lý",
            "max": "10",
            "alternative": "a",
            "min_star": "2",
            "stop": {"id": "bad", "label": "Xấu, dừng đánh giá", "source": "signed"},
            "exempt": {"id": "free", "label": "Không bắt buộc", "source": "signed"},
            "only_if": {"criterion": "local_labour", "lost_at": ["below_10"], "id": "lost", "label": "Không áp dụng", "source": "signed"},
            "suspect": "bản chép mờ",
            "options": {
                "few": {
                    "label": "Ít", "points": "5", "star": "1", "note": "đếm đại lý", "source": "signed",
                    "needs": {"agents": {"above": "0", "below": "5"}},
                },
                "many": {
                    "label": "Nhiều", "points": "10",
                    "needs": {
                        "agents": {"from": "5", "to": "9"},
                        "producer_kind": {"one_of": ["cooperative"], "except_producers": ["household"]},
                    },
                },
            },
        },
        "others": {
            "like": "agents",
            "id": "others",
            "options": {"any": {"label": "Khác", "points": "10", "needs": {"producer_kind": {"none_of": ["household"]}}}},
        },
    },
    "wording": {
        "text": {"file": "qd.docx", "sha256": "0", "taken_on": "2031-03-01"},
        "sets": {"1": {"origin": {"half": "Quá một nửa nguyên liệu"}}},
    },
    "layouts": {"more": {"3": "origin", "4#1": "agents"}},
    "sets": {
        "1": {
            "layout": ["all", "more"], "subgroup": "Phân nhóm ví dụ", "ministry": "Bộ Ví dụ", "source": "signed",
            "suspect": "tổng lệch", "criteria": {"4#2": "others", "3đ": "short", "3e": "likeness"}, "groups": {"4": "Nhóm riêng"},
        },
        "2": {"name": "Bộ hai", "product_group": "food", "group": "Nhóm ví dụ", "layout": ["all", "more"]},
    },
    "grounds": [{"text": "Căn cứ Quyết định số 7/2031/QĐ-VD ngày 01 tháng 01 năm 2031 của Cơ quan ví dụ", "source": "signed"}],
    "disqualifications": {
        "forged": {"detect": "missing_paper", "criterion": "invented", "papers": ["note"], "source": "signed"}
    },
    "measured": {"agents": "registration", "papers": "submission"},
    "transitions": [
        {
            "registrations": ["new"], "filed_before": "2031-02-01", "under": "7-2031", "finish_by": "2031-12-31",
            "cite": "Điều 9", "source": "signed",
        }
    ],
    "procedure": {
        "samples": {"except_sets": ["2"], "source": "signed"},
        "limits": {
            "commune_evaluation": {"note": "tính từ ngày nhận", "source": "signed"},
            "unknown": {"name": "Chưa rõ", "unit": "working", "cite": "Điều 4"},
        },
        "rounds": {
            "first": {
                "number": "1", "level": "tỉnh", "request_before": "30/4", "result_before": "30/6", "cite": "Điều 5",
                "source": "signed",
            }
        },
        "papers": {
            "note": {
                "sets": ["1"], "producers": ["household"], "registrations": ["new"],
                "holder": "commune", "criteria": ["invented"], "note": "nộp sau",
                "source": "signed",
            }
        },
        "forms": {
            "report": {"number": "Mẫu 1", "name": "Báo cáo", "cite": "Phụ lục", "source": "signed"}
        },
        "producers": {"household": {"name": "Hộ", "sets": ["1"], "source": "signed"}},
        "withdrawal_grounds": {"mark": {"name": "Dùng sai nhãn hiệu", "cite": "Điều 8", "source": "signed"}},
        "withdrawn_by": {"province": {"name": "Chủ tịch", "stars": ["3"], "cite": "Điều 8", "source": "signed"}},
    },
}  # fmt: skip

FULL_LAW = merge(FICTION, _EVERY_KEY)

AMENDMENT: dict[str, Any] = {
    "amendment": {
        "id": "8-2032",
        "number": "8/2032/QĐ-VD",
        "title": "Sửa đổi",
        "issued_on": "2032-01-01",
        "effective_from": "2032-02-01",
        "source": "signed",
    },
    "procedure": {"paper_copies": "3"},
}
