"""The profile: province and commune against the list of administrative units of the day, signers against their powers."""

from collections.abc import Callable, Iterator

from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.programme.choices import SIGNING_MODES
from ocop_cli.programme.places import Places, matching
from ocop_cli.programme.profile import Commune, Profile, Province
from ocop_cli.programme.signing import mode_fitting

_MODE = {"committee": "quyền hạn ký", "unit": "quyền hạn ký của phòng"}


def check_commune(file: str, profile: Profile, listed: Places) -> Iterator[Finding]:
    """P060, P061: a code that is not in the list or belongs to another name, a kind that the place does not have."""
    yield from _area(file, "province", profile.province, listed)
    yield from _area(file, "commune", profile.commune, listed)
    commune = listed.by_code.get(profile.commune.code)
    if commune and commune.province and commune.province != profile.province.code:
        province = listed.by_code[commune.province]
        message = f"Mã xã {commune.code} thuộc {province.kind} {province.name}, không thuộc tỉnh ghi ở trên"
        yield _finding("P060", file, ("commune", "code"), message)


def check_signers(file: str, profile: Profile, cite: Callable[[], str]) -> Iterator[Finding]:
    """P053: the power to sign does not go with the title: a deputy signs in the head's place (KT.), and nobody else so.

    ``cite`` gives the place of the decree that says so.
    """
    signers = {"committee": profile.signers.committee, "unit": profile.signers.unit}
    for part, signer in signers.items():
        fitting = mode_fitting(signer.title, signer.mode, unit=part == "unit") if signer else None
        if signer and fitting and fitting is not signer.mode:
            yield Finding(
                "P053",
                Severity.WARNING,
                f"{signer.title} ghi quyền hạn ký “{SIGNING_MODES[signer.mode]}”",
                Place(file, ("signers", part, "mode" if "mode" in signer.model_fields_set else "title")),
                f"ký sai quyền hạn thì văn bản không đúng thể thức ({cite()})",
                f"ghi “{SIGNING_MODES[fitting]}”: "
                f'`ocop set xã "{_MODE[part]}={SIGNING_MODES[fitting]}"`, hoặc sửa chức vụ',
            )


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
