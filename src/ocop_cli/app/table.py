"""The command table: every verb in one line, in the order of the official's day."""

from ocop_cli.app.verb import HelpSection, Verb, of_group

DAILY, JUDGING, PAPERS = HelpSection.DAILY, HelpSection.JUDGING, HelpSection.PAPERS
YEAR, CHECKING, OTHER = HelpSection.YEAR, HelpSection.CHECKING, HelpSection.OTHER

_MOVE = "Chọn ý tưởng; chuyển bước, trả lại, dừng; xóa nhầm; đăng ký lại"
_REGISTER = "Nhận ý tưởng; ghi số liệu; lập, đọc phiếu của chủ thể; nhận giấy tờ, hồ sơ"
_DUE = "Làm việc theo số; xem hồ sơ cần gì, việc có ngày, lịch; báo chủ thể; gia hạn"
_LIST = "Liệt kê, tìm hồ sơ; xem một hồ sơ; xem các chủ thể"
_CHECK = "Kiểm tra mọi tệp; giải thích một mã; dữ liệu của một người"
_SEND = "Lập bộ đề nghị cấp tỉnh, ghi việc gửi; ghi kết quả phân hạng"
_EVALUATE = "Ghi kiểm tra thực tế; đánh giá các nội dung của xã, lập báo cáo"
_SCORE = "Chấm theo bộ tiêu chí; xem nhiều người chấm; tìm cách lên sao"
_PAPER = "Lập giấy tờ của một hồ sơ; kiểm tra, giám sát sản phẩm"
_YEAR = "Kế hoạch năm; ghi việc; bàn giao, lưu trữ; báo cáo, danh sách; lịch nghỉ"
_OUT = "Sổ Excel, dữ liệu mở; trang, nhãn QR; tổng hợp nhiều xã"
_FORMS = "Kiểm tra thể thức tệp Word; xem, sửa biểu mẫu"
_TRACE = "Đối chiếu văn bản với hồ sơ, biểu mẫu; truy nguồn từng chữ"
_SETUP = "Tạo thư mục làm việc, chạy thử; gộp hai máy; hoàn tác"

