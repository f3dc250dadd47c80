"""What changes between two texts, value by value."""

from decimal import Decimal

from ocop_cli.rules.criterion import Criterion
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.differ import Difference, Kind, diff_decisions, diff_sets
from ocop_cli.rules.differ_words import difference_table, differences_json
from ocop_cli.rules.pick import force, force_decision
from ocop_cli.rules.product_set import ProductSet
from ocop_cli.rules.verification import UNQUOTED
from ocop_cli.store.law.rulebook import load_rulebook
from support import decisions

RULEBOOK = load_rulebook()
OLD, NEW = (force_decision(RULEBOOK, decision) for decision in (decisions.OLD, decisions.NEW))
WINE = force(RULEBOOK, decisions.NEW, 14).product_set


def changed(criterion_id: str, **values: object) -> ProductSet:
    """The set with one criterion changed."""
    criteria = tuple(
        c._replace(**values) if c.id == criterion_id else c  # type: ignore[arg-type]  # any field
        for c in WINE.criteria
    )
    return WINE._replace(criteria=criteria)


def wine(criterion_id: str) -> Criterion:
    found = WINE.criterion(criterion_id)
    assert found is not None
    return found


def test_a_text_does_not_differ_from_itself() -> None:
    for text in RULEBOOK.texts:
        assert diff_decisions(text, text) == []
        assert all(diff_sets(s, s) == [] for s in text.sets)


def test_one_changed_maximum_is_one_difference() -> None:
    found = diff_sets(WINE, changed("promotion", max=Decimal("4.5")))
    assert found == [
        Difference(Kind.CHANGED, 14, "4.3 Quảng bá sản phẩm", "điểm tối đa", "5", "4,5", "điểm tối đa")
    ]


def test_changed_points_and_stars_of_an_option_are_told_together() -> None:
    options = tuple(
        o._replace(points=Decimal(2), min_star=5) if o.id == "told" else o for o in wine("story").options
    )
    (found,) = diff_sets(WINE, changed("story", options=options))
    assert (found.kind, found.key) == (Kind.CHANGED, "told")
    assert found.before == "Có câu chuyện sản phẩm: 1 điểm"
    assert found.after == "Có câu chuyện sản phẩm: 2 điểm, tối thiểu cho 5 sao"


def test_added_and_removed_criteria_are_told_once() -> None:
    without = WINE._replace(criteria=tuple(c for c in WINE.criteria if c.id != "bilingual_label"))
    (added,) = diff_sets(without, WINE)
    (removed,) = diff_sets(WINE, without)
    assert (added.kind, added.before, added.after) == (Kind.ADDED, "", "tối đa 1 điểm")
    assert (removed.kind, removed.before, removed.after) == (Kind.REMOVED, "tối đa 1 điểm", "")


def test_a_set_that_one_text_lacks_is_told() -> None:
    assert [d.kind for d in diff_sets(None, WINE)] == [Kind.ADDED]
    assert [d.kind for d in diff_sets(WINE, None)] == [Kind.REMOVED]
    assert diff_sets(WINE, None)[0].product_set == 14


def test_what_stands_beside_the_sets_is_compared_too() -> None:
    procedure = NEW.procedure._replace(certificate_months=NEW.procedure.certificate_months + 12)
    (found,) = diff_decisions(NEW, NEW._replace(procedure=procedure))
    assert (found.place, found.before, found.after) == ("Giấy chứng nhận", "36 tháng", "48 tháng")


def test_the_two_decisions_differ_as_published() -> None:
    found = {(d.place, d.what): d for d in diff_sets(_set(OLD), _set(NEW))}
    origin = found["1.1 Nguồn nguyên liệu", "điểm tối đa"]
    assert (origin.before, origin.after) == ("5", "4")
    labour = found["3.3 Sử dụng lao động địa phương", "tính theo địa bàn"]
    assert (labour.before, labour.after) == ("huyện", "xã")
    assert found["3đ Kế toán", "tiêu chí"].kind is Kind.REMOVED
    assert {d.place for d in diff_decisions(OLD, NEW)} >= {"Thời hạn", "Đợt đánh giá", "Giấy tờ"}


def _set(decision: Decision) -> ProductSet:
    found = decision.product_set(14)
    assert found is not None
    return found


def test_the_table_counts_and_machines_get_ids() -> None:
    differences = diff_sets(_set(OLD), _set(NEW))
    table = difference_table(differences, "So sánh", ("A", "B"))
    assert len(table.rows) == len(differences)
    kinds = [d.kind for d in differences]
    assert table.notes == (
        f"{kinds.count(Kind.ADDED)} chỗ thêm, {kinds.count(Kind.REMOVED)} chỗ bỏ, {kinds.count(Kind.CHANGED)} chỗ đổi.",
        UNQUOTED,
    )
    assert difference_table([], "", ("A", "B")).notes == ("Không có gì khác nhau.",)
    assert any(row["key"] == "commune_speciality" for row in differences_json(differences))
