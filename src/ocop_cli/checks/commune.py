"""Province and commune of the profile against the list of administrative units of the day."""

from collections.abc import Iterator

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.programme.places import Places, matching
from ocop_cli.programme.profile import Commune, Profile, Province


def check_commune(file: str, profile: Profile, listed: Places) -> Iterator[Finding]:
    """P060, P061: a code that is not in the list or belongs to another name, a kind that the place does not have."""
    yield from _area(file, "province", profile.province, listed)
    yield from _area(file, "commune", profile.commune, listed)
    commune = listed.by_code.get(profile.commune.code)
    if commune and commune.province and commune.province != profile.province.code:
        province = listed.by_code[commune.province]
        message = f"Mã xã {commune.code} thuộc {province.kind} {province.name}, không thuộc tỉnh ghi ở trên"
        yield _finding("P060", file, ("commune", "code"), message)


def _area(file: str, part: str, written: Province | Commune, listed: Places) -> Iterator[Finding]:
    area = listed.by_code.get(written.code)
    if area is None:
        yield _finding("P060", file, (part, "code"), f"Không có đơn vị hành chính mã {written.code}")
    elif area not in matching(written.name, [area]):
        message = f"Mã {written.code} là của {area.kind} {area.name}, không phải {written.name}"
        yield _finding("P060", file, (part, "code"), message)
    elif area.kind != written.kind.lower():
        message = f"{area.name} nay là {area.kind}, không phải {written.kind}"
        yield _finding("P061", file, (part, "kind"), message)


def _finding(code: str, file: str, field: FieldPath, message: str) -> Finding:
    why = "tên, loại và mã đơn vị in trên mọi văn bản, mã vào mã số sản phẩm"
    hint = "đối chiếu danh mục đơn vị hành chính rồi sửa dòng này."
    return Finding(code, Severity.WARNING, message, Place(file, field), why, hint)
