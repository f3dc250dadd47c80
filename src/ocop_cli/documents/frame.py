"""The parts that every official document shares (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.programme.choices import SigningMode
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile, Signer
from ocop_cli.programme.residence import village_heads
from ocop_cli.viet.dates import show_long_date
from ocop_cli.viet.names import without_kind
from ocop_cli.viet.personal import masked
from ocop_cli.viet.text import as_sentence, fold, upper_first

DOTTED = "…………………………"
"""The line on a slip that people fill by hand; never on a paper that an agency issues."""

DOTTED_SHORT = "…………"
"""The same in a cell, or for a number or a day."""

FROM_THE_PROFILE = frozenset(
    {"superior", "agency", "issuer", "number", "powers", "signer", "officer", "kind"}
)
"""The values of the frame that rest on the profile and the form alone: no dossier, no meeting changes them."""

_BLANK_NUMBER = "     "
_BLANK_DAY = "      "
_HEAD_AND_DEPUTIES = "Chủ tịch, các PCT"
_KINDS = {"BC": "Báo cáo", "KH": "Kế hoạch"}  # the papers that carry annexes in their own file


def frame(profile: Profile, form: FormInfo, subject: str, on: date) -> dict[str, Any]:
    """Return agency, number, place and date, copies and signature of a draft.

    Keys: ``superior``, ``agency``, ``copies``, ``powers`` (lines); ``issuer``, ``number``, ``place_date``,
    ``subject``, ``signer``, ``officer``, ``kind`` of commune (texts).

    The number and the day stay blank: văn thư gives them when the document is issued.
    """
    by_unit = profile.is_issued_by_unit(form.id)
    signer = _signer(profile, by_unit=by_unit)
    return {
        **_issuer(profile, by_unit=by_unit),
        "number": f"Số:{_BLANK_NUMBER}/{_symbol(profile, form, by_unit=by_unit)}",
        "place_date": f"{place_name(profile)}, ngày{_BLANK_DAY}tháng {_month_and_year(on)}",
        "subject": subject,
        "copies": copies(profile, form),
        "powers": powers(signer, collective=not by_unit),
        "signer": signer.name,
        "officer": profile.office.officer or "",
        "kind": commune_kind(profile),
    }


def annexed_to(profile: Profile, form: FormInfo, on: date) -> str:
    """Return the paper that an annex goes with, its number and day blank as on its first page (Phụ lục I, III)."""
    by_unit = profile.is_issued_by_unit(form.id)
    symbol, issuer = _symbol(profile, form, by_unit=by_unit), _issuer(profile, by_unit=by_unit)["issuer"]
    day = f"ngày{_BLANK_DAY}tháng {_month_and_year(on)}"
    return f"{_KINDS[form.symbol]} số{_BLANK_NUMBER}/{symbol} {day} của {issuer}"


def _issuer(profile: Profile, *, by_unit: bool) -> dict[str, Any]:
    """Return who issues: the People's Committee names no superior, a unit names the committee above itself."""
    commune = commune_name(profile).upper()
    if by_unit:
        unit = profile.office.unit.name
        return {"superior": [f"UBND {commune}"], "agency": [unit.upper()], "issuer": unit}
    return {"superior": [], "agency": ["ỦY BAN NHÂN DÂN", commune], "issuer": committee_name(profile)}


def _signer(profile: Profile, *, by_unit: bool) -> Signer:
    if not by_unit:
        return profile.signers.committee
    if profile.signers.unit is None:
        raise OcopError(
            "Chưa ghi người ký văn bản của Phòng.",
            'Ghi: `ocop set xã "người ký của phòng=HỌ TÊN" "chức vụ người ký của phòng=Trưởng phòng" "quyền hạn ký của phòng=HEAD"`.',
            code="P002",
        )
    return profile.signers.unit


def committee_name(profile: Profile) -> str:
    """Return the name of the issuing committee in running text."""
    return f"Ủy ban nhân dân {commune_name(profile)}"


def commune_name(profile: Profile) -> str:
    """Return the commune as written in running text: ``xã Xốp``. It stands in properties and titles that all may read."""
    commune = profile.commune
    return masked(f"{commune.kind} {without_kind(commune.name, commune.kind)}")


def commune_kind(profile: Profile) -> str:
    """Return what the commune is, as written in running text: ``xã``, ``phường``, ``đặc khu``."""
    return profile.commune.kind.lower()


