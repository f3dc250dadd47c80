"""The year after the demo's own: what an official types from January to December, up to the yearly report."""

from shlex import split

from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.usecases.demo import STEPS, Step
from ocop_cli.viet.text import lower_first

YEAR = int(STEPS[-1].on[:4]) + 1
_LETTER = "documents/2026/de-nghi-01-lan-2-request-letter.docx"
_PLAN = "documents/2026/ke-hoach-2027-year-plan.docx"
_REPORT = "documents/2027/bao-cao-2027-01-01-2027-12-31-summary-report.docx"
_PROGRAMME = "documents/2027/kiem-tra-2027-inspection-programme.docx"
_TEAM = '--member "A Kinh Mẫu, Trưởng phòng Kinh tế" --member "Y Ví Dụ Hai, Công chức"'
_HERB = '--name "Trà sâm dây" --producer "HTX Dược liệu Ví Dụ" --kind htx --track mới --star 3'

# {former} and {law} are the last two decisions of the rulebook
_TYPED: tuple[tuple[str, str, str], ...] = (
    ("01-02", "Ghi lớp sẽ cử cán bộ", 'log "cử cán bộ" 8/1 "nghiệp vụ OCOP" 1 người "người được cử: A Mẫu, Công chức, Phòng Kinh tế"'),
    ("01-04", "Lập công văn cử người đi học", "log --letter 1"),
    ("01-04", "Xem việc phải làm đầu năm", "due --days 60"),
    ("01-04", "Xem ngày nghỉ của năm", "calendar 2027"),
    ("01-04", "Chuyển hồ sơ chưa xong sang năm mới", "carry 2027 -y"),
    ("01-04", "Giao chỉ tiêu của năm", 'set xã "chỉ tiêu số lượt tuyên truyền 2027=4" "chỉ tiêu số hồ sơ xã đánh giá 2027=2"'),
    ("01-05", "Lưu trữ hồ sơ của năm trước", "archive 2026 --except-open"),
    ("01-05", "Văn thư cấp số kế hoạch năm", f"docs number {_PLAN} --number 20"),
    ("01-05", "Ghi nơi đã gửi kế hoạch năm", f'docs send {_PLAN} --to "Các thôn, các đơn vị thuộc xã"'),
    ("01-05", "Ghi văn bản trả lời của tỉnh", f"docs answer {_LETTER} --number 45/SNNMT-VD --on 04/01/2027"),
    ("01-06", "Lập kế hoạch xúc tiến thương mại", 'plan 2027 --kind "xúc tiến thương mại"'),
    ("01-06", "Ghi kinh phí dự kiến của năm", 'plan 2027 --budget "Ngân sách xã: 20 triệu, tuyên truyền, tập huấn" --budget "Ngân sách tỉnh: hội chợ"'),
    ("01-06", "Lập tờ trình bố trí kinh phí", 'plan 2027 --kind "kinh phí"'),
    ("01-06", "Xem nhiệm vụ của kế hoạch", "plan 2027 --duties"),
    ("01-07", "Lấy biểu mẫu báo cáo về xem", "templates eject evaluation-report"),
    ("01-07", "Kiểm tra biểu mẫu của xã", "templates check"),
    ("01-07", "Xem các biểu mẫu", "templates list"),
    ("01-11", "Xem các quyết định", "rules list"),
    ("01-11", "Xem bộ tiêu chí của mật ong", "rules show mật ong"),
    ("01-11", "So hai quyết định", "rules diff {former} {law} --set 14"),
    ("01-11", "Xem lời của quyết định", "rules wording {law}"),
    ("01-11", "Kiểm tra dữ liệu quy định", "rules check"),
    ("01-11", "Xuất quyết định cho phần mềm khác", "rules export {law}"),
    ("01-11", "In phiếu chấm trắng", "rules sheet {law} 20"),
    ("01-12", "Ghi số văn bản làm ngoài chương trình", 'docs other --number 1 --symbol BC-UBND --title "Báo cáo tháng 12"'),
    ("01-12", "Làm một việc của bàn làm việc", "do gao-do"),
    ("01-18", "Chủ thể trả phiếu lao động", "intake papers/phieu-gui-lai/sam-day-lao-dong.json -y"),
    ("01-18", "Lập phiếu để chủ thể điền", "form gao-do --kind số-liệu"),
    ("01-15", "Ghi thêm kết quả của lớp", 'log --edit 1 "kết quả: đã cấp chứng nhận"'),
    ("01-20", "Nhận ý tưởng mới", f"register {_HERB}"),
    ("01-20", "Nhận một ý tưởng ghi nhầm", 'register --name "Trà sâm" --producer "Hộ Mẫu" --kind hộ'),
    ("01-20", "Xóa hồ sơ ghi nhầm", 'remove tra-sam --reason "đăng ký trùng"'),
    ("01-21", "Ghi sản phẩm công nhận từ trước", 'adopt "Mật ong hoa rừng" --producer "HTX Mật Mẫu" --kind htx --set "mật ong" --star 3 --number 15/QĐ-UBND --on 20/11/2025'),
    ("02-15", "Ghi số liệu của chủ thể", 'set ot-rung "lao động trong xã=6"'),
    ("02-16", "Soạn tin báo chủ thể còn thiếu gì", "tell ot-rung --due 05/3/2027"),
    ("02-16", "Lập công văn hướng dẫn nâng hạng", "tell sam-day --to 4 --letter"),
    ("02-17", "Nhận sản phẩm mẫu", "receive ot-rung --samples 5 --papers-only"),
    ("02-22", "Kiểm tra thực tế", 'visit mat-ong --by "Y Ví Dụ Hai, Công chức" --seen "Đang đóng chai" --content "lao động"'),
    ("02-23", "Gia hạn một hồ sơ", 'extend homestay --until 30/4/2027 --paper "Công văn số 9/UBND" --reason "chờ đợt của tỉnh"'),
    ("02-24", "Hướng dẫn hoàn thiện hồ sơ", "paper huong-dan ot-rung --due 05/3/2027"),
    ("01-13", "Đăng ký phân hạng lại", "renew mang-kho -y"),
    ("03-09", "Mời họp lấy ý kiến", 'meeting invite homestay --on 12/03/2027 --starts 08:00 --place "Phòng họp UBND xã" --chair "A Xốp Mẫu, Chủ tịch UBND xã" --secretary "Y Ví Dụ Hai, Công chức"'),
    ("03-09", "Lập bảng ý kiến để các đơn vị điền", "meeting sheet hop-2027-03-12 -o y-kien.xlsx"),
    ("03-12", "Đọc bảng ý kiến", "meeting take hop-2027-03-12 y-kien.xlsx -y"),
    ("03-15", "Mời họp thêm", 'meeting invite homestay --on 19/03/2027 --starts 08:00 --place "Phòng họp UBND xã" --chair "A Xốp Mẫu, Chủ tịch UBND xã" --secretary "Y Ví Dụ Hai, Công chức" -y'),
    ("03-18", "Hoãn họp", 'meeting cancel hop-2027-03-19 --reason "chủ trì đi công tác"'),
    ("03-22", "Ghi công văn đính chính một báo cáo đã gửi", 'docs revise documents/2026/sam-day-evaluation-report.docx --kind "đính chính" --number 15/UBND-KT --reason "sai ký hiệu"'),
    ("03-29", "Xem nên kiểm tra nơi nào trước", "inspect order"),
    ("03-29", "Lập kế hoạch kiểm tra của năm", "inspect plan 2027 --from 05/4/2027"),
    ("03-30", "Lập quyết định Đoàn kiểm tra", f"inspect team 2027 {_TEAM}"),
    ("04-05", "Lập phiếu kiểm tra một cơ sở", "paper phieu-kiem-tra sam-day"),
    ("04-06", "Ghi lần kiểm tra, việc phải khắc phục", f'inspect sam-day {_TEAM} --seen "bao bì: Nhãn ghi thiếu ngày" --kept "bao bì" --request "In lại nhãn: 20/4/2027"'),
    ("04-06", "Thông báo việc phải khắc phục", "paper khac-phuc sam-day"),
    ("04-19", "Ghi việc đã khắc phục xong", 'inspect close sam-day --proof "ảnh nhãn mới"'),
    ("06-30", "Ghi một việc nhầm", 'log "tuyên truyền" 30/6 "loa thôn Ví Dụ Hai" 9 người'),
    ("06-30", "Hoàn tác việc ghi nhầm", "undo -y"),
    ("07-01", "Báo cáo sáu tháng", "report --period 2027-H1"),
    ("07-02", "Lập bảng chấm của hội đồng", 'panel mat-ong --sheet --by "A Chấm Mẫu" --by "Y Chấm Mẫu"'),
    ("07-05", "Chủ thể thôi tham gia", 'withdraw thit-gac-bep --reason "chủ thể xin thôi"'),
    ("08-16", "Tìm dữ liệu của một người", "privacy find gao-do"),
    ("08-16", "Xóa dữ liệu theo yêu cầu", 'privacy erase gao-do --reason "đơn ngày 16/8/2027" -y'),
    ("09-01", "Bản làm ở máy khác", 'init may-hai --commune Xốp --province "Quảng Ngãi" --signer "A Xốp Mẫu"'),
    ("09-01", "Gộp bản làm ở máy khác", 'merge may-hai --name "Y Hai" --ours'),
    ("10-04", "Lịch cho điện thoại", "due --ics lich.ics"),
    ("12-15", "Xem việc đã ghi so với chỉ tiêu", "log"),
    ("12-20", "Xem các hồ sơ", "list"),
    ("12-20", "Xem các chủ thể", "producers"),
    ("12-20", "Sổ Excel", "export so-san-pham.xlsx"),
    ("12-20", "Nhận lại sổ đã sửa", "import so-san-pham.xlsx -y"),
    ("12-20", "Dữ liệu mở của xã", "export --open"),
    ("12-20", "Tổng hợp cho tỉnh", "roll-up ."),
    ("12-21", "Chủ thể đồng ý giới thiệu sản phẩm", 'set sam-day "đồng ý công khai=có"'),
    ("12-21", "Trang, nhãn QR của sản phẩm", "label"),
    ("12-21", "Trang của xã", "dashboard"),
    ("12-22", "Bàn giao", "handover -o ban-giao.txt"),
    ("12-22", "Biên bản bàn giao", 'handover --word --to "Y Ví Dụ Ba, Công chức Phòng Kinh tế"'),
    ("12-27", "Kế hoạch năm sau", "plan 2028"),
    ("12-28", "Niêm các tệp", "seal"),
    ("12-28", "Đối chiếu kế hoạch kiểm tra với hồ sơ", f"verify {_PROGRAMME}"),
    ("12-31", "Kiểm tra toàn bộ thư mục", "check"),
    ("12-31", "Giải thích một mã", "explain D010"),
    ("12-31", "Báo cáo năm", "report --period 2027"),
    ("12-31", "Kiểm tra thể thức báo cáo năm", f"lint {_REPORT}"),
)  # fmt: skip


def year_steps() -> tuple[Step, ...]:
    """Return the steps by day; among them one act of every kind, on its day, as its own example types it."""
    *_, former, law = load_rulebook().decision_ids
    typed = [
        Step(says, f"{YEAR}-{day}", tuple(split(line.format(former=former, law=law))))
        for day, says, line in _TYPED
    ]
    return tuple(sorted([*typed, *_acts()], key=lambda step: step.on))


def _acts() -> list[Step]:
    """Return a step for each kind of act; every example begins with its day."""
    found = []
    for kind in load_log_kinds().kinds.values():
        words = split(kind.example)
        day, month = words[0].split("/")
        on = f"{YEAR}-{int(month):02d}-{int(day):02d}"
        found.append(Step(f"Ghi việc: {lower_first(kind.name)}", on, ("log", lower_first(kind.name), *words)))
    return found
