"""The command table: every verb in one line, in the order of the official's day."""

from ocop_cli.app.verb import HelpSection, Verb, of_group

_MOVE = "Chuyển bước sau, trả lại, dừng tham gia; xóa hồ sơ nhầm"
_REGISTER = "Nhận ý tưởng, sản phẩm mới; ghi số liệu vào hồ sơ"
_DUE = "Xem từng hồ sơ cần gì, ai làm, hạn nào; cách tính hạn, gia hạn"
_LIST = "Liệt kê, tìm hồ sơ; xem một hồ sơ; xem các chủ thể"
_CHECK = "Kiểm tra mọi tệp; giải thích một mã phát hiện"
_SEND = "Lập bộ đề nghị cấp tỉnh, ghi việc gửi; ghi kết quả phân hạng"
_EVALUATE = "Ghi kiểm tra thực tế; đánh giá các nội dung của xã, lập báo cáo"
_SCORE = "Chấm theo bộ tiêu chí; xem nhiều người chấm; tìm cách lên sao"
_PAPER = "Lập giấy tờ của một hồ sơ; kiểm tra, giám sát sản phẩm"
_YEAR = "Lập kế hoạch năm; báo cáo, danh sách, sổ; lịch nghỉ"
_FORMS = "Kiểm tra thể thức tệp Word; xem, sửa biểu mẫu"
_TRACE = "Đối chiếu văn bản với hồ sơ, biểu mẫu; truy nguồn từng chữ"
_SETUP = "Tạo thư mục làm việc, chạy thử, hoàn tác"