def inside(text: str, kind: str) -> str:
    """Say of what lies in the commune where it lies: “trong xã”, as facts say it everywhere, is “trong phường” on papers of one."""
    return text.replace("trong xã", f"trong {kind}")


def place_name(profile: Profile) -> str:
    """Return the name before the day on a paper: of the place alone, with its kind where the decree asks for the full name.

    It does for names of people and events, which only the commune can tell, and for numbers (Phụ lục I, II.4.a).
    """
    commune = profile.commune
    name = without_kind(commune.place, commune.kind)
    is_full = commune.full_place or name[:1].isdigit()
    return f"{upper_first(commune.kind.lower())} {name}" if is_full else name


def province_name(profile: Profile) -> str:
    """Return the province as written in running text: ``tỉnh Quảng Ngãi``."""
    province = profile.province
    return f"{province.kind} {without_kind(province.name, province.kind)}"


def copies(profile: Profile, form: FormInfo) -> list[str]:
    """Return the lines of Nơi nhận: each ends with ``;``, the last is the archive's and ends with ``.``."""
    own = profile.recipients_of(form.id)
    head = _signs_as_head(profile, form)
    usual = (_without_signer(line) if head else line for line in form.copies)
    slots = {
        "commune": commune_name(profile),
        "kind": commune_kind(profile),
        "province": province_name(profile),
        "heads": village_heads(profile.commune),
    }
    names = own or tuple(line.format(**slots) for line in usual)
    return [*(f"- {name};" for name in names), f"- Lưu: VT, {profile.office.unit.code}."]


def _signs_as_head(profile: Profile, form: FormInfo) -> bool:
    """Say whether the Chairman himself signs: he is no recipient of his own paper then."""
    signer = profile.signers.committee
    as_head = signer.mode is SigningMode.ON_BEHALF and fold(signer.title) == fold(signer.head_title)
    return as_head and not profile.is_issued_by_unit(form.id)


def _without_signer(line: str) -> str:
    """Nobody reports to himself: of those told by way of report (b/c) only the deputies remain, for their work."""
    if not line.startswith(_HEAD_AND_DEPUTIES) or not line.endswith("(b/c)"):
        return line
    return f"Các PCT{line.removeprefix(_HEAD_AND_DEPUTIES).removesuffix('(b/c)').rstrip()}"


def as_list(lines: Iterable[str]) -> list[str]:
    """Return the lines of a list in a document: each ends with ``;``, the last with ``.``; sentences all with ``.``."""
    bare = [line.rstrip().rstrip(".;") for line in lines]
    between = "." if any(". " in line for line in bare) else ";"
    return [f"{line}{'.' if number == len(bare) else between}" for number, line in enumerate(bare, 1)]


def powers(signer: Signer, *, collective: bool = True) -> list[str]:
    """Return the lines above a signature for each way of signing (Điều 13; Phụ lục I, II.7).

    Only a ``collective``, the People's Committee, is signed for with TM.
    """
    head, title = signer.head_title.upper(), signer.title.upper()
    behalf = ["TM. ỦY BAN NHÂN DÂN"] if collective else []
    return {
        SigningMode.ON_BEHALF: [*behalf, title],
        SigningMode.DEPUTY: [*behalf, f"KT. {head}", title],
        SigningMode.ACTING: [*behalf, f"Q. {head}"],
        SigningMode.BY_ORDER: [f"TL. {head}", title],
        SigningMode.BY_ORDER_DEPUTY: [f"TL. {head}", f"KT. {title.removeprefix('PHÓ ')}", title],
        SigningMode.AUTHORISED: [f"TUQ. {head}", title],
        SigningMode.HEAD: [title],
    }[signer.mode]


def dotted(text: object | None, line: str = DOTTED) -> str:
    """Return a text of a slip, or the dotted line on which people write it by hand."""
    return str(text) if text not in (None, "") else line


def dotted_sentence(text: object | None) -> str:
    """Return free text of a slip as a sentence, or the dotted line on which people write it by hand."""
    return dotted(as_sentence(str(text)) if text else "")


def _symbol(profile: Profile, form: FormInfo, *, by_unit: bool) -> str:
    """Return ký hiệu: kind and agency; of an official letter the agency and the unit or field (II.3.b)."""
    office = profile.office
    agency = office.unit.code if by_unit else office.agency_code
    if form.symbol:
        return f"{form.symbol}-{agency}"
    return f"{agency}-{office.field_code if by_unit else office.unit.code}"


def _month_and_year(on: date) -> str:
    return show_long_date(on).partition(" tháng ")[2]
