"""A short text for a producer: what is missing, by when, an example, whom to ask. To be pasted into Zalo or an SMS."""

from collections.abc import Iterator, Sequence

from ocop_cli.documents.frame import commune_name
from ocop_cli.documents.reception import contact_words, items_to_add
from ocop_cli.dossier.vocabulary import called
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.advice_steps import Advice
from ocop_cli.evaluation.case import Case
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.remedy import OpenRemedy
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import lower_first

_EXAMPLE = "Ví dụ: chụp rõ cả trang giấy, thấy số, ngày và dấu; mỗi giấy một ảnh."
_MOST = 6  # more than that nobody reads on a telephone


def message_points(case: Case, remedies: Sequence[OpenRemedy], advice: Advice | None) -> list[str]:
    """Return what a producer is told of: what is missing, what is to be put right, what would raise the star."""
    return [*_missing(case), *(one.remedy.words for one in remedies), *_steps(advice)]


def producer_message(case: Case, points: Sequence[str], profile: Profile) -> str:
    """Return the text; ``case.due`` is the day by which the office asks for it.

    Raises ``OcopError`` where there is nothing to tell.
    """
    if not points:
        raise OcopError(
            f"Hồ sơ {case.id} không thiếu gì để báo cho chủ thể.",
            f"Báo cách lên sao: `ocop tell {case.id} --to SAO`.",
        )
    dossier, office = case.dossier, f"{profile.office.unit.name}, UBND {commune_name(profile)}"
    more = [f"và {len(points) - _MOST} điểm nữa, xin hỏi cán bộ"] if len(points) > _MOST else []
    listed = [f"{number}. {point}" for number, point in enumerate([*points[:_MOST], *more], 1)]
    who = called(dossier.producer.kind)
    asked = (
        f"{who} làm các việc sau trước ngày {show_date(case.due)}"
        if case.due
        else f"{who} sớm làm các việc sau"
    )
    return "\n".join(
        [
            f"Kính gửi {dossier.producer.name},",
            f"Về sản phẩm OCOP {dossier.product.name}, đề nghị {asked}:",
            *listed,
            *([_EXAMPLE] if items_to_add(case) else []),
            f"Gửi về {office}. Cần hỏi, xin liên hệ {contact_words(profile)}.",
            "Trân trọng cảm ơn.",
        ]
    )


def _missing(case: Case) -> Iterator[str]:
    for item in items_to_add(case):
        yield f"{item['lack']}: {lower_first(item['cure'])}"


def _steps(advice: Advice | None) -> Iterator[str]:
    """Yield the first of the equally good ways to a star, criterion by criterion."""
    for step in advice.ways[0] if advice and advice.ways else ():
        yield f"Để lên {advice.star if advice else ''} sao: {step.line.criterion.name}, đạt mức: {step.line.criterion.alone(step.to)}"
