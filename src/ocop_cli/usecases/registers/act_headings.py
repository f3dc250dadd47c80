"""What the headings of a table of acts mean: the field titles of each kind, and what people write for them."""

from collections.abc import Iterable, Iterator

from ocop_cli.programme.log_entry import LogEntry
from ocop_cli.programme.log_kind import LogField, LogKind, LogKinds
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.store.foreign.workbook import Sheet
from ocop_cli.usecases.registers.sheet_table import SheetColumn, SheetTable, heading_key, table_of

KIND, ON, NUMBER, _SERIAL = "kind", "on", "number", "serial"
_OWN = "Loại hoạt động"
_EVERYDAY: dict[str, tuple[str, ...]] = {
    NUMBER: ("Số",),  # as `ocop export` heads the number of an act; others only count their rows
    _SERIAL: ("TT", "STT", "Số TT", "Số thứ tự"),
    KIND: (_OWN, "Loại việc", "Loại"),
    ON: ("Ngày", "Ngày tháng", "Ngày thực hiện", "Ngày tổ chức", "Thời gian", "Thời gian thực hiện", "Từ ngày", "Ngày bắt đầu"),
    "until": ("Đến ngày", "Ngày kết thúc", "Hạn", "Thời hạn", "Hạn hoàn thành"),
    "what": ("Tên", "Tên hoạt động", "Tên việc", "Nội dung thực hiện", "Nội dung hoạt động", "Nội dung công việc", "Chủ đề",
        "Hỗ trợ gì", "Đã giúp gì", "Đã thấy gì"),
    "channel": ("Hình thức", "Kênh tuyên truyền", "Hình thức tuyên truyền"),
    "villages": ("Thôn, bản", "Thôn, làng", "Địa bàn"),
    "place": ("Nơi", "Nơi tổ chức", "Nơi thấy"),
    "unit": ("Đơn vị", "Đơn vị thực hiện", "Đơn vị tổ chức", "Đơn vị chủ trì", "Chủ trì", "Người thực hiện", "Phụ trách", "Ai nêu", "Người nêu"),
    "people": ("Số lượng người", "Số người tham gia", "Số người dự", "Số lượt người", "Lượt người", "Tổng số người"),
    "women": ("Nữ", "Số nữ"),
    "minority": ("Dân tộc thiểu số", "DTTS", "Người DTTS", "Số người DTTS"),
    "attendees": ("Người dự", "Danh sách", "Danh sách người dự"),
    "producers": ("Tên chủ thể", "Cơ sở", "Chủ thể tham gia"),
    "products": ("Tên sản phẩm", "Sản phẩm OCOP", "Mã hồ sơ"),
    "source": ("Nguồn", "Nguồn vốn"),
    "amount_vnd": ("Kinh phí", "Giá trị", "Chi phí"),
    "sold_vnd": ("Doanh thu", "Doanh số bán"),
    "income_vnd": ("Thu nhập", "Thu nhập bình quân"),
    "paper": ("Số văn bản", "Giấy tờ"),
    "done": ("Xong", "Hoàn thành", "Tình trạng", "Trạng thái"),
    "decided_by": ("Ai giải quyết",),
    "outcome": ("Ghi chú", "Kết quả thực hiện", "Đánh giá"),
}  # fmt: skip
"""What people write over a column beside the title of its field."""
OF_THE_ROW = frozenset({KIND, NUMBER, _SERIAL})
"""What a column may say that is no field of an act."""
_DAY = LogField(ON, "Ngày", needed=True)


def act_tables(sheets: Iterable[Sheet], kinds: LogKinds) -> Iterator[tuple[SheetTable, LogKind | None]]:
    """Yield the tables of acts in the sheets that show, each with the kind that the name of its sheet says of all rows."""
    for sheet in sheets:
        of_sheet = kinds.called(sheet.name)
        needed = frozenset({ON} if of_sheet else {KIND, ON})
        table = None if sheet.is_hidden else table_of(sheet, _meanings(kinds), needed)
        if table is not None:
            yield table, of_sheet


def holds_acts(sheet: Sheet) -> bool:
    """Say whether a sheet is a table of acts as ``ocop export`` writes it: it is no register."""
    usual = {key: name for key, name in _meanings(load_log_kinds()).items() if name != KIND}
    return table_of(sheet, usual | {heading_key(_OWN): KIND}, frozenset({KIND, ON})) is not None


def field_of(kind: LogKind, kinds: LogKinds, column: SheetColumn) -> LogField | None:
    """Return the field of a kind that a column holds: called so in this kind, in all, or in another one."""
    for heading in (column.heading, column.heading.rpartition(": ")[2]):
        for name in _meant(heading_key(heading), kind, kinds):
            if found := _DAY if name == ON else kind.field(name):
                return found
    return None


def _meant(key: str, kind: LogKind, kinds: LogKinds) -> Iterator[str]:
    """Yield the fields that a heading may stand for, the likeliest first."""
    yield from (each.name for each in kind.fields if key == heading_key(each.title))
    yield from (name for name in LogEntry.model_fields if key in _keys(name))
    yield from (f.name for each in kinds.kinds.values() for f in each.fields if key == heading_key(f.title))


def _meanings(kinds: LogKinds) -> dict[str, str]:
    """Return what each heading means in most kinds: folded heading → field."""
    others = {heading_key(each.title): each.name for kind in kinds.kinds.values() for each in kind.fields}
    names = (NUMBER, _SERIAL, KIND, *LogEntry.model_fields)
    return others | {key: name for name in dict.fromkeys(names) for key in _keys(name)}


def _keys(name: str) -> list[str]:
    """Return the headings of a field that stand for it in every kind."""
    field = LogEntry.model_fields.get(name)
    said = _EVERYDAY.get(name, ())
    return [heading_key(each) for each in (*([str(field.title)] if field else []), *said)]
