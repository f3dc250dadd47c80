"""``ocop renew``: a recognised product registers to be ranked again, or for a higher star."""

from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.dossier.vocabulary import RegistrationKind, words
from ocop_cli.evaluation.law import law_today
from ocop_cli.session import Session
from ocop_cli.session.questions.confirming import confirm
from ocop_cli.store.yaml.edit import change_of
from ocop_cli.usecases.renew import Renewal, plan_renewal
from ocop_cli.usecases.since_recognition import changes_since
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day

_KINDS = {kind: said for kind, said in words(RegistrationKind).items() if kind != RegistrationKind.FIRST}


def renew(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    kind: Annotated[
        str, typer.Option("--kind", help="phân hạng lại (bỏ trống là vậy) hoặc nâng hạng.")
    ] = RegistrationKind.RE_RANKING,
    star: Annotated[int | None, typer.Option("--target", min=1, max=5, help="Hạng sao mong muốn.")] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày đăng ký lại; bỏ trống: hôm nay.")] = None,
    note: Annotated[str | None, typer.Option("--note", help="Ghi chú.")] = None,
) -> int:
    """Register a recognised product anew."""
    file, day = session.dossier(dossier), read_act_day(on, session.today) or session.today
    chosen = RegistrationKind(given_choice(kind, _KINDS, "--kind"))
    changes = changes_since(session.sources, file, session.rulebook, session.workspace.profile, day)
    law = law_today(file.dossier, session.rulebook, day)
    plan = plan_renewal(file, Renewal(chosen, day, star, note, tuple(changes)), law, session.today)
    if plan.refusals:
        session.refuse(f"Chưa thể đăng ký lại hồ sơ {file.id}.", plan.refusals)
    confirm(session, plan.doubts, "Vẫn đăng ký lại?", "Đợi đến thời gian nộp, hoặc hỏi cơ quan cấp tỉnh")
    session.say(f"{file.dossier.product.name}: đăng ký {_KINDS[chosen].lower()}, ngày {show_date(day)}")
    session.say("\n".join(f"  {line}" for line in plan.notes))
    told = changes or ["chưa có số liệu của lần trước để so"]
    session.say("\n".join(["Thay đổi từ khi được công nhận:", *(f"  {line}" for line in told)]))
    if plan.set_aside:
        session.say(f"Của lần trước, phải nộp mới: {'; '.join(plan.set_aside)}. Tệp cũ còn nguyên.")
    change = change_of(file.source, plan.edits)
    session.write([change], f"đăng ký lại {file.id}", f"`ocop receive {file.id}` khi chủ thể nộp hồ sơ")
    return 0
