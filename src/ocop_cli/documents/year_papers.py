"""Values of the papers of the year beside plan and report: the trade-promotion plan, the proposal of means, the nomination."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ocop_cli.documents.frame import annexed_to, as_list, committee_name, commune_name, frame
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.plan_slots import plan_slots
from ocop_cli.documents.report_sections import ReportActs, act_rows
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.programme.budget import BudgetLine, budget_total
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.log_entry import LogEntry
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.residence import villages
from ocop_cli.programme.standing import StandingPlan
from ocop_cli.rules.acts import Act
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.dates import show_long_date
from ocop_cli.viet.numbers import show_number

TRADE = "III.4"
"""The section of the plan, and of the acts, that the trade-promotion plan is made of."""
_STEPS = 6  # of the cycle: slots of duties that this paper does not print


def trade_plan_values(
    year: int,
    standing: StandingPlan,
    acts: ReportActs,
    certified: Sequence[Dossier],
    profile: Profile,
    decision: Decision,
    known_acts: Sequence[Act],
    form: FormInfo,
    on: date,
) -> dict[str, Any]:
    """Return the values of the plan to promote trade: the duties of the year's plan, the products, the acts.

    Keys: those of ``frame``; ``grounds``, ``duties`` (lines); ``opening``, ``when``, ``units``, ``closing``,
    ``annex_of`` (texts); ``products`` (rows: number, product, producer, star); ``acts`` (rows: number, day, kind, text).
    """
    slots = {**plan_slots(year, profile, decision, _STEPS, listed=False), "programme": ""}
    section = next(section for section in standing.sections if section.id == TRADE)
    commune = commune_name(profile)
    lead, partners = (text.format(**slots) for text in (section.lead, section.partners))
    rows = [
        {
            "number": str(number),
            "product": dossier.product.name,
            "producer": dossier.producer.name,
            "star": f"{held.star} sao" if (held := dossier.recognition) and held.star else "",
        }
        for number, dossier in enumerate(certified, 1)
    ]
    return {
        **frame(profile, form, f"Xúc tiến thương mại sản phẩm OCOP năm {year} trên địa bàn {commune}", on),
        "grounds": as_list(grounds(form, decision, known_acts, year)),
        "opening": f"{committee_name(profile)} xây dựng Kế hoạch xúc tiến thương mại sản phẩm OCOP năm {year} như sau:",
        "duties": [duty.text.format(**slots) for duty in section.duties],
        "when": section.when.format(**slots),
        "units": f"{lead} chủ trì, phối hợp với {partners}" if partners else lead,
        "products": rows,
        "acts": act_rows(acts),
        "annex_of": annexed_to(profile, form, on),
        "closing": f"Trên đây là Kế hoạch xúc tiến thương mại sản phẩm OCOP năm {year} của {committee_name(profile)}; đề nghị các đơn vị, {villages(profile.commune)} và các chủ thể phối hợp thực hiện",
    }  # fmt: skip


def means_values(
    year: int,
    budget: Sequence[BudgetLine],
    spent_before: Decimal,
    profile: Profile,
    decision: Decision,
    known_acts: Sequence[Act],
    form: FormInfo,
    on: date,
) -> dict[str, Any]:
    """Return the values of the proposal to provide the means of a year. Raises ``OcopError`` for a plan without a budget.

    ``spent_before`` is what was spent the year before. Keys: those of ``frame``; ``grounds`` (lines);
    ``addressee``, ``opening``, ``before``, ``combined``, ``closing`` (texts); ``budget`` (rows: strong, number, source,
    use, amount).
    """
    if not budget:
        raise OcopError(
            f"Kế hoạch năm {year} chưa có dòng kinh phí nào nên chưa lập được tờ trình.",
            f'Ghi từng dòng: `ocop plan {year} --budget "Ngân sách xã: 20 triệu, tập huấn"`.',
        )
    rows: list[dict[str, Any]] = [
        {
            "strong": False,
            "number": str(number),
            "source": line.source,
            "use": line.use or "–",
            "amount": "chưa xác định" if line.amount_vnd is None else show_number(line.amount_vnd),
        }
        for number, line in enumerate(budget, 1)
    ]
    known = any(line.amount_vnd is not None for line in budget)
    total = show_number(budget_total(budget)) if known else "–"
    rows.append({"strong": True, "number": "", "source": "Cộng", "use": "", "amount": total})
    by_unit = profile.is_issued_by_unit(form.id)
    body = committee_name(profile) if by_unit else f"Hội đồng nhân dân {commune_name(profile)}"
    who = profile.office.unit.name if by_unit else committee_name(profile)
    sources = list(dict.fromkeys(line.source for line in budget))
    return {
        **frame(profile, form, f"Về việc bố trí kinh phí thực hiện Chương trình OCOP năm {year}", on),
        "addressee": body,
        "grounds": as_list(grounds(form, decision, known_acts, year)),
        "opening": f"{who} kính trình {body} xem xét, bố trí kinh phí thực hiện Chương trình OCOP năm {year} như sau (đơn vị: đồng):",
        "before": f"Năm {year - 1} đã chi {show_number(spent_before)} đồng cho Chương trình." if spent_before else "",
        "combined": f"Kinh phí được lồng ghép từ các nguồn: {'; '.join(sources)}." if len(sources) > 1 else "",
        "budget": rows,
        "closing": f"{who} kính trình {body} xem xét, quyết định",
    }  # fmt: skip


def nomination_values(
    entry: LogEntry, profile: Profile, form: FormInfo, on: date, kind_name: str
) -> dict[str, Any]:
    """Return the values of the letter that sends people to a class. Raises ``OcopError`` while nobody is named.

    Keys: those of ``frame``; ``addressee``, ``opening``, ``closing`` (texts); ``people`` (rows: number, name, title, of).
    """
    if not entry.attendees:
        raise OcopError(
            f"{kind_name} “{entry.what}” chưa ghi người được cử.",
            'Ghi: `ocop log --edit SỐ "người được cử: Họ và tên, chức vụ, đơn vị; …"`.',
        )
    held = f"từ {show_long_date(entry.on)}" if entry.until else show_long_date(entry.on)
    time = f"{held} đến {show_long_date(entry.until)}" if entry.until else held
    place = f" tại {entry.place}" if entry.place else ""
    people = [
        {"number": str(n), "name": each.name, "title": each.title or "", "of": each.of or ""}
        for n, each in enumerate(entry.attendees, 1)
    ]
    who = profile.office.unit.name if profile.is_issued_by_unit(form.id) else committee_name(profile)
    return {
        **frame(profile, form, f"cử người dự lớp {entry.what}", on),
        "addressee": entry.unit or "Sở Nông nghiệp và Môi trường",
        "opening": f"{who} cử {len(people):02d} người dự lớp {entry.what}, {time}{place}, gồm:",
        "people": people,
        "closing": "Đề nghị đơn vị tổ chức lớp tiếp nhận và thông báo kết quả; người được cử dự lớp đầy đủ, báo cáo kết quả sau khi kết thúc",
    }  # fmt: skip
