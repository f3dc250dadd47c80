"""Values of the periodic report, of the list of ideas and of the register of recognised products."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ocop_cli.documents.chart_size import CHART_WIDTH, chart_height
from ocop_cli.documents.frame import annexed_to, committee_name, commune_name, frame
from ocop_cli.documents.report_sections import (
    NO_ACTS,
    ReportActs,
    act_rows,
    budget_rows,
    chart_rows,
    chart_words,
    counted_chart,
    counted_lines,
    difficulty_lines,
    section_rows,
)
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.figure import NO_NUMBER, Figure, has_before, has_previous, ids, uncompared_words
from ocop_cli.reports.listing import expiry_words
from ocop_cli.reports.period import Period
from ocop_cli.reports.summary import Summary
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import as_sentence
from ocop_cli.workflow.certificate import Standing
from ocop_cli.workflow.selection import NONE_GIVEN, IdeaRow

_TEXT_WIDTH = 5_760_000  # EMU, 160 mm
_NAMED = 3  # products that a note names
_PAST = {
    Standing.IN_GRACE: "quá hạn nhưng còn giá trị chờ phân hạng lại",
    Standing.LAPSED: "đã hết hạn",
}
HIGHER_LEVEL = "Sở Nông nghiệp và Môi trường"
"""Who asks the commune for its reports and lists: the province's office for the programme."""


