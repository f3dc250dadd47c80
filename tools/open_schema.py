"""The JSON Schema of one line of a commune's open data."""

from ocop_cli.reports.open_columns import OPEN_COLUMNS, SCHEMA, OpenType


def open_schema() -> dict[str, object]:
    """Return the JSON Schema of one line."""
    types = {OpenType.TEXT: "string", OpenType.WHOLE: "integer", OpenType.DAY: "string"}
    properties: dict[str, object] = {}
    for column in OPEN_COLUMNS:
        kind = types[column.type]
        allowed: object = kind if column.is_needed else [kind, "null"]
        form = {"format": "date"} if column.type is OpenType.DAY else {}
        properties[column.name] = {"title": column.meaning, "type": allowed, **form}
    properties["schema"] = {"const": SCHEMA, "title": "Mã khuôn dạng"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dữ liệu mở: một dòng của tệp JSON lines",
        "type": "object",
        "properties": properties,
        "required": [column.name for column in OPEN_COLUMNS],
        "additionalProperties": False,
    }
