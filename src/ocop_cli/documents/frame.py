"""The parts that every official document shares (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ocop_cli.documents.form import FormInfo
from ocop_cli.programme import Profile
from ocop_cli.programme.profile import Signer, SigningMode
from ocop_cli.viet.dates import show_long_date

NOT_STATED = "(chưa ghi)"
_BLANK_NUMBER = "     "
_BLANK_DAY = "      "


def frame(profile: Profile, form: FormInfo, subject: str, on: date) -> dict[str, Any]:
    """Return agency, number, place and date, copies and signature of a draft.

    The number and the day stay blank: văn thư gives them when the document is issued.
    """
    signer = profile.signers.committee
    return {
        "agency": ["ỦY BAN NHÂN DÂN", f"{profile.commune.kind} {profile.commune.name}".upper()],
        "issuer": committee_name(profile),
        "number": f"Số:{_BLANK_NUMBER}/{_symbol(profile, form)}",
        "place_date": f"{profile.commune.place}, ngày{_BLANK_DAY}tháng {_month_and_year(on)}",
        "subject": subject,
        "copies": copies(profile, form),
        "powers": powers(signer),
        "signer": signer.name,
        "officer": profile.office.officer or "",
    }


def committee_name(profile: Profile) -> str:
    """Return the name of the issuing committee in running text."""
    return f"Ủy ban nhân dân {commune_name(profile)}"


def commune_name(profile: Profile) -> str:
    """Return the commune as written in running text: ``xã Xốp``."""
    return f"{profile.commune.kind} {profile.commune.name}"


def province_name(profile: Profile) -> str:
    """Return the province as written in running text: ``tỉnh Quảng Ngãi``."""
    return f"{profile.province.kind} {profile.province.name}"


def copies(profile: Profile, form: FormInfo) -> list[str]:
    """Return the lines of Nơi nhận: each ends with ``;``, the last is the archive's and ends with ``.``."""
    own = profile.recipients.get(form.id)
    names = own or tuple(line.format(commune=commune_name(profile)) for line in form.copies)
    return [*(f"- {name};" for name in names), f"- Lưu: VT, {profile.office.unit.code}."]


def grounds(form: FormInfo, decision: str) -> list[str]:
    """Return the legal grounds under a decision: each ends with ``;``, the last with ``.``."""
    return as_list(form.grounds.get(decision, ()))


def as_list(lines: Iterable[str]) -> list[str]:
    """Return the lines of a list in a document: each ends with ``;``, the last with ``.``."""
    bare = [line.rstrip().rstrip(".;") for line in lines]
    return [f"{line}{'.' if number == len(bare) else ';'}" for number, line in enumerate(bare, 1)]


def powers(signer: Signer) -> list[str]:
    """Return the lines above a signature for each way of signing (II.7)."""
    head, title = signer.head_title.upper(), signer.title.upper()
    return {
        SigningMode.ON_BEHALF: ["TM. ỦY BAN NHÂN DÂN", title],
        SigningMode.DEPUTY: ["TM. ỦY BAN NHÂN DÂN", f"KT. {head}", title],
        SigningMode.BY_ORDER: [f"TL. {head}", title],
        SigningMode.AUTHORISED: [f"TUQ. {head}", title],
        SigningMode.HEAD: [title],
    }[signer.mode]


def stated(text: object | None) -> str:
    """Return a text, or the words that say it was not given: never a guess, never a blank."""
    return str(text) if text not in (None, "") else NOT_STATED


def _symbol(profile: Profile, form: FormInfo) -> str:
    agency = profile.office.agency_code
    return f"{form.symbol}-{agency}" if form.symbol else f"{agency}-{profile.office.unit.code}"


def _month_and_year(on: date) -> str:
    return show_long_date(on).partition(" tháng ")[2]
