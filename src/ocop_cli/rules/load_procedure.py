"""Build the procedure of a decision: limits, rounds, papers, forms, producers."""

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.rules.load_forms import read_forms
from ocop_cli.rules.procedure import (
    DayLimit,
    DayUnit,
    EvidenceKind,
    MeetingRule,
    MonthDay,
    Procedure,
    ProducerRule,
    Round,
    Samples,
    WithdrawalBy,
    WithdrawalGround,
)
from ocop_cli.rules.reading import Node

_PROCEDURE = frozenset(Procedure._fields)
_LIMIT = frozenset({"name", "days", "unit", "note", "cite", "source"})
_ROUND = frozenset({"number", "level", "request_before", "result_before", "cite", "source"})
_PAPER = frozenset(EvidenceKind._fields) - {"id"}
_GROUND = frozenset({"name", "cite", "source"})
_PRODUCER = frozenset({"name", "sets", "source"})
_SAMPLES = frozenset({"units", "except_sets", "cite", "source"})
_PATTERN = dict.fromkeys(("province", "district", "commune", "serial", "year"), "")
_PATTERN_HELP = f"mẫu số, trong ngoặc chỉ dùng: {', '.join(_PATTERN)}"


def read_procedure(node: Node) -> Procedure:
    """Read the procedure of one text of a decision."""
    node.only(_PROCEDURE, retired=frozenset({"slip_number"}))
    return Procedure(
        commune_checks=node.text("commune_checks", ""),
        evaluates=node.members("evaluates", CommuneContent),
        evaluates_cite=_cited(node, node.text("evaluates_cite", "")),
        meeting=node.member("meeting", MeetingRule, MeetingRule.NOT_ASKED),
        report_shows_points=node.flag("report_shows_points"),
        paper_copies=node.integer("paper_copies"),
        electronic_copies=node.integer("electronic_copies"),
        samples=_samples(node.child("samples")),
        product_code=node.parsed("product_code", _PATTERN_HELP, _pattern, ""),
        certificate_months=node.integer("certificate_months"),
        limits=tuple(_limit(name, child) for name, child in node.children("limits")),
        rounds=tuple(_round(child) for _, child in node.children("rounds")),
        papers=tuple(_paper(name, child) for name, child in node.children("papers")),
        forms=read_forms(node),
        producers=tuple(_producer(name, child) for name, child in node.children("producers")),
        withdrawal_grounds=tuple(_ground(name, child) for name, child in node.children("withdrawal_grounds")),
        withdrawn_by=tuple(_withdraws(name, child) for name, child in node.children("withdrawn_by")),
    )


def _cited(node: Node, article: str) -> str:
    return node.context.cite(article) if article else ""


def _pattern(text: str) -> str:
    """Refuse a pattern that could not be filled."""
    try:
        text.format_map(_PATTERN)
    except (LookupError, AttributeError) as wrong:
        raise ValueError(text) from wrong
    return text


def _samples(node: Node) -> Samples:
    node.only(_SAMPLES)
    return Samples(node.integer("units"), node.integers("except_sets"), node.source(), node.cite())


def _limit(name: str, node: Node) -> DayLimit:
    node.only(_LIMIT)
    return DayLimit(
        id=name,
        name=node.text("name"),
        days=node.integer_or_none("days"),
        unit=node.member("unit", DayUnit, DayUnit.CALENDAR),
        source=node.source(),
        cite=node.cite(),
        note=node.text("note", ""),
    )


def _round(node: Node) -> Round:
    node.only(_ROUND)
    return Round(
        number=node.integer("number"),
        level=node.text("level"),
        request_before=_month_day(node, "request_before"),
        result_before=_month_day(node, "result_before"),
        source=node.source(),
        cite=node.cite(),
    )


def _month_day(node: Node, key: str) -> MonthDay:
    return node.parsed(key, "ngày/tháng, ví dụ 30/4", _printed_day, MonthDay(1, 1))


def _printed_day(text: str) -> MonthDay:
    """Read a day of every year as it is printed: day, slash, month."""
    day, month = text.split("/")
    on = MonthDay(int(month), int(day))
    on.in_year(1)  # raises where a common year has no such day
    return on


def _paper(name: str, node: Node) -> EvidenceKind:
    node.only(_PAPER, retired=frozenset({"row", "dated", "supports"}))
    return EvidenceKind(
        id=name,
        name=node.text("name"),
        required=node.flag("required"),
        source=node.source(),
        cite=node.cite(),
        sets=node.integers("sets"),
        producers=node.texts("producers"),
        registrations=node.texts("registrations"),
        holder=node.text("holder", "producer"),
        criteria=node.texts("criteria"),
        note=node.text("note", ""),
    )


def _producer(name: str, node: Node) -> ProducerRule:
    node.only(_PRODUCER)
    return ProducerRule(name, node.text("name"), node.source(), node.integers("sets"))


def _ground(name: str, node: Node) -> WithdrawalGround:
    node.only(_GROUND)
    return WithdrawalGround(name, node.text("name"), node.source(), node.cite())


def _withdraws(name: str, node: Node) -> WithdrawalBy:
    node.only(_GROUND | {"stars"})
    return WithdrawalBy(name, node.text("name"), node.integers("stars"), node.source(), node.cite())
