"""``ocop paper``: the papers about a single dossier."""

from functools import partial
from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.session import Session
from ocop_cli.store.forms import load_form
from ocop_cli.usecases.document import FORMS, DossierDocument, document_case, dossier_document
from ocop_cli.viet.typed_day import read_day

Kind = Annotated[
    str,
    typer.Argument(
        autocompletion=lambda: [*_KINDS],
        help="tu-danh-gia, tiep-nhan, kiem-tra-the-thuc, kiem-soat, huong-dan, nhac-han hoặc ngung-san-xuat.",
    ),
]
_KINDS = {kind.value: load_form(form).name for kind, (form, _) in FORMS.items()}


def paper(
    session: Session,
    kind: Kind,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    due: Annotated[str | None, typer.Option("--due", help="Hạn bổ sung (với huong-dan).")] = None,
) -> int:
    """Make one paper about one dossier."""
    wanted, file = DossierDocument(given_choice(kind, _KINDS, "Loại giấy tờ")), session.dossier(dossier)
    asked = None
    if wanted is DossierDocument.COMPLETION:
        asked = session.ask("Hạn bổ sung", option="--due", given=due, check=partial(read_day, option="--due"))
    day = read_day(asked, "--due") if asked else None
    case = document_case(session.sources, file, session.rulebook, session.today, wanted, day)
    form_id, values = dossier_document(wanted, case, session.workspace.profile)
    session.write([session.document(form_id, file.id, values, file.dossier)], f"{wanted.value} {file.id}")
    return 0
