"""Province and commune of the profile against the list of administrative units of the day."""

from collections.abc import Iterator

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.programme import places as units
from ocop_cli.programme.profile import Commune, Profile, Province


def check_place(file: str, profile: Profile, places: units.Places) -> Iterator[Finding]:
    """P060, P061: a code that is not in the list or belongs to another name, a kind that the unit does not have."""
    yield from _unit(file, "province", profile.province, places)
    yield from _unit(file, "commune", profile.commune, places)
    commune = places.by_code.get(profile.commune.code)
    if commune and commune.province and commune.province != profile.province.code:
        province = places.by_code[commune.province]
        message = f"Mã xã {commune.code} thuộc {province.kind} {province.name}, không thuộc tỉnh ghi ở trên"
        yield _finding("P060", file, ("commune", "code"), message)


def _unit(file: str, part: str, written: Province | Commune, places: units.Places) -> Iterator[Finding]:
    unit = places.by_code.get(written.code)
    if unit is None:
        yield _finding("P060", file, (part, "code"), f"Không có đơn vị hành chính mã {written.code}")
    elif unit not in units.matching(written.name, [unit]):
        message = f"Mã {written.code} là của {unit.kind} {unit.name}, không phải {written.name}"
        yield _finding("P060", file, (part, "code"), message)
    elif unit.kind != written.kind.lower():
        message = f"{unit.name} nay là {unit.kind}, không phải {written.kind}"
        yield _finding("P061", file, (part, "kind"), message)


def _finding(code: str, file: str, field: FieldPath, message: str) -> Finding:
    why = "tên, loại và mã đơn vị in trên mọi văn bản, mã vào mã số sản phẩm"
    hint = "đối chiếu danh mục đơn vị hành chính rồi sửa dòng này."
    return Finding(code, Severity.WARNING, message, Place(file, field), why, hint)
