"""``ocop next`` and bare ``ocop``: what each dossier needs, and today's desk."""

from typing import Annotated

import typer

from ocop_cli.evaluation.law import law_today
from ocop_cli.rules.pick import pick_decision
from ocop_cli.session import Session
from ocop_cli.store.dossiers import DossierFile, each_dossier, usable_dossiers
from ocop_cli.store.packaged import load_cycle
from ocop_cli.workflow.agenda import bucket_titles, sort_agenda, step_json, steps_table
from ocop_cli.workflow.next_step import NextStep, StepContext, next_step


def next_(
    session: Session,
    dossiers: Annotated[list[str] | None, typer.Argument(help="Mã hồ sơ; bỏ trống để xem tất cả.")] = None,
) -> int:
    """Say what each dossier needs next."""
    files = (session.dossier(wanted) for wanted in dossiers) if dossiers else usable_dossiers(session.sources)
    steps = [_step(session, file) for file in files]
    if session.options.json:
        warn_days = session.workspace.profile.settings.warn_days
        session.json("ocop/next@1", {"items": [step_json(s, session.today, warn_days) for s in steps]})
        return 0
    if not steps:
        session.say("Chưa có hồ sơ nào. Bắt đầu: `ocop register`")
        return 0
    session.show_table(steps_table("Việc tiếp theo của từng hồ sơ", steps))
    for step in steps if dossiers else ():
        if step.command:
            session.say(f"Lệnh cho {step.id}: {step.command}")
    return 0


def desk(session: Session) -> int:
    """Show today's desk."""
    steps, findings = [], 0
    for dossier_id, loaded in each_dossier(session.sources):
        findings += len(loaded.findings)
        if loaded.record is not None:
            steps.append(_step(session, DossierFile(dossier_id, loaded.record, loaded.source)))
    today, warn_days = session.today, session.workspace.profile.settings.warn_days
    view, titles = sort_agenda(steps, today, warn_days), bucket_titles(warn_days)
    if session.options.json:
        buckets = {name: [step_json(s, today, warn_days) for s in getattr(view, name)] for name in titles}
        session.json("ocop/desk@1", buckets)
        return 0
    for name, title in titles.items():
        bucket = getattr(view, name)
        if bucket:
            session.show_table(steps_table(title, bucket))
            session.say()
    if not steps:
        session.say("Chưa có hồ sơ nào.")
    if findings:
        session.say(f"Có {findings} điểm cần xem trong các tệp: `ocop check`")
    session.say(
        "Nhận ý tưởng mới: `ocop register` · Đánh giá: `ocop evaluate MÃ` · Xem từng hồ sơ: `ocop next`"
    )
    session.say("Mọi lệnh: `ocop --help`")
    return 0


def _step(session: Session, file: DossierFile) -> NextStep:
    cycle = load_cycle()
    renewing = file.dossier.stage in cycle.stages and cycle.stages[file.dossier.stage].renewal
    law = (
        law_today(file.dossier, session.rulebook, session.today) if renewing else session.law_of(file.dossier)
    )
    calendar = session.workspace.profile.calendar
    decision = pick_decision(session.rulebook, session.today)
    return next_step(file.id, file.dossier, law, StepContext(cycle, calendar, session.today, decision))