TABLE: tuple[Verb, ...] = (
    Verb(
        "register",
        "Nhận một ý tưởng, sản phẩm mới",
        DAILY,
        "register:register",
        writes=True,
        shared_line=_REGISTER,
    ),
    Verb("import", "Nhận sổ sản phẩm từ Excel", DAILY, "import_:import_", writes=True, shared_line=_REGISTER),
    Verb(
        "adopt",
        "Ghi sản phẩm đã công nhận từ trước",
        DAILY,
        "adopt:adopt",
        writes=True,
        shared_line=_REGISTER,
    ),
    Verb("fill", "Hỏi, điền số liệu còn thiếu", DAILY, "fill:fill", writes=True, shared_line=_REGISTER),
    Verb("set", "Ghi số liệu vào hồ sơ theo tên mục", DAILY, "set_:set_", writes=True, shared_line=_REGISTER),
    Verb(
        "receive",
        "Nhận giấy tờ, mẫu; nhận hồ sơ đủ",
        DAILY,
        "receive:receive",
        writes=True,
        shared_line=_REGISTER,
    ),
    Verb(
        "form", "Lập phiếu để chủ thể điền và gửi lại", DAILY, "form:form", writes=True, shared_line=_REGISTER
    ),
    Verb("intake", "Đọc phiếu gửi lại vào hồ sơ", DAILY, "intake:intake", writes=True, shared_line=_REGISTER),
    Verb("do", "Làm một việc của bàn làm việc theo số", DAILY, "desk:do", shared_line=_DUE),
    Verb("next", "Xem từng hồ sơ cần gì, ai làm, hạn nào", DAILY, "next_:next_", shared_line=_DUE),
    Verb("due", "Xem mọi việc có ngày; hạn của một hồ sơ", DAILY, "due:due", shared_line=_DUE),
    Verb("tell", "Soạn tin báo chủ thể còn thiếu gì", DAILY, "tell:tell", writes=True, shared_line=_DUE),
    Verb("extend", "Gia hạn một hồ sơ theo văn bản", DAILY, "extend:extend", writes=True, shared_line=_DUE),
    Verb("select", "Lựa chọn ý tưởng của một đợt", DAILY, "select:select", writes=True, shared_line=_MOVE),
    Verb("advance", "Chuyển hồ sơ sang bước sau", DAILY, "move:advance", writes=True, shared_line=_MOVE),
    Verb(
        "return", "Trả hồ sơ về bước trước, kèm lý do", DAILY, "move:return_", writes=True, shared_line=_MOVE
    ),
    Verb("withdraw", "Dừng tham gia, kèm lý do", DAILY, "move:withdraw", writes=True, shared_line=_MOVE),
    Verb("remove", "Xóa hồ sơ đăng ký nhầm", DAILY, "remove:remove", writes=True, shared_line=_MOVE),
    Verb("renew", "Đăng ký phân hạng lại, nâng hạng", DAILY, "renew:renew", writes=True, shared_line=_MOVE),
    Verb(
        "visit",
        "Ghi việc kiểm tra thực tế tại cơ sở",
        JUDGING,
        "visit:visit",
        writes=True,
        shared_line=_EVALUATE,
    ),
    Verb(
        "evaluate",
        "Đánh giá các nội dung của xã, lập báo cáo",
        JUDGING,
        "evaluate:evaluate",
        writes=True,
        shared_line=_EVALUATE,
    ),
    Verb(
        "score", "Chấm mọi tiêu chí của bộ sản phẩm", JUDGING, "score:score", writes=True, shared_line=_SCORE
    ),
    Verb(
        "panel",
        "Xem, xếp hạng, ghi điểm của hội đồng",
        JUDGING,
        "panel:panel",
        writes=True,
        shared_line=_SCORE,
    ),
    Verb("advise", "Tìm cách lên sao ít công sức nhất", JUDGING, "advise:advise", shared_line=_SCORE),
    Verb(
        "meeting",
        "Mời họp, ghi ý kiến, lập biên bản",
        JUDGING,
        verbs=of_group(
            "meeting",
            Verb("invite", "Lập giấy mời họp", target="meeting:invite", writes=True),
            Verb("reply", "Ghi ý kiến của một đơn vị", target="opinion:reply", writes=True),
            Verb("sheet", "Lập bảng ý kiến Excel để điền", target="opinion_table:sheet", writes=True),
            Verb("take", "Đọc phiếu, bảng ý kiến đã điền", target="opinion_table:take", writes=True),
            Verb("hold", "Ghi việc đã họp, lập biên bản", target="meeting_hold:hold", writes=True),
            Verb("cancel", "Ghi việc hoãn, không họp", target="meeting_cancel:cancel", writes=True),
        ),
    ),
    Verb(
        "submit",
        "Kiểm tra đủ hồ sơ và lập bộ đề nghị cấp tỉnh",
        JUDGING,
        "submit:submit",
        writes=True,
        shared_line=_SEND,
    ),
    Verb(
        "send",
        "Ghi việc gửi bộ hồ sơ đã ký lên cấp tỉnh",
        JUDGING,
        "send:send",
        writes=True,
        shared_line=_SEND,
    ),
    Verb(
        "result",
        "Ghi kết quả phân hạng của cấp tỉnh",
        JUDGING,
        "result:result",
        writes=True,
        shared_line=_SEND,
    ),
    Verb("paper", "Lập giấy tờ của một hồ sơ", PAPERS, "paper:paper", writes=True, shared_line=_PAPER),
    Verb(
        "inspect",
        "Kiểm tra, giám sát sản phẩm đã được công nhận",
        PAPERS,
        verbs=of_group(
            "inspect",
            Verb("record", "Ghi một lần kiểm tra, lập biên bản", target="inspect_:record", writes=True),
            Verb("order", "Xem nên kiểm tra nơi nào trước, vì sao", target="inspect_year:order"),
            Verb("plan", "Lập kế hoạch kiểm tra của năm", target="inspect_year:plan", writes=True),
            Verb("team", "Lập quyết định thành lập Đoàn kiểm tra", target="inspect_year:team", writes=True),
            Verb("close", "Ghi việc đã khắc phục xong", target="inspect_remedies:close", writes=True),
        ),
        shared_line=_PAPER,
        usual="record",
    ),
    Verb("list", "Liệt kê, tìm hồ sơ", YEAR, "list_:list_dossiers", shared_line=_LIST),
    Verb("show", "Xem một hồ sơ", YEAR, "show:show", shared_line=_LIST),
    Verb("producers", "Xem các chủ thể, hoặc một chủ thể", YEAR, "producers:producers", shared_line=_LIST),
    Verb(
        "calendar",
        "Xem ngày nghỉ, ngày làm bù của năm",
        YEAR,
        "calendar_:calendar",
        writes=True,
        shared_line=_YEAR,
    ),
    Verb("plan", "Lập kế hoạch năm", YEAR, "plan:plan", writes=True, shared_line=_YEAR),
    Verb("log", "Ghi một việc của năm; xem việc đã ghi", YEAR, "log:log", writes=True, shared_line=_YEAR),
    Verb("handover", "Bàn giao: việc dở, hạn, liên hệ", YEAR, "handover:handover", shared_line=_YEAR),
    Verb(
        "archive",
        "Đóng gói hồ sơ của một năm để lưu",
        YEAR,
        "archive:archive",
        writes=True,
        shared_line=_YEAR,
    ),
    Verb("carry", "Chuyển hồ sơ chưa xong sang năm", YEAR, "carry:carry", writes=True, shared_line=_YEAR),
    Verb(
        "report",
        "Lập báo cáo, danh sách ý tưởng, sổ sản phẩm",
        YEAR,
        "report:report",
        writes=True,
        shared_line=_YEAR,
    ),
    Verb(
        "export",
        "Ghi sổ, các bảng ra Excel; dữ liệu mở",
        YEAR,
        "export:export",
        writes=True,
        shared_line=_OUT,
    ),
    Verb(
        "dashboard",
        "Lập trang HTML của xã để xem, in",
        YEAR,
        "dashboard:dashboard",
        writes=True,
        shared_line=_OUT,
    ),
    Verb("label", "Lập trang, nhãn QR của sản phẩm", YEAR, "label:label", writes=True, shared_line=_OUT),
    Verb("roll-up", "Tổng hợp số liệu của nhiều xã", YEAR, "roll_up:roll_up", shared_line=_OUT),
    Verb(
        "docs",
        "Sổ văn bản: số, ngày, bản ký, gửi, trả lời",
        PAPERS,
        verbs=of_group(
            "docs",
            Verb("list", "Xem sổ văn bản của năm", target="docs_register:list_documents"),
            Verb("number", "Ghi số văn thư đã cấp", target="docs_register:number", writes=True),
            Verb("other", "Ghi số dùng ở ngoài, số hủy", target="docs_register:other", writes=True),
            Verb("sign", "Đính kèm bản quét đã ký", target="docs_sending:sign", writes=True),
            Verb("send", "Ghi nơi đã gửi", target="docs_sending:send", writes=True),
            Verb("answer", "Ghi văn bản trả lời", target="docs_sending:answer", writes=True),
            Verb(
                "revise", "Ghi việc thay thế, đính chính, thu hồi", target="docs_revise:revise", writes=True
            ),
        ),
    ),
    Verb("lint", "Kiểm tra thể thức văn bản Word", PAPERS, "lint:lint", shared_line=_FORMS),
    Verb(
        "templates",
        "Biểu mẫu Word: xem, lấy về sửa, kiểm tra",
        PAPERS,
        verbs=of_group(
            "templates",
            Verb("list", "Liệt kê biểu mẫu", target="templates:list_templates"),
            Verb("check", "Kiểm tra biểu mẫu riêng của xã", target="templates:check"),
            Verb("eject", "Lấy một biểu mẫu về để sửa", target="templates:eject", writes=True),
        ),
        shared_line=_FORMS,
    ),
    Verb("verify", "Xem văn bản, biểu mẫu, hồ sơ có đổi không", PAPERS, "verify:verify", shared_line=_TRACE),
    Verb("seal", "Niêm tệp, nhận chỗ sửa tay là đúng", PAPERS, "seal:seal", writes=True, shared_line=_TRACE),
    Verb("why", "Xem chữ trên văn bản lấy từ đâu", PAPERS, "why:why", shared_line=_TRACE),
    Verb(
        "check",
        "Kiểm tra mọi tệp, nêu từng lỗi với dòng và cách sửa",
        CHECKING,
        "check:check",
        shared_line=_CHECK,
    ),
    Verb("explain", "Giải thích một mã phát hiện", CHECKING, "explain:explain", shared_line=_CHECK),
    Verb(
        "privacy",
        "Tìm, xóa dữ liệu của một người",
        CHECKING,
        verbs=of_group(
            "privacy",
            Verb("find", "Tìm mọi chỗ có dữ liệu của một người", target="privacy:find"),
            Verb("erase", "Xóa dữ liệu của một người theo yêu cầu", target="privacy:erase", writes=True),
        ),
        shared_line=_CHECK,
    ),
    Verb(
        "rules",
        "Tra cứu các quyết định: tiêu chí, điểm, thời hạn, giấy tờ",
        CHECKING,
        verbs=of_group(
            "rules",
            Verb("list", "Liệt kê các quyết định", target="rules:list_decisions"),
            Verb("show", "Xem một quyết định hoặc một bộ sản phẩm", target="rules:show"),
            Verb("export", "Xuất một quyết định cho phần mềm khác", target="rules:export"),
            Verb("diff", "So hai quyết định, nêu hồ sơ bị ảnh hưởng", target="rules_diff:diff"),
            Verb("sheet", "In phiếu chấm trắng của một bộ sản phẩm", target="rules_sheet:sheet", writes=True),
            Verb(
                "wording", "Lấy nguyên văn các mức từ quyết định", target="rules_wording:wording", writes=True
            ),
            Verb("check", "Kiểm tra dữ liệu quy định", target="rules:check"),
        ),
    ),
    Verb(
        "merge", "Gộp bản của người khác theo từng mục", OTHER, "merge:merge", writes=True, shared_line=_SETUP
    ),
    Verb("init", "Tạo thư mục làm việc của xã", OTHER, "init:init", shared_line=_SETUP),
    Verb("demo", "Chạy thử một năm OCOP trên thư mục mẫu", OTHER, "demo:demo", shared_line=_SETUP),
    Verb("undo", "Xem và hoàn tác các bước đã ghi", OTHER, "undo:undo", writes=True, shared_line=_SETUP),
)

DESK = Verb("desk", "Xem việc hôm nay", DAILY, "desk:desk")
"""What bare ``ocop`` runs."""
