"""The opinions on a dossier, and whether its producer was heard, in the words that report and minutes print."""

from datetime import date

from ocop_cli.dossier.conclusions import Opinion
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import word
from ocop_cli.viet.dates import show_date, show_long_date
from ocop_cli.viet.text import lower_first, upper_first


def opinion_lines(dossier: Dossier, meeting: str | None = None, held: date | None = None) -> list[str]:
    """Return the opinions on a dossier, by unit; with ``meeting`` only those for it.

    Who spoke stands behind the unit, and the day where it tells something: in the minutes of a meeting ``held`` on a
    day, of what was sent before and of answers of the chair that came after; elsewhere, of opinions of several days.
    """
    chosen = [o for o in dossier.opinions if meeting is None or o.meeting == meeting]
    several = meeting is None and len({o.on for o in chosen if o.on}) > 1
    return [
        f"{_who_when(o, held, several=several)}: {word(o.stance) if o.stance else 'có ý kiến'}"
        + (f" về {lower_first(word(o.content))}" if o.content else "")
        + (f": {upper_first(o.text)}" if o.text else "")
        + (
            f"{'' if (o.text or '').endswith('.') else '.'} Tiếp thu, giải trình{_answered_later(o, held)}: {o.response}"
            if o.response
            else ""
        )
        for o in chosen
    ]


def _answered_later(opinion: Opinion, held: date | None) -> str:
    later = held and opinion.response_on and opinion.response_on > held
    return f" ngày {show_date(opinion.response_on)}" if later and opinion.response_on else ""


def _who_when(opinion: Opinion, held: date | None, *, several: bool) -> str:
    sent = bool(held and opinion.on and opinion.on < held)
    day = f"{'gửi ý kiến ' if sent else ''}ngày {show_date(opinion.on)}" if opinion.on else ""
    told = ", ".join(filter(None, (opinion.by, day if sent or several else "")))
    return f"{opinion.unit} ({told})" if told else opinion.unit


def hearing_lines(dossier: Dossier) -> list[str]:
    """Return what somebody stated of the producer's presence at the meetings."""
    return [
        f"Chủ thể {dossier.producer.name} "
        + (f"dự họp {show_long_date(each.on)}" if each.present else f"vắng mặt {show_long_date(each.on)}")
        + (f", đại diện là {each.by}" if each.present and each.by else "")
        + (f" (lý do: {each.absence})" if not each.present and each.absence else "")
        for each in dossier.hearings
    ]


def opinions_title(dossier: Dossier) -> str:
    """Head the opinions: for the meeting when all were, sent before it or given there; with the day when it is one."""
    if not dossier.opinions:
        return "Việc dự họp lấy ý kiến của chủ thể"
    days = {opinion.on for opinion in dossier.opinions}
    day = days.pop() if len(days) == 1 else None
    met = (
        " gửi đến hoặc nêu tại cuộc họp lấy ý kiến"
        if all(opinion.meeting for opinion in dossier.opinions)
        else ""
    )
    return f"Ý kiến của các đơn vị{met}{f' {show_long_date(day)}' if day else ''}"
