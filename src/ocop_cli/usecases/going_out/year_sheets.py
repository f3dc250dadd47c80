"""The commune's year in the workbook: its activities and its budget, as the plan of the year has them."""

from ocop_cli.documents.plan_annexes import schedule_rows
from ocop_cli.documents.plan_slots import plan_slots
from ocop_cli.programme.plan import YearPlan
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.typed_sheet import TypedColumn, TypedSheet
from ocop_cli.rules.decision import Decision
from ocop_cli.store.built_in.packaged import load_cycle, load_standing

_ACTIVITY_COLUMNS = (
    TypedColumn("number", "TT"),
    TypedColumn("name", "Hoạt động"),
    TypedColumn("time", "Thời gian"),
    TypedColumn("lead", "Chủ trì"),
    TypedColumn("partners", "Phối hợp"),
)
_BUDGET_COLUMNS = (
    TypedColumn("source", "Nguồn kinh phí"),
    TypedColumn("use", "Nội dung chi"),
    TypedColumn("amount", "Số tiền (đồng)", is_summed=True),
)


def activity_sheet(profile: Profile, decision: Decision, plan: YearPlan) -> TypedSheet:
    """Return the planned activities of a year with their time and units, as the annex of the plan has them."""
    slots = plan_slots(plan.year, profile, decision, len(load_cycle().step_names), listed=False)
    rows = schedule_rows(load_standing(), plan, decision, plan.year, slots)
    cells = tuple(tuple(row[column.path] for column in _ACTIVITY_COLUMNS) for row in rows)
    note = f"Theo kế hoạch năm {plan.year}; phần kế hoạch không ghi riêng thì theo nhiệm vụ thường xuyên."
    return TypedSheet(
        "Kế hoạch", f"Hoạt động theo kế hoạch năm {plan.year}", (note,), _ACTIVITY_COLUMNS, cells
    )


def budget_sheet(plan: YearPlan) -> TypedSheet:
    """Return the money of a year by source; what is not allotted yet stays empty."""
    rows = tuple((line.source, line.use, line.amount_vnd) for line in plan.budget)
    note = (
        f"Kế hoạch năm {plan.year}: {len(rows)} nguồn."
        if rows
        else f"Kế hoạch năm {plan.year} chưa ghi kinh phí."
    )
    return TypedSheet("Kinh phí", f"Kinh phí năm {plan.year}", (note,), _BUDGET_COLUMNS, rows)
