"""The meeting: invitation and minutes."""

from forms.blocks import (
    FOOT_GRID,
    agency,
    each,
    foot,
    header,
    layout,
    minutes_head,
    p,
    rule,
    table,
    when,
)
from forms.package import section
from forms.styles import TEXT_WIDTH


def meeting_invitation() -> str:
    """Giấy mời họp (Nghị định 30/2020, Mẫu 1.7)."""
    return "".join([
        header(agency()),
        p("GIẤY MỜI", "Kind"),
        p("{{ subject }}", "Subject"),
        rule(),
        p("{{ issuer }} trân trọng kính mời:"),
        each("line", "guests", p("- {{ line }}")),
        p("Tới dự {{ meeting_title }}."),
        p("Chủ trì: {{ chair }}."),
        p("Thời gian: {{ time }}."),
        p("Địa điểm: {{ place }}."),
        p("Nội dung: Lấy ý kiến về các nội dung đánh giá của {{ kind }} đối với các hồ sơ sau:"),
        each("line", "agenda", p("- {{ line }}")),
        p("{{ contact }} gửi kèm hồ sơ sản phẩm và là đầu mối của cuộc họp."),
        p("Đề nghị các đơn vị cử đại diện lãnh đạo dự họp, nghiên cứu trước hồ sơ và chuẩn bị ý kiến theo lĩnh vực phụ trách./.", "Lead"),
        foot(),
        section(),
    ])  # fmt: skip


def meeting_minutes() -> str:
    """Biên bản cuộc họp (Nghị định 30/2020, Mẫu 1.9)."""
    return "".join([
        minutes_head(),
        p("Địa điểm: {{ place }}."),
        p("Thành phần tham dự:"),
        each("line", "present", p("- {{ line }}")),
        when("absent", p("Vắng mặt:"), each("line", "absent", p("- {{ line }}"))),
        p("Chủ trì (chủ tọa): {{ chair }}."),
        p("Thư ký (người ghi biên bản): {{ secretary }}."),
        p("Nội dung: Lấy ý kiến về các nội dung đánh giá của {{ kind }} đối với hồ sơ sản phẩm đăng ký tham gia Chương trình OCOP."),
        p("{%p for dossier in dossiers %}"),
        p("{{ loop.index }}. {{ dossier.title }}", "Item"),
        each("line", "dossier.opinions", p("- {{ line }}")),
        p("{%p endfor %}"),
        when("conclusion", p("Kết luận của chủ trì: {{ conclusion }}")),
        p("Cuộc họp kết thúc vào {{ ends }}./.", "Lead"),
        layout(FOOT_GRID, _signature("THƯ KÝ", "secretary_name"), _signature("CHỦ TỌA", "chair_name")),
        layout((TEXT_WIDTH,), p("Nơi nhận:", "CopiesTitle") + each("line", "copies", p("{{ line }}", "Copies"))),
        section(),
    ])  # fmt: skip


def handover_minutes() -> str:
    """Biên bản bàn giao công việc (Nghị định 30/2020, Mẫu 1.9)."""
    return "".join([
        minutes_head(),
        p("Người chứng kiến (chủ tọa): {{ chair|dots(end='.') }}", "Line"),
        p("Người giao (thư ký): {{ giver|dots(end='.') }}", "Line"),
        p("Người nhận: {{ taker|dots(end='.') }}", "Line"),
        p("Hai bên bàn giao công việc, hồ sơ của Chương trình OCOP như sau:"),
        *_handed("1. Hồ sơ đang làm", "work", (600, 1700, 1700, 2371, 1300, 1400),
                 ("TT", "Sản phẩm", "Trạng thái", "Việc tiếp theo", "Ai làm", "Hạn"),
                 ("dossier", "stage", "next", "who", "due")),
        *_handed("2. Việc có ngày phải làm", "coming", (600, 1500, 4371, 2600),
                 ("TT", "Ngày", "Việc", "Sản phẩm"), ("day", "what", "about")),
        *_handed("3. Văn bản chưa đi hết đường", "papers_left", (600, 3471, 3300, 1700),
                 ("TT", "Văn bản", "Tệp", "Tới đâu"), ("title", "file", "state")),
        *_handed("4. Liên hệ", "contacts", (600, 4971, 3500), ("TT", "Nơi", "Người, việc"), ("place", "who")),
        when("told", p("5. Điều người giao cho biết", "Item"), each("line", "told", p("- {{ line }}"))),
        p("Mật khẩu được giao trực tiếp, không ghi trong biên bản. Việc bàn giao kết thúc vào {{ ends }}; biên bản lập thành 02 bản, mỗi bên giữ 01 bản./.", "Lead"),
        layout(FOOT_GRID, _signature("THƯ KÝ (NGƯỜI GIAO)", "giver_name"), _signature("CHỦ TỌA", "chair_name")),
        layout((TEXT_WIDTH,), _signature("NGƯỜI NHẬN", "taker_name")),
        layout((TEXT_WIDTH,), p("Nơi nhận:", "CopiesTitle") + each("line", "copies", p("{{ line }}", "Copies"))),
        section(),
    ])  # fmt: skip


def _handed(
    title: str, rows: str, widths: tuple[int, ...], heads: tuple[str, ...], names: tuple[str, ...]
) -> tuple[str, str]:
    """A part of what is handed over: its title and its table; where there is nothing, that is said."""
    cells = ("{{ row.number }}", *(f"{{{{ row.{name} }}}}" for name in names))
    listed = when(rows, table(widths, heads, rows, cells, centred=(0,)))
    return p(title, "Item"), listed + when(f"not {rows}", p("Không có."))


def _signature(role: str, name: str) -> str:
    return p(role, "Power") + p("(Ký, ghi rõ họ tên)", "SignNote") + p(f"{{{{ {name} }}}}", "Signer")
