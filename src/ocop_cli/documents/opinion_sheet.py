"""Values of the sheet on which a unit gives its opinion: only the contents that it can judge, and the dossier as a whole."""

from collections.abc import Mapping, Sequence
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.documents.frame import frame, place_name
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import word
from ocop_cli.errors import OcopError
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.units import same_unit
from ocop_cli.rules.decision import Ruleset
from ocop_cli.viet.dates import show_long_date
from ocop_cli.viet.text import upper_first

GENERAL_WORDS = "ý kiến chung về hồ sơ"
"""What an opinion is about that is of no single content."""
_BOXES = dict.fromkeys(("agree", "amend", "disagree"), "☐")
_NONE = dict.fromkeys(_BOXES, "–")
_EMPTY = dict.fromkeys(_BOXES, "")


def opinion_sheet_values(
    unit: str,
    meeting_id: str,
    meeting: Meeting,
    dossiers: Mapping[str, tuple[Dossier, Ruleset | None]],
    profile: Profile,
    form: FormInfo,
) -> dict[str, Any]:
    """Return the values of the sheet of one unit; ``dossiers`` come with the law for them where it is known.

    Keys: those of ``frame``; ``unit``, ``meeting_code``, ``time``, ``signed_at`` (texts); ``items`` (rows: strong, number,
    content, code, agree, amend, disagree). By the codes of meeting and dossiers a sheet is read when it comes back.
    """
    listed = [(i, *dossiers[i]) for i in meeting.dossiers if i in dossiers]
    subject = f"Về các nội dung đánh giá sản phẩm OCOP năm {meeting.on.year}"
    return {
        **frame(profile, form, subject, meeting.on),
        "unit": unit,
        "meeting_code": meeting_id,
        "time": show_long_date(meeting.on),
        "signed_at": f"{place_name(profile)}, ngày      tháng      năm {meeting.on.year}",
        "items": [
            row
            for number, (dossier_id, dossier, law) in enumerate(listed, 1)
            for row in _rows(number, dossier_id, dossier, asked_contents(unit, profile, law))
        ],
    }


def values_of_before(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values as sheets printed them that had no codes yet, and no row for a dossier as a whole."""
    general = upper_first(GENERAL_WORDS)
    items = [{**row, "code": ""} for row in values["items"] if row["content"] != general]
    return {**values, "meeting_code": "", "items": items}


def asked_contents(unit: str, profile: Profile, law: Ruleset | None) -> Sequence[CommuneContent]:
    """Return the contents of a dossier that a unit is asked about: its own that the law leaves to the commune.

    Raises ``OcopError`` for a content of the settings that the law does not leave to the commune.
    """
    return [c for c in contents_of(unit, profile) if law is None or law.is_judged(c)]


def contents_of(unit: str, profile: Profile) -> Sequence[CommuneContent]:
    """Return the contents that a unit can judge: those its settings name, else all.

    Raises ``OcopError`` for a content that the law does not leave to the commune.
    """
    named = next((own.contents for own in profile.office.consulted if same_unit(own.name, unit)), ())
    known = {content.value: content for content in CommuneContent}
    unknown = [name for name in named if name not in known]
    if unknown:
        raise OcopError(
            f"{unit}: không có nội dung đánh giá “{unknown[0]}”.",
            f"Sửa “Nội dung cho ý kiến” của đơn vị này trong ocop.yaml; dùng: {', '.join(known)}.",
        )
    return [known[name] for name in named] or list(CommuneContent)


def _rows(
    number: int, dossier_id: str, dossier: Dossier, contents: Sequence[CommuneContent]
) -> list[dict[str, Any]]:
    title = f"{dossier.product.name} ({dossier.producer.name})"
    rows = [_row(word(content), _BOXES) for content in contents]
    none = [] if rows else [_row("Không có nội dung cần ý kiến của đơn vị", _NONE)]
    general = _row(upper_first(GENERAL_WORDS), _BOXES)
    head = {**_row(title, _EMPTY), "strong": True, "number": str(number), "code": f", mã {dossier_id}"}
    return [head, *rows, *none, general]


def _row(content: str, boxes: Mapping[str, str]) -> dict[str, Any]:
    return {"strong": False, "number": "", "content": content, "code": "", **boxes}
