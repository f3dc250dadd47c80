"""The rules as tables for people: the decisions, one decision, one product set."""

from ocop_cli.rules.condition_words import condition_words
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.decision import Decision, Rulebook
from ocop_cli.rules.procedure import DayLimit, DayUnit, EvidenceKind
from ocop_cli.rules.product_set import ProductSet
from ocop_cli.rules.provenance import Source, confidence_word
from ocop_cli.rules.verification import summary_words, verification_words
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number

_UNITS = {DayUnit.WORKING: "ngày làm việc", DayUnit.CALENDAR: "ngày"}
_NEEDED = "bắt buộc"


def decisions_table(rulebook: Rulebook) -> Table:
    """List every text of every decision with the days between which dossiers are filed under it."""
    columns = (
        Column("Mã"),
        Column("Quyết định", weight=3),
        Column("Hồ sơ nộp từ"),
        Column("đến"),
        Column("Nguồn", weight=2),
        Column("Phần riêng", weight=2),
    )
    rows = tuple(_decision_row(text) for text in rulebook.texts)
    return Table("Các quyết định", columns, rows)


def _decision_row(text: Decision) -> tuple[str, ...]:
    amended = "".join(f" (sửa đổi: {a.number})" for a in text.amendments)
    last = text.last_filing
    return (
        text.id,
        text.number + amended,
        show_date(text.text_from),
        show_date(last) if last else "",
        confidence_word(text.text_source.confidence),
        ", ".join(text.overlays),
    )


def sets_table(decision: Decision) -> Table:
    """List the product sets of a decision."""
    managed = any(s.ministry for s in decision.sets)  # not every decision names the ministries
    columns = (
        Column("Bộ", Align.RIGHT),
        Column("Tên", weight=3),
        Column("Ngành hàng", weight=2),
        *([Column("Bộ quản lý", weight=2)] if managed else []),
        Column("Tiêu chí", Align.RIGHT),
    )
    rows = tuple(
        (
            str(s.number),
            s.name,
            s.product_group.name,
            *([s.ministry] if managed else []),
            str(len(s.criteria)),
        )
        for s in decision.sets
    )
    doubts = (f"Bộ {s.number}: {s.suspect}" for s in decision.sets if s.suspect)
    notes = (*doubts, verification_words(decision))
    return Table(f"Các bộ sản phẩm — {decision.cite}", columns, rows, notes=notes)


def limits_table(decision: Decision) -> Table:
    """List the day limits of a decision, those that no source gives as unknown."""
    columns = (
        Column("Thời hạn", weight=3),
        Column("Số ngày"),
        Column("Căn cứ", weight=2),
        Column("Nguồn", weight=2),
    )
    rows = tuple((x.name, _days(x), x.cite, _source(x.source)) for x in decision.procedure.limits)
    notes = tuple(x.note for x in decision.procedure.limits if x.note)
    return Table("Thời hạn", columns, rows, notes=tuple(dict.fromkeys(notes)))


def evidence_table(decision: Decision, product_set: ProductSet) -> Table:
    """List the papers of a product set, those it cannot do without marked."""
    columns = (
        Column("Mã giấy tờ"),
        Column("Giấy tờ", weight=3),
        Column("Yêu cầu", weight=2),
        Column("Nguồn", weight=2),
    )
    papers = [p for p in decision.procedure.papers if not p.sets or product_set.number in p.sets]
    rows = tuple((p.id, p.name, _requirement(p), _source(p.source)) for p in papers)
    notes = tuple(f"{p.name}: {p.note}" for p in papers if p.note)
    return Table("Giấy tờ trong hồ sơ", columns, rows, notes=notes)


def criteria_table(product_set: ProductSet) -> Table:
    """List every criterion of a product set with every level, its points and star minimum."""
    columns = (
        Column("Tiêu chí"),
        Column("Mức", weight=3),
        Column("Điểm", Align.RIGHT),
        Column("Sao"),
        Column("Mã mức", weight=2),
    )
    rows = tuple(row for criterion in product_set.criteria for row in _criterion_rows(criterion))
    grounds = tuple(f"Bị loại: {ground.text}." for ground in product_set.disqualifications)
    grounds += tuple(f"{words}." for words in condition_words(product_set))
    doubts = tuple(f"{c.code}: {c.suspect}" for c in product_set.criteria if c.suspect)
    title = f"Bộ {product_set.number}: {product_set.name} — {product_set.cite}"
    managed = (f"Bộ quản lý: {product_set.ministry}.",) if product_set.ministry else ()
    slips = (product_set.suspect,) if product_set.suspect else ()
    notes = (*managed, *grounds, *doubts, *slips, *summary_words(product_set.criteria))
    return Table(title, columns, rows, notes=notes)


def _criterion_rows(criterion: Criterion) -> list[tuple[str, ...]]:
    head = (
        criterion.code,
        criterion.name,
        f"tối đa {show_number(criterion.max)}",
        _star(criterion.min_star),
        "",
    )
    return [head, *(_option_row(option) for option in criterion.levels)]


def _option_row(option: Option) -> tuple[str, ...]:
    derived = " (suy ra)" if option.source and not option.source.is_firm else ""
    return ("", option.named + derived, show_number(option.points), _star(option.min_star), option.id)


def _star(star: int | None) -> str:
    return f"từ {star} sao" if star else ""


def _days(limit: DayLimit) -> str:
    return "chưa rõ" if limit.days is None else f"{limit.days} {_UNITS[limit.unit]}"


def _requirement(paper: EvidenceKind) -> str:
    return f"{_NEEDED}, tùy loại hình" if paper.required and paper.producers else _NEEDED * paper.required


def _source(source: Source) -> str:
    return confidence_word(source.confidence)
