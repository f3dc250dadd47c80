"""``ocop rules``: look up the decisions, hand them to other software, check their data."""

import re
from typing import Annotated

import typer

from ocop_cli.findings import findings_json
from ocop_cli.rules import show as tables
from ocop_cli.rules.consistency import check_rulebook
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.export import SCHEMA, export_decision, export_heads, export_set
from ocop_cli.rules.pick import force_decision, pick_decision, resolve
from ocop_cli.rules.second_hand import of_decision, second_hand_json, second_hand_of, second_hand_table
from ocop_cli.session import Session
from ocop_cli.session.anywhere import workspace_root
from ocop_cli.session.typed.product_set import told_set
from ocop_cli.store.built_in.packaged import load_second_hand
from ocop_cli.store.law.rule_places import place_rule_findings
from ocop_cli.store.law.rulebook import load_rulebook, load_rules

_DECISION = re.compile(r"[0-9]+(-[0-9]{4}|/.*)")
DecisionId = Annotated[str, typer.Argument(help="Mã quyết định; xem `ocop rules list`.")]


def list_decisions(session: Session) -> int:
    """List every decision with the days of filing under it."""
    rulebook = load_rulebook(workspace_root(session))
    if session.options.json:
        unread = second_hand_json(second_hand_of(load_second_hand(), rulebook.texts))
        session.json("ocop/decisions@1", {"items": export_heads(rulebook), "second_hand": unread})
    session.show_table(tables.decisions_table(rulebook))
    session.show_table(second_hand_table(second_hand_of(load_second_hand(), rulebook.texts)))
    return 0


def show(
    session: Session,
    wanted: Annotated[
        list[str],
        typer.Argument(
            metavar="[QUYẾT_ĐỊNH] [BỘ]", help="Mã quyết định, số của bộ sản phẩm, hoặc chữ như “mật ong”."
        ),
    ],
) -> int:
    """Show a decision, or one of its product sets with every criterion and option."""
    rulebook = load_rulebook(workspace_root(session))
    is_named = wanted[0] in rulebook.decision_ids or bool(_DECISION.fullmatch(wanted[0]))
    text = (
        force_decision(rulebook, wanted[0], session.today)
        if is_named
        else pick_decision(rulebook, session.today)
    )
    words = " ".join(wanted[1:] if is_named else wanted)
    chosen = resolve(text, told_set(session, text, words)).product_set if words else None
    if session.options.json:
        session.json(SCHEMA, {**export_decision(text), **({"sets": [export_set(chosen)]} if chosen else {})})
    elif chosen:
        session.show_table(tables.criteria_table(chosen))
        session.show_table(tables.evidence_table(text, chosen))
    else:
        session.show_table(tables.sets_table(text))
        session.show_table(tables.limits_table(text))
        if unread := of_decision(load_second_hand(), text):
            session.show_table(second_hand_table(unread))
    return 0


def export(session: Session, decision: DecisionId) -> int:
    """Print a decision as one JSON document."""
    session.json(SCHEMA, export_decision(_text(session, decision)))
    return 0


def check(session: Session) -> int:
    """Check the data of every decision and of the workspace's overlays."""
    root = workspace_root(session)
    loaded = load_rules(root)
    findings = [*loaded.findings, *check_rulebook(loaded.rulebook)]
    findings = place_rule_findings(root, findings) if root else findings
    if session.options.json:
        session.json("ocop/findings@1", {"findings": findings_json(findings)})
    session.show_findings(findings)
    if not findings:
        session.say(f"Dữ liệu của {len(loaded.rulebook.decision_ids)} quyết định không có lỗi.")
    if unread := second_hand_of(load_second_hand(), loaded.rulebook.texts):
        session.say(
            f"Còn {len(unread)} văn bản dựa vào nguồn thứ cấp; tên và nơi đọc bản ký: `ocop rules list`."
        )
    return session.exit_code(findings)


def _text(session: Session, decision: str) -> Decision:
    """Return the text in force today, or the nearest one; ``--as-of`` asks for another day."""
    return force_decision(load_rulebook(workspace_root(session)), decision, session.today)
