"""Values of the letter by which a dossier goes back to its producer: why, what to add, by when."""

from typing import Any

from ocop_cli.documents.frame import as_list, committee_name, commune_name, frame
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.meeting import dossier_title
from ocop_cli.documents.reception import any_cited, contact_words, items_to_add
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.moves import Move
from ocop_cli.dossier.stage import stage_of
from ocop_cli.dossier.vocabulary import MoveKind, called
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.case import Case
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.dates import show_long_date
from ocop_cli.viet.text import lower_first, upper_first


def returns_of(dossier: Dossier) -> list[Move]:
    """Return the moves by which a dossier was sent back, oldest first."""
    return [move for move in dossier.moves if move.kind is MoveKind.RETURN]


def return_letter_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the letter about the latest return.

    Keys: those of ``frame``; ``addressee``, ``opening``, ``closing`` (texts); ``grounds``, ``reasons`` (lines);
    ``items`` (rows: number, lack, cure, cite; none where only the reasons count); ``has_cites`` (whether any row knows its place of the law).

    Raises ``OcopError`` for a dossier that was never returned.
    """
    dossier, returned = case.dossier, returns_of(case.dossier)
    if not returned:
        raise OcopError(
            f"Hồ sơ {case.id} chưa bị trả lại lần nào.", f'Trả lại: `ocop return {case.id} --reason "…"`.'
        )
    who, items = called(dossier.producer.kind), items_to_add(case)
    by = f" trước {show_long_date(case.due)}" if case.due else ""
    return {
        **frame(
            profile, form, f"trả lại hồ sơ sản phẩm OCOP {dossier.product.name} để hoàn thiện", case.today
        ),
        "addressee": dossier.producer.name,
        "grounds": grounds(form, case.law.decision),
        "opening": _opening(case, returned[-1], profile),
        "reasons": as_list(upper_first(reason) for reason in returned[-1].reasons),
        "items": items,
        "has_cites": any_cited(items),
        "closing": (
            f"Đề nghị {who} hoàn thiện, nộp lại hồ sơ tại {profile.office.unit.name}, UBND {commune_name(profile)}{by}. "
            f"Quá trình hoàn thiện nếu có vướng mắc, liên hệ {contact_words(profile)} để được hướng dẫn"
        ),
    }


def _opening(case: Case, returned: Move, profile: Profile) -> str:
    """Say who sent the dossier back, on which day and, where it was the province, by which paper."""
    title, day = lower_first(dossier_title(case.dossier)), upper_first(show_long_date(returned.on))
    committee, who = committee_name(profile), called(case.dossier.producer.kind)
    why = f"trả lại hồ sơ để {who} hoàn thiện, vì các lý do sau:"
    if stage_of(case.stages, returned.start or "").waiting:
        return f"{day}, cấp tỉnh trả lại hồ sơ {title} tại {returned.document}. {committee} {why}"
    return f"{committee} đã xem xét hồ sơ {title}. {day}, {committee} {why}"
