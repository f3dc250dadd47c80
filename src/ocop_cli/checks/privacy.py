"""Personal data that stand in the shared dossier instead of ``private/``."""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

from ocop_cli.dossier.producer import SharedProducer
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.viet.fields import Record

_BEGINNING = re.compile(r"(?:0|\+84)[0-9]{9}")
_HASHES: Any = {"papers": {"__all__": {"sha256"}}}
_CITIZEN_ID = re.compile(r"(?<![0-9])0[0-9]{11}(?![0-9])")
_PHONE = re.compile(r"(?<![0-9])(0|\+84)[35789][0-9]{8}(?![0-9])")
_OPEN = ("number", "tax_code", "sha256", "file", "facts")  # numbers of papers and hashes are no people


def check_personal_data(case: Case) -> Iterator[Finding]:
    """P020: a citizen id or a telephone number stands in a dossier that is shared."""
    is_elsewhere = isinstance(case.dossier.producer, SharedProducer)  # told once, where the record is checked
    return personal_data(case.dossier, case.place, exclude={"producer"} if is_elsewhere else set())


def personal_data(
    record: Record, place: Callable[..., Place], *, exclude: Collection[str] = ()
) -> Iterator[Finding]:
    """Yield a finding for each text of a shared record that holds a citizen id or a telephone number."""
    whole = record.model_dump_json(by_alias=True, exclude_none=True, exclude=_HASHES)
    if not _BEGINNING.search(whole):  # both begin so, and nearly every record holds neither
        return
    for path, text in _texts(record.model_dump(mode="json", by_alias=True, exclude=set(exclude)), ()):
        if path and path[-1] not in _OPEN and (_CITIZEN_ID.search(text) or _PHONE.search(text)):
            yield Finding(
                "P020",
                Severity.WARNING,
                "Có số căn cước hoặc số điện thoại trong hồ sơ dùng chung",
                place(*path),
                why="dữ liệu cá nhân phải để riêng, không đưa vào lịch sử chung",
                hint="xóa số căn cước, không biểu mẫu nào cần; số điện thoại chuyển sang tệp cùng tên trong private/",
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
