"""What a failed Pydantic check says in Vietnamese: one finding per error, at its field."""

from difflib import get_close_matches
from typing import Any, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.viet.text import lower_first

_MESSAGES = {
    "missing": ("S001", "Thiếu mục bắt buộc “{key}”"),
    "extra_forbidden": ("S002", "Không có mục nào tên “{key}”"),
    "enum": ("S003", "“{key}” phải là một trong: {expected}"),
    "literal_error": ("S003", "“{key}” phải là một trong: {expected}"),
    "list_type": ("S004", "“{key}” phải là một danh sách, mỗi dòng bắt đầu bằng dấu -"),
    "tuple_type": ("S004", "“{key}” phải là một danh sách, mỗi dòng bắt đầu bằng dấu -"),
    "model_type": ("S005", "“{key}” phải gồm các mục con, mỗi mục một dòng"),
    "model_attributes_type": ("S005", "“{key}” phải gồm các mục con, mỗi mục một dòng"),
    "dict_type": ("S005", "“{key}” phải gồm các mục con, mỗi mục một dòng"),
    "string_type": ("S006", "“{key}” phải là chữ, đặt trong nháy nếu có dấu hai chấm hoặc ngoặc"),
    "ocop_word": ("S003", "“{key}” {message}"),
    "string_too_short": ("S007", "“{key}”: ô này chưa có nội dung"),
    "ocop_empty": ("S007", "“{key}”: {message}"),
    "ocop_date": ("S008", "“{key}”: {message}"),
    "ocop_money": ("S009", "“{key}”: {message}"),
    "ocop_decimal": ("S010", "“{key}”: {message}"),
    "ocop_percent": ("S011", "“{key}”: {message}"),
    "ocop_count": ("S012", "“{key}”: {message}"),
    "ocop_yes_no": ("S013", "“{key}”: {message}"),
    "ocop_pattern": ("S014", "“{key}”: {message}"),
    "ocop_no_producer": ("C001", "“{key}”: {message}"),
    "ocop_broken_producer": ("C002", "“{key}”: {message}"),
    "string_pattern_mismatch": ("S014", "“{key}” không đúng dạng"),
    "greater_than_equal": ("S015", "“{key}” phải từ {ge} trở lên"),
    "less_than_equal": ("S015", "“{key}” nhiều nhất là {le}"),
}
_OTHER = ("S016", "“{key}” có giá trị không dùng được")
_MANY = ("S016", "“{key}” phải là một giá trị, không phải danh sách hay nhiều mục con")
_ADD_LINE, _AT_LINE, _AND_CHECK = "thêm dòng", "sửa giá trị tại dòng này", " rồi chạy lại `ocop check`"
_ONE_VALUE = frozenset({"int_type", "decimal_type", "date_type", "bool_type"})
"""What Pydantic says of a list or a mapping where one value belongs; a text that fits none has its own message."""


def explain_errors(error: ValidationError, model: type[BaseModel], file: str) -> list[Finding]:
    """Turn every error of a validation into a finding at its field; the store adds line and column."""
    return [_finding(detail, model, file) for detail in error.errors(include_url=False, include_input=False)]


def _finding(detail: ErrorDetails, model: type[BaseModel], file: str) -> Finding:
    field: FieldPath = detail["loc"]
    code, pattern = _MESSAGES.get(detail["type"], _MANY if detail["type"] in _ONE_VALUE else _OTHER)
    context = {"expected": "", **detail.get("ctx", {})}
    message = pattern.format_map(
        context
        | {
            "key": field[-1] if field else file,
            "message": detail["msg"],
            "expected": context["expected"].replace(" or ", ", ").replace("'", ""),
        }
    )
    return Finding(
        code,
        Severity.ERROR,
        message,
        Place(file, field, on_key=detail["type"] == "extra_forbidden"),
        hint=_hint(detail, model, field),
    )


def _meaning(model: type[BaseModel], field: FieldPath) -> str:
    info = _field_info(model, field)
    return (info.description or "") if info is not None else ""


def _hint(detail: ErrorDetails, model: type[BaseModel], field: FieldPath) -> str:
    if cure := detail.get("ctx", {}).get("cure"):
        return str(cure)
    meaning = lower_first(_meaning(model, field)).rstrip(".")
    if detail["type"] == "missing":
        return f"{_ADD_LINE} “{field[-1]}: …”{f' ({meaning})' if meaning else ''}"
    if detail["type"] == "extra_forbidden":
        known = _keys(_model_at(model, field[:-1]))
        near = get_close_matches(str(field[-1]), known, n=1)
        others = f", hoặc dùng: {', '.join(known)}" if known else ""
        return f"có phải “{near[0]}”?" if near else f"bỏ mục này{others}"
    return f"{_AT_LINE}{f' ({meaning})' if meaning else _AND_CHECK}"


def cure_of_entered(hint: str) -> str:
    """Return the cure of an error in what was just typed: there is no line of a file to mend."""
    if hint.startswith(_ADD_LINE):
        return "ghi thêm mục này"
    return hint.removesuffix(_AND_CHECK).replace(_AT_LINE, "ghi lại giá trị này")


def _keys(model: type[BaseModel] | None) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _field_info(model: type[BaseModel], field: FieldPath) -> Any:
    names = [part for part in field if isinstance(part, str)]
    owner = _model_at(model, field[: field.index(names[-1])]) if names else None
    return _fields_by_key(owner).get(names[-1]) if owner and names else None


def _fields_by_key(model: type[BaseModel]) -> dict[str, Any]:
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _model_at(model: type[BaseModel], field: FieldPath) -> type[BaseModel] | None:
    """Follow the names of a field path through the annotations to the model that holds the last of them."""
    here: type[BaseModel] | None = model
    is_entry = False  # the part is the name of an entry of a dict: the model stays the same
    for part in field:
        if is_entry or not isinstance(part, str) or here is None:
            is_entry = False
            continue
        info = _fields_by_key(here).get(part)
        here = _inner_model(info.annotation) if info else None
        is_entry = info is not None and get_origin(info.annotation) is dict
    return here


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    """Find the record inside ``tuple[Record, ...]``, ``Record | None`` or ``dict[str, Record]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_inner_model(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in found if model), None)
