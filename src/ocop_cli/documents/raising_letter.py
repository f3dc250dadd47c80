"""Values of the letter that tells a producer how its product comes to a star: what to do, by whom, for how much, by when."""

import re
from decimal import Decimal
from typing import Any

from ocop_cli.documents.frame import committee_name, commune_kind, commune_name, frame
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.meeting import dossier_title
from ocop_cli.documents.reception import contact_words
from ocop_cli.dossier.vocabulary import called
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.advice_steps import Advice, Step
from ocop_cli.evaluation.advice_words import works_words
from ocop_cli.evaluation.case import Case
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.dates import show_date, show_long_date
from ocop_cli.viet.numbers import show_number, show_rounded
from ocop_cli.viet.text import lower_first

FORM = "raising-letter"
_COMMUNE = re.compile(r"(?<!cấp )(?<!hợp tác )\bxã\b(?! hội)")  # in works: who helps, and where


def raising_letter_values(case: Case, advice: Advice, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the letter; ``case.due`` is the day by which the office asks how far it has come.

    Keys: those of ``frame``; ``addressee``, ``opening``, ``star``, ``wanted``, ``unanswered``, ``total``, ``sources``,
    ``closing`` (texts); ``grounds`` (lines); ``items`` (rows: number, criterion, work, money, due).

    Raises ``OcopError`` where there is no way to the star, or the product is there already.
    """
    dossier, steps = case.dossier, _steps(case, advice)
    money = sum((Decimal(step.money) for step in steps), Decimal(0))
    told = dict.fromkeys(rung.work.source for step in steps for rung in step.rungs)
    by = f" trước {show_long_date(case.due)}" if case.due else ""
    return {
        **frame(profile, form, f"hướng dẫn nâng hạng sản phẩm OCOP {dossier.product.name}", case.today),
        "addressee": dossier.producer.name,
        "grounds": grounds(form, case.law.decision),
        "opening": (
            f"Theo phiếu tự chấm, {lower_first(dossier_title(dossier))} hiện có {show_rounded(advice.points)} điểm. "
            f"{committee_name(profile)} hướng dẫn {called(dossier.producer.kind)} các việc cần làm như sau."
        ),
        "star": str(advice.star),
        "wanted": show_rounded(advice.wanted),
        "unanswered": "; ".join(line.criterion.name for line in advice.unanswered),
        "items": [_row(number, step, commune_kind(profile)) for number, step in enumerate(steps, 1)],
        "total": show_number(money),
        "sources": "; ".join(told),
        "closing": (
            f"Đề nghị {called(dossier.producer.kind)} thực hiện và báo kết quả về {profile.office.unit.name}, "
            f"UBND {commune_name(profile)}{by}. Nếu có vướng mắc, liên hệ {contact_words(profile)} để được hướng dẫn"
        ),
    }  # fmt: skip


def _steps(case: Case, advice: Advice) -> list[Step]:
    """Return the first of the equally good ways, minima before points."""
    if not advice.is_reachable:
        raise OcopError(
            f"Chưa có cách nào để {case.dossier.product.name} lên {advice.star} sao trong kỳ này.",
            f"Xem vướng ở đâu: `ocop advise {case.id} --to {advice.star}`.",
        )
    if not advice.ways[0]:
        raise OcopError(
            f"Theo phiếu tự chấm, {case.dossier.product.name} đã đạt {advice.star} sao nên không có việc để hướng dẫn.",
            f"Xem điểm: `ocop score {case.id} --explain`.",
        )
    return sorted(advice.ways[0], key=lambda step: (not step.for_minimum, step.ends_on))


def _row(number: int, step: Step, kind: str) -> dict[str, str]:
    minimum = " (yêu cầu tối thiểu)" if step.for_minimum else ""
    return {
        "number": str(number),
        "criterion": f"{step.line.criterion.name}: {step.line.criterion.alone(step.to)}{minimum}",
        "work": _COMMUNE.sub(kind, works_words(step)),
        "money": show_number(step.money),
        "due": show_date(step.ends_on),
    }
