"""The documents of the corpus: generator, paper, what of words and look is changed. The number of a file is its place here.

What is wrong on the pages stands in ``faults.yaml``, written while looking at the pictures.
"""

from __future__ import annotations

from typing import Any

DOCUMENTS: list[dict[str, Any]] = [
    # 1–10: as Word users draw the head
    {"by": "raw", "paper": "decision", "look": {"lines": "drawing"}},
    {"by": "raw", "paper": "decision", "look": {"header": "next-row", "lines_next": "drawing"}},
    {"by": "raw", "paper": "submission", "look": {"header": "next-row", "lines_next": "vml-t32"}},
    {"by": "raw", "paper": "report", "look": {"lines": "vml-above"}},
    {
        "by": "raw",
        "paper": "letter",
        "look": {"header": "soft"},
        "words": {"address": ["Kính gửi: Sở Nông nghiệp và Môi trường tỉnh Sơn Hà."]},
    },
    {"by": "raw", "paper": "plan", "look": {"header": "tabs", "foot": "tabs", "lines": "drawing"}},
    {"by": "raw", "paper": "letter-to-many", "look": {"address_table": True}},
    {"by": "raw", "paper": "decision", "look": {"box": "DỰ THẢO", "lines": "drawing"}},
    {"by": "raw", "paper": "resolution", "look": {"before_header": "DỰ THẢO"}},
    {"by": "raw", "paper": "letter", "look": {"soft_copies": True, "lines": "picture"}},
    # 11–20: structures of foot, numbers, indents
    {"by": "raw", "paper": "notice", "look": {"foot": "second-row"}},
    {"by": "raw", "paper": "submission", "look": {"foot": "nested", "hanging_copies": True}},
    {"by": "raw", "paper": "notice", "look": {"numbered": True, "lines": "anchored-above"}},
    {"by": "raw", "paper": "report", "look": {"first": 12.5, "nfd": True}},
    {"by": "raw", "paper": "long-report", "look": {"even_footer": True, "first": 10}},
    {"by": "raw", "paper": "circular", "look": {"lines": "drawing"}},
    {"by": "raw", "paper": "office-slip", "look": {}},
    {"by": "raw", "paper": "invitation", "look": {"header": "three-rows"}},
    {"by": "raw", "paper": "minutes", "look": {"lines": "underscores"}},
    {"by": "raw", "paper": "department-letter", "look": {"tab_indent": True, "lines": "vml"}},
    # 21–40: the same with faults that a reader sees
    {"by": "raw", "paper": "decision", "look": {"motto_line": 0.5, "agency_line": 1.0, "kind_bold": False}},
    {
        "by": "raw",
        "paper": "decision",
        "look": {
            "header": "next-row",
            "lines_next": "drawing",
            "ground_italic": False,
            "article_bold": False,
        },
        "words": {
            "grounds": [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                "Căn cứ Quyết định số 45/QĐ-UBND của Ủy ban nhân dân tỉnh Sơn Hà về việc giao nhiệm vụ;",
                "Theo đề nghị của Trưởng phòng Kinh tế xã Đá Bạc;",
            ]
        },
    },
    {
        "by": "raw",
        "paper": "letter",
        "look": {"lines": "none", "font": "Arial"},
        "words": {"number": "Số: 8/UBND-KT"},
    },
    {
        "by": "raw",
        "paper": "letter",
        "look": {"about_size": 14, "about_gap": 0, "copies_size": 14, "date_italic": False},
        "words": {"date": "Đá Bạc, ngày 5 tháng 03 năm 2026"},
    },
    {
        "by": "raw",
        "paper": "letter-to-many",
        "look": {"address_table": True, "address_bold": True},
        "words": {"copies": ["- Sở Tài chính;", "- Lưu VT"]},
    },
    {
        "by": "raw",
        "paper": "submission",
        "look": {"title_bold": False, "first": 0, "body_align": "left", "lines": "drawing"},
    },
    {
        "by": "raw",
        "paper": "report",
        "look": {"body_size": 12, "before": 0, "line": 1.0},
        "words": {
            "body": [
                ["text", "Ủy ban nhân dân xã Đá Bạc báo cáo như sau:"],
                ["title", "I. Tình hình chung"],
                [
                    "text",
                    "Công tác phòng chống thiên tai được triển khai kịp thời trong cả năm, không có thiệt hại về người.",
                ],
                ["title", "II. Nhiệm vụ"],
                ["text", "Củng cố đội xung kích của các thôn."],
            ]
        },
    },
    {
        "by": "raw",
        "paper": "plan",
        "look": {"margins": (15, 15, 25, 10)},
        "words": {"number": "Số : 15/ KH - UBND", "motto": "Độc lập – Tự do – Hạnh phúc"},
    },
    {"by": "raw", "paper": "long-report", "look": {"number_in": "footer", "title_page": False}},
    {
        "by": "raw",
        "paper": "notice",
        "look": {"page": (215.9, 279.4), "foot": "second-row"},
        "words": {"copies": ["- Các thôn.", "- Lưu VT"]},
    },
    {
        "by": "raw",
        "paper": "decision",
        "look": {"box": "DỰ THẢO", "box_how": "choice", "subject_line": 0},
        "words": {"subject": ["VỀ VIỆC THÀNH LẬP TỔ CÔNG TÁC"], "powers": ["KT. CHỦ TỊCH", "TRƯỞNG PHÒNG"]},
    },
    {"by": "raw", "paper": "letter", "look": {"widths": (82, 78)}},
    {
        "by": "raw",
        "paper": "invitation",
        "look": {"colour": "FF0000", "signer_bold": False},
        "words": {
            "signer": "TS. Phạm Văn Thí Dụ",
            "body": [
                ["text", "Ủy ban nhân dân xã Đá Bạc trân trọng kính mời: Trưởng các phòng, trưởng các thôn."],
                ["text", "Tới dự họp giao ban công tác tháng 3 năm 2026."],
                ["text", "Thời gian: 08 giờ 00 phút, thứ Hai, ngày 09 tháng 3 năm 2026."],
            ],
        },
    },
    {
        "by": "raw",
        "paper": "plan",
        "look": {"foot": "second-row"},
        "words": {"copies": [], "bare_copies": True},
    },
    {
        "by": "raw",
        "paper": "notice",
        "look": {"header": "tabs", "foot": "tabs", "lines": "none"},
        "words": {"number": "Số: 7/TB-UBND", "date": "Đá Bạc, ngày 5 tháng 3 năm 2026"},
    },
    {
        "by": "raw",
        "paper": "resolution",
        "look": {"before_header": "DỰ THẢO", "lines": "none"},
        "words": {"number": "Số: 04/QĐ-HĐND"},
    },
    {
        "by": "raw",
        "paper": "submission",
        "look": {"line": 2.0, "motto_underline": True, "lines": "none"},
        "words": {"address": []},
    },
    {
        "by": "raw",
        "paper": "notice",
        "look": {"line_shift": 12, "second_body_font": "Cambria"},
        "words": {"agency": [["UBND TỈNH SƠN HÀ", False], ["UBND XÃ ĐÁ BẠC", True]]},
    },
    {
        "by": "raw",
        "paper": "plan",
        "look": {"data_widths": (20, 90, 80), "blank_lines": 4},
        "words": {
            "data_table": [[["TT", "Nội dung", "Kinh phí"], ["1", "Thi văn nghệ", "5.000.000"]]],
            "body": [
                ["text", "Ủy ban nhân dân xã Đá Bạc xây dựng Kế hoạch như sau:"],
                ["big", "I. MỤC ĐÍCH"],
                ["text", "a) Giữ gìn bản sắc;"],
                ["text", "c) Tăng cường đoàn kết."],
                ["text", "Các phòng, các thôn thực hiện Kế hoạch này./."],
            ],
        },
    },
    {
        "by": "raw",
        "paper": "decision",
        "look": {"sign_size": 12},
        "words": {
            "signer": "TRẦN VĂN MẪU",
            "powers": ["T/M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
            "body": [
                ["article", "Điều 1.", " Thành lập Tổ công tác kiểm tra đường giao thông nông thôn."],
                ["article", "Điều 3.", " Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./."],
            ],
        },
    },
    # 41–54: generators of npm and PyPI
    {"by": "node:docx", "paper": "decision"},
    {"by": "node:docx", "paper": "letter", "look": {"copies_title_size": 14, "margins": (20, 20, 20, 20)}},
    {
        "by": "node:docxtemplater",
        "paper": "submission",
        "tags": {"number": "Số: {so}/TTr-UBND", "signer": "{ky}"},
        "data": {"so": "22", "ky": "Trần Văn Mẫu"},
    },
    {
        "by": "node:docxTemplates",
        "paper": "notice",
        "tags": {"number": "Số: {so}/TB-UBND", "date": "Đá Bạc, ngày {ngay} tháng {thang} năm 2026"},
        "data": {"so": "9", "ngay": "9", "thang": "03"},
    },
    {
        "by": "node:carbone",
        "paper": "report",
        "tags": {"number": "Số: {d.so}/BC-UBND", "signer": "{d.ky}"},
        "data": {"so": "34", "ky": "Trần Văn Mẫu"},
    },
    {
        "by": "docxtpl",
        "paper": "letter",
        "tags": {"number": "Số: {{ so }}/UBND-KT", "signer": "{ ky }"},
        "data": {"so": "11"},
    },
    {"by": "node:htmlToDocx", "paper": "plan"},
    {"by": "node:officegen", "paper": "notice"},
    {"by": "htmldocx", "paper": "submission"},
    {"by": "python-docx", "paper": "report"},
    {"by": "python-docx:bare", "paper": "letter"},
    {"by": "pandoc", "paper": "notice"},
    {"by": "pandoc:markdown", "paper": "decision"},
    {"by": "pandoc:reference", "paper": "letter"},
    # 55–66: office programs, in turn; WPS- and Google-like; composed files
    {"by": "office:odt,docx", "paper": "decision", "look": {"lines": "drawing"}},
    {"by": "office:rtf,docx", "paper": "report", "look": {"subject_bold": False}},
    {"by": "office:doc,docx", "paper": "letter"},
    {"by": "office-html", "paper": "notice"},
    {"by": "office:odt,doc,docx", "paper": "submission", "words": {"number": "Số: 21/TTR-UBND"}},
    {"by": "office:abw,docx", "paper": "letter"},
    {"by": "raw:wps", "paper": "decision", "look": {"lines": "drawing"}},
    {"by": "raw:wps", "paper": "letter", "look": {"body_size": 15, "lines": "vml-t32"}},
    {"by": "raw:google", "paper": "plan", "look": {"title_page": True}},
    {
        "by": "raw:google",
        "paper": "notice",
        "look": {"number_in": "none", "lines": "underscores"},
        "words": {"powers": ["T.M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]},
    },
    {"by": "docxcompose:office-slip", "paper": "report"},
    {"by": "spire", "paper": "submission"},
    {
        "by": "raw",
        "paper": "decision",
        "look": {"lines": "drawing", "margins": (20, 20, 30, 15), "widths": (62, 103)},
        "words": {
            "annex": [
                "Phụ lục",
                "DANH SÁCH THÀNH VIÊN TỔ CÔNG TÁC",
                "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026 của Chủ tịch Ủy ban nhân dân xã Đá Bạc)",
                "Ông Nguyễn Văn A, tổ trưởng.",
            ]
        },
    },
    {
        "by": "office:odt,docx",
        "paper": "letter",
        "look": {"copies_left": 10},
        "words": {"copies": ["- Sở Tài chính tỉnh Sơn Hà;", "- Lưu: VT, KT."]},
    },
    {"by": "raw", "paper": "letter", "look": {"header": "nested"}},
    {
        "by": "raw",
        "paper": "letter",
        "look": {"grid": (60, 40, 60)},
        "words": {
            "powers": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ"],
            "body": [
                [
                    "text",
                    "Thực hiện yêu cầu của Sở Nông nghiệp và Môi trường, Uỷ ban nhân dân xã Đá Bạc báo cáo như sau.",
                ],
                ["text", "Ủy ban nhân dân xã Đá Bạc kính đề nghị Sở xem xét"],
            ],
        },
    },
]
