"""Personal data that stand in the shared dossier instead of ``private/``."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from ocop_cli.dossier.private import is_out_of_reach
from ocop_cli.dossier.producer import SharedProducer
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.viet.fields import Record
from ocop_cli.viet.personal import kinds_of_personal, may_be_personal

_HASHES: Any = {"papers": {"__all__": {"sha256"}}}
_HINTS = {
    "tax_code": "mã số thuế của hộ nay là số định danh của chủ hộ: chỉ giữ khi cần đối chiếu; tệp không vào lịch sử git, trừ khi xã cho",
    "file": "đổi tên tệp giấy tờ, bỏ số ấy khỏi tên, rồi sửa ở đây",
}
_HINT = "xóa số căn cước, không biểu mẫu nào cần; số điện thoại, địa chỉ thư chuyển sang tệp cùng tên trong private/"


def check_personal_data(case: Case) -> Iterator[Finding]:
    """P020: a citizen id, a telephone number or an address of mail stands in a dossier that is shared."""
    if case.typed and not may_be_personal(case.typed):  # nearly every dossier holds none
        return iter(())
    is_elsewhere = isinstance(case.dossier.producer, SharedProducer)  # told once, where the record is checked
    return personal_data(case.dossier, case.place, exclude={"producer"} if is_elsewhere else set())


def check_named_files(case: Case) -> Iterator[Finding]:
    """P024: a paper of the dossier is named in ``private/``, in the backups or in the history."""
    named: list[tuple[FieldPath, str | None]] = [
        (("papers", number, "file"), paper.file) for number, paper in enumerate(case.dossier.papers)
    ]
    if case.dossier.evaluation and case.dossier.evaluation.report:
        field = (*case.dossier.field_of(case.dossier.evaluation), "report", "file")
        named.append((field, case.dossier.evaluation.report.file))
    for path, file in named:
        if file and is_out_of_reach(file):
            yield case.find(
                "P024",
                path,
                "Giấy tờ lấy từ thư mục riêng của chương trình",
                "chép tệp vào papers/ rồi ghi đường dẫn mới",
                why="tệp ở đó là dữ liệu cá nhân hoặc bản lưu, không gửi đi theo bộ hồ sơ",
            )


def personal_data(
    record: Record, place: Callable[..., Place], *, exclude: Collection[str] = ()
) -> Iterator[Finding]:
    """Yield a finding for each text of a shared record that holds personal data, whatever its field; the data are not repeated."""
    whole = record.model_dump_json(exclude_none=True, exclude=_HASHES)
    if not kinds_of_personal(whole):  # nearly every record holds none
        return
    for path, text in _texts(record.model_dump(mode="json", by_alias=True, exclude=set(exclude)), ()):
        if path and (kinds := kinds_of_personal(text)):
            yield Finding(
                "P020",
                Severity.HINT if path[-1] == "tax_code" else Severity.WARNING,
                f"Có {', '.join(kinds)} trong hồ sơ dùng chung",
                place(*path),
                why="dữ liệu cá nhân phải để riêng, không đưa vào lịch sử chung",
                hint=_HINTS.get(str(path[-1]), _HINT),
            )


def _texts(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*path, number))
    elif isinstance(value, str):
        yield path, value