def report_values(
    rows: Sequence[Summary],
    items: Sequence[Figure],
    period: Period,
    profile: Profile,
    form: FormInfo,
    on: date,
    *,
    counted_on: date,
    stage_names: Mapping[str, str],
    difficulties: Sequence[str],
    next_tasks: Sequence[str],
    requested_by: str = "",
    acts: ReportActs = NO_ACTS,
) -> dict[str, Any]:
    """Return the values of the report; sentences come from the data or from the official, never from us.

    Keys: those of ``frame``; ``addressee``, ``opening``, ``closing``, ``annex_of``, ``chart_words``, ``chart_height``
    (in EMU, for a picture as wide as the text) (texts); ``results``, ``difficulties``, ``next_tasks`` (lines);
    ``figures`` (rows: name, actual, target, before, previous, note), without those of acts, which the ``sections`` tell
    (rows: title, lines); ``has_previous``, ``has_before`` (whether the
    period just before, or the same a year before, had anything), ``compared`` (why one of them has no column); ``numerals`` (of the parts ``acts``, ``difficulties``, ``next_tasks``); ``chart`` (rows: name, target, actual); ``budget`` (rows: strong, source, use, planned, given,
    spent); ``acts`` (rows: number, day, kind, text); ``items`` (rows: number, product, producer, group, state);
    ``counted`` (ids of dossiers by the place whose number was counted from them; kept in the record, not printed).

    ``requested_by`` names the request that an ad-hoc report answers; ``counted_on`` is the day whose state is told.
    """
    called = f"Thực hiện {requested_by}, " if requested_by else ""
    commune, chart = commune_name(profile), chart_rows(items)
    own = [figure for figure in items if not figure.code.startswith("log.")]
    products = {row.id: row.product for row in rows}
    hard = [*difficulty_lines(acts), *(as_sentence(line) for line in difficulties)]
    sections = section_rows(acts)
    return {
        **frame(
            profile, form, f"Kết quả thực hiện Chương trình OCOP {period.words} trên địa bàn {commune}", on
        ),
        "addressee": HIGHER_LEVEL,
        "opening": f"{called}{committee_name(profile)} báo cáo kết quả thực hiện Chương trình OCOP {period.words} như sau:",
        "results": [
            f"Tính đến hết ngày {show_date(counted_on)}, {commune} {_how_many(rows)}. Số liệu chi tiết:"
        ],
        "figures": [_figure_row(figure, products) for figure in own],
        "has_previous": has_previous(own),
        "has_before": has_before(own),
        "compared": uncompared_words(own, with_previous=period.just_before is not None),
        "chart": chart,
        "chart_words": chart_words(chart, period.last.year),
        "chart_height": str(_TEXT_WIDTH * chart_height(len(chart)) // CHART_WIDTH),
        "sections": sections,
        "numerals": _numerals(acts=bool(sections), difficulties=bool(hard), next_tasks=bool(next_tasks)),
        "budget": budget_rows(acts),
        "acts": act_rows(acts),
        "difficulties": hard,
        "next_tasks": [as_sentence(line) for line in next_tasks],
        "closing": f"Trên đây là báo cáo của {committee_name(profile)}, kính gửi {HIGHER_LEVEL} tổng hợp",
        "annex_of": annexed_to(profile, form, on),
        "items": [_item(number, row, stage_names) for number, row in enumerate(rows, 1)],
        "counted": {"results.0": ids(rows), **_counted(own), **counted_lines(acts), **counted_chart(items)},
    }


def _how_many(rows: Sequence[Summary]) -> str:
    return f"có {len(rows)} hồ sơ sản phẩm" if rows else "chưa có hồ sơ sản phẩm nào"


def _figure_row(figure: Figure, products: Mapping[str, str]) -> dict[str, str]:
    shown = {name: getattr(figure, name) for name in ("name", "actual", "target", "before", "previous")}
    return {**shown, "note": _note(figure, products)}


def _counted(figures: Sequence[Figure]) -> dict[str, tuple[str, ...]]:
    """Return what the number and the note of each figure were counted from, by their places."""
    return {
        f"figures.{number}.{part}": figure.dossiers
        for number, figure in enumerate(figures)
        for part in ("actual", "note")
        if figure.dossiers
    }


def _numerals(**parts: bool) -> dict[str, str]:
    """Return the Roman numerals of the parts after the first, as far as they are there."""
    there = [name for name, is_there in parts.items() if is_there]
    return {name: ("II", "III", "IV")[there.index(name)] if name in there else "" for name in parts}


def _note(figure: Figure, products: Mapping[str, str]) -> str:
    """Return the note of a figure; one with a target names the products that fulfil it, as far as there is room."""
    if figure.target == NO_NUMBER or figure.note or not figure.dossiers:
        return figure.note
    names = [products.get(each, each) for each in figure.dossiers]
    more = f" và {len(names) - _NAMED} sản phẩm khác" if len(names) > _NAMED else ""
    return "; ".join(names[:_NAMED]) + more


def idea_list_values(
    rows: Sequence[IdeaRow], year: int, profile: Profile, form: FormInfo, on: date
) -> dict[str, Any]:
    """Return the values of the list of ideas: every idea with its outcome and reason (the plan, V.1).

    Keys: those of ``frame``; ``addressee``, ``total`` (texts); ``items`` (rows: number, product, producer, outcome,
    reason); ``counted`` (ids of dossiers by place).
    """
    items = [
        {
            "number": str(number),
            "product": row.product,
            "producer": row.producer,
            "outcome": row.outcome,
            "reason": row.reason if row.reason == NONE_GIVEN else as_sentence(row.reason),
        }
        for number, row in enumerate(rows, 1)
    ]
    subject = f"Danh sách ý tưởng, sản phẩm đăng ký tham gia Chương trình OCOP năm {year}"
    return {
        **frame(profile, form, subject, on),
        "addressee": HIGHER_LEVEL,
        "items": items,
        "total": f"{len(items):02d} ý tưởng, sản phẩm",
        "counted": {"total": tuple(row.id for row in rows)},
    }


def certified_values(rows: Sequence[Summary], profile: Profile, form: FormInfo, on: date) -> dict[str, Any]:
    """Return the values of the register of recognised products; it holds no personal data.

    Keys: those of ``frame``; ``addressee``, ``total`` (texts); ``items`` (rows: number, product, producer, star,
    decision, certificate); ``counted`` (ids of dossiers by place).
    """
    items = [
        {
            "number": str(number),
            "product": row.product,
            "producer": row.producer,
            "star": f"{row.star} sao" if row.star else "",
            "decision": row.decision,
            "certificate": _certificate(row),
        }
        for number, row in enumerate(rows, 1)
    ]
    subject = f"Danh sách sản phẩm OCOP đã được công nhận trên địa bàn {commune_name(profile)}"
    parts = "".join(
        f", trong đó {count:02d} sản phẩm có giấy chứng nhận {words}"
        for standing, words in _PAST.items()
        if (count := sum(row.standing is standing for row in rows))
    )
    return {
        **frame(profile, form, subject, on),
        "addressee": HIGHER_LEVEL,
        "items": items,
        "total": f"{len(items):02d} sản phẩm{parts}",
        "counted": {"total": ids(rows)},
    }


def _certificate(row: Summary) -> str:
    """Return the number of the certificate and its end, as far as they are recorded."""
    number = f"số {row.certificate}" if row.certificate else ""
    end = f"hết hạn {expiry_words(row)}" if row.expires_on else ""
    return "; ".join(filter(None, (number, end)))


def _item(number: int, row: Summary, stage_names: Mapping[str, str]) -> dict[str, str]:
    product_set = f"{row.group}, bộ {row.product_set}" if row.product_set else ""
    star = f" ({row.star} sao)" if row.star else ""
    return {
        "number": str(number),
        "product": row.product,
        "producer": row.producer,
        "group": product_set,
        "state": f"{stage_names.get(row.stage, row.stage)}{star}",
    }