TABLE: tuple[Verb, ...] = (
    Verb(
        "register",
        "Nhận một ý tưởng, sản phẩm mới",
        HelpSection.DAILY,
        "register:register",
        writes=True,
        shared_line=_REGISTER,
    ),
    Verb(
        "set",
        "Ghi số liệu vào hồ sơ theo tên mục",
        HelpSection.DAILY,
        "set_:set_",
        writes=True,
        shared_line=_REGISTER,
    ),
    Verb(
        "next", "Xem từng hồ sơ cần gì, ai làm, hạn nào", HelpSection.DAILY, "next_:next_", shared_line=_DUE
    ),
    Verb("due", "Xem các hạn của một hồ sơ, cách tính", HelpSection.DAILY, "due:due", shared_line=_DUE),
    Verb(
        "extend",
        "Gia hạn một hồ sơ theo văn bản",
        HelpSection.DAILY,
        "extend:extend",
        writes=True,
        shared_line=_DUE,
    ),
    Verb("select", "Lựa chọn ý tưởng của một đợt", HelpSection.DAILY, "select:select", writes=True),
    Verb(
        "advance",
        "Chuyển hồ sơ sang bước sau",
        HelpSection.DAILY,
        "move:advance",
        writes=True,
        shared_line=_MOVE,
    ),
    Verb(
        "return",
        "Trả hồ sơ về bước trước, kèm lý do",
        HelpSection.DAILY,
        "move:return_",
        writes=True,
        shared_line=_MOVE,
    ),
    Verb(
        "withdraw",
        "Dừng tham gia, kèm lý do",
        HelpSection.DAILY,
        "move:withdraw",
        writes=True,
        shared_line=_MOVE,
    ),
    Verb(
        "remove",
        "Xóa hồ sơ đăng ký nhầm",
        HelpSection.DAILY,
        "remove:remove",
        writes=True,
        shared_line=_MOVE,
    ),
    Verb(
        "visit",
        "Ghi việc kiểm tra thực tế tại cơ sở",
        HelpSection.JUDGING,
        "visit:visit",
        writes=True,
        shared_line=_EVALUATE,
    ),
    Verb(
        "evaluate",
        "Đánh giá các nội dung của xã, lập báo cáo",
        HelpSection.JUDGING,
        "evaluate:evaluate",
        writes=True,
        shared_line=_EVALUATE,
    ),
    Verb(
        "score",
        "Chấm mọi tiêu chí của bộ sản phẩm",
        HelpSection.JUDGING,
        "score:score",
        writes=True,
        shared_line=_SCORE,
    ),
    Verb(
        "panel",
        "Xem chung phiếu chấm của các thành viên",
        HelpSection.JUDGING,
        "panel:panel",
        shared_line=_SCORE,
    ),
    Verb(
        "advise",
        "Tìm cách lên sao ít công sức nhất",
        HelpSection.JUDGING,
        "advise:advise",
        shared_line=_SCORE,
    ),
    Verb(
        "meeting",
        "Mời họp, ghi ý kiến, lập biên bản",
        HelpSection.JUDGING,
        verbs=of_group(
            "meeting",
            Verb("invite", "Lập giấy mời họp", target="meeting:invite", writes=True),
            Verb(
                "reply",
                "Ghi ý kiến của một đơn vị",
                target="opinion:reply",
                writes=True,
            ),
            Verb(
                "hold",
                "Ghi việc đã họp, lập biên bản",
                target="meeting_hold:hold",
                writes=True,
            ),
        ),
    ),
    Verb(
        "submit",
        "Kiểm tra đủ hồ sơ và lập bộ đề nghị cấp tỉnh",
        HelpSection.JUDGING,
        "submit:submit",
        writes=True,
        shared_line=_SEND,
    ),
    Verb(
        "send",
        "Ghi việc gửi bộ hồ sơ đã ký lên cấp tỉnh",
        HelpSection.JUDGING,
        "send:send",
        writes=True,
        shared_line=_SEND,
    ),
    Verb(
        "result",
        "Ghi kết quả phân hạng của cấp tỉnh",
        HelpSection.JUDGING,
        "result:result",
        writes=True,
        shared_line=_SEND,
    ),
    Verb(
        "paper",
        "Lập giấy tờ của một hồ sơ",
        HelpSection.PAPERS,
        "paper:paper",
        writes=True,
        shared_line=_PAPER,
    ),
    Verb(
        "inspect",
        "Kiểm tra, giám sát một sản phẩm, lập biên bản",
        HelpSection.PAPERS,
        "inspect_:inspect",
        writes=True,
        shared_line=_PAPER,
    ),
    Verb("list", "Liệt kê, tìm hồ sơ", HelpSection.YEAR, "list_:list_dossiers", shared_line=_LIST),
    Verb("show", "Xem một hồ sơ", HelpSection.YEAR, "show:show", shared_line=_LIST),
    Verb(
        "producers",
        "Xem các chủ thể, hoặc một chủ thể",
        HelpSection.YEAR,
        "producers:producers",
        shared_line=_LIST,
    ),
    Verb(
        "calendar",
        "Xem ngày nghỉ, ngày làm bù của năm",
        HelpSection.YEAR,
        "calendar_:calendar",
        writes=True,
        shared_line=_YEAR,
    ),
    Verb("plan", "Lập kế hoạch năm", HelpSection.YEAR, "plan:plan", writes=True, shared_line=_YEAR),
    Verb(
        "report",
        "Lập báo cáo, danh sách ý tưởng, sổ sản phẩm",
        HelpSection.YEAR,
        "report:report",
        writes=True,
        shared_line=_YEAR,
    ),
    Verb(
        "docs",
        "Sổ văn bản: số, ngày, bản ký, gửi, trả lời",
        HelpSection.PAPERS,
        verbs=of_group(
            "docs",
            Verb("list", "Xem sổ văn bản của năm", target="docs_register:list_documents"),
            Verb(
                "number",
                "Ghi số văn thư đã cấp",
                target="docs_register:number",
                writes=True,
            ),
            Verb(
                "other",
                "Ghi số dùng ở ngoài, số hủy",
                target="docs_register:other",
                writes=True,
            ),
            Verb(
                "sign",
                "Đính kèm bản quét đã ký",
                target="docs_sending:sign",
                writes=True,
            ),
            Verb("send", "Ghi nơi đã gửi", target="docs_sending:send", writes=True),
            Verb("answer", "Ghi văn bản trả lời", target="docs_sending:answer", writes=True),
        ),
    ),
    Verb("lint", "Kiểm tra thể thức văn bản Word", HelpSection.PAPERS, "lint:lint", shared_line=_FORMS),
    Verb(
        "templates",
        "Biểu mẫu Word: xem, lấy về sửa, kiểm tra",
        HelpSection.PAPERS,
        verbs=of_group(
            "templates",
            Verb("list", "Liệt kê biểu mẫu", target="templates:list_templates"),
            Verb("check", "Kiểm tra biểu mẫu riêng của xã", target="templates:check"),
            Verb("eject", "Lấy một biểu mẫu về để sửa", target="templates:eject", writes=True),
        ),
        shared_line=_FORMS,
    ),
    Verb(
        "verify",
        "Xem văn bản, biểu mẫu, hồ sơ có đổi không",
        HelpSection.PAPERS,
        "verify:verify",
        shared_line=_TRACE,
    ),
    Verb("why", "Xem chữ trên văn bản lấy từ đâu", HelpSection.PAPERS, "verify:why", shared_line=_TRACE),
    Verb(
        "check",
        "Kiểm tra mọi tệp, nêu từng lỗi với dòng và cách sửa",
        HelpSection.CHECKING,
        "check:check",
        shared_line=_CHECK,
    ),
    Verb(
        "explain", "Giải thích một mã phát hiện", HelpSection.CHECKING, "explain:explain", shared_line=_CHECK
    ),
    Verb(
        "rules",
        "Tra cứu các quyết định: tiêu chí, điểm, thời hạn, giấy tờ",
        HelpSection.CHECKING,
        verbs=of_group(
            "rules",
            Verb("list", "Liệt kê các quyết định", target="rules:list_decisions"),
            Verb("show", "Xem một quyết định hoặc một bộ sản phẩm", target="rules:show"),
            Verb("export", "Xuất một quyết định cho phần mềm khác", target="rules:export"),
            Verb("diff", "So hai quyết định, nêu hồ sơ bị ảnh hưởng", target="rules_diff:diff"),
            Verb("sheet", "In phiếu chấm trắng của một bộ sản phẩm", target="rules_sheet:sheet", writes=True),
            Verb(
                "wording",
                "Lấy nguyên văn các mức từ văn bản quyết định",
                target="rules_wording:wording",
                writes=True,
            ),
            Verb("check", "Kiểm tra dữ liệu quy định", target="rules:check"),
        ),
    ),
    Verb("init", "Tạo thư mục làm việc của xã", HelpSection.OTHER, "init:init", shared_line=_SETUP),
    Verb(
        "demo", "Chạy thử một năm OCOP trên thư mục mẫu", HelpSection.OTHER, "demo:demo", shared_line=_SETUP
    ),
    Verb(
        "undo",
        "Xem và hoàn tác các bước đã ghi",
        HelpSection.OTHER,
        "undo:undo",
        writes=True,
        shared_line=_SETUP,
    ),
)

DESK = Verb("desk", "Xem việc hôm nay", HelpSection.DAILY, "next_:desk")
"""What bare ``ocop`` runs."""
