"""The columns of the open data: typed, codes as text, nothing about a person; and rows as JSON lines."""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

SCHEMA = "ocop/open@1"
OpenValue = str | int | None
OpenRow = Mapping[str, OpenValue]


class OpenType(StrEnum):
    """What a column holds: text (also codes), whole numbers, days."""

    TEXT = "text"
    WHOLE = "whole"
    DAY = "day"


class OpenColumn(NamedTuple):
    """A column: its name, what it holds, what that means, and whether every row has it."""

    name: str
    type: OpenType
    meaning: str
    is_needed: bool = False


OPEN_COLUMNS = (
    OpenColumn("schema", OpenType.TEXT, "Mã khuôn dạng", is_needed=True),
    OpenColumn("province", OpenType.TEXT, "Mã tỉnh, hai chữ số", is_needed=True),
    OpenColumn("commune", OpenType.TEXT, "Mã xã, năm chữ số", is_needed=True),
    OpenColumn("commune_name", OpenType.TEXT, "Tên xã", is_needed=True),
    OpenColumn("as_of", OpenType.DAY, "Ngày của số liệu", is_needed=True),
    OpenColumn("rows", OpenType.WHOLE, "Số dòng của xã trong tệp: thiếu dòng là tệp bị cắt", is_needed=True),
    OpenColumn("unread", OpenType.WHOLE, "Số hồ sơ của xã không đọc được, không có dòng", is_needed=True),
    OpenColumn("id", OpenType.TEXT, "Mã hồ sơ trong xã", is_needed=True),
    OpenColumn("product", OpenType.TEXT, "Tên sản phẩm", is_needed=True),
    OpenColumn("product_set", OpenType.WHOLE, "Số của bộ sản phẩm"),
    OpenColumn("product_group", OpenType.TEXT, "Ngành hàng"),
    OpenColumn("producer_kind", OpenType.TEXT, "Loại hình chủ thể"),
    OpenColumn("producer", OpenType.TEXT, "Tên chủ thể; của hộ thì để trống"),
    OpenColumn("track", OpenType.TEXT, "Diện tham gia", is_needed=True),
    OpenColumn("year", OpenType.WHOLE, "Năm tham gia", is_needed=True),
    OpenColumn("stage", OpenType.TEXT, "Trạng thái hồ sơ", is_needed=True),
    OpenColumn("late", OpenType.WHOLE, "Số việc đã làm trễ hạn", is_needed=True),
    OpenColumn("star", OpenType.WHOLE, "Hạng sao được công nhận"),
    OpenColumn("standing", OpenType.TEXT, "Giá trị của giấy chứng nhận"),
    OpenColumn("recognised_on", OpenType.DAY, "Ngày công nhận gần nhất"),
    OpenColumn("expires_on", OpenType.DAY, "Ngày giấy chứng nhận hết hạn"),
    OpenColumn("labour", OpenType.WHOLE, "Lao động"),
    OpenColumn("local_labour", OpenType.WHOLE, "Lao động thường trú trong xã"),
    OpenColumn("revenue_year", OpenType.WHOLE, "Năm gần nhất có doanh thu"),
    OpenColumn("revenue_vnd", OpenType.WHOLE, "Doanh thu năm đó, đồng"),
)
"""Named so that no two differ by case alone; a day is text of ISO form in JSON lines, a date in Parquet."""


def open_lines(rows: Iterable[OpenRow]) -> bytes:
    """Return rows as JSON lines."""
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return "".join(f"{line}\n" for line in lines).encode()
