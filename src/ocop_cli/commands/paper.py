"""``ocop paper``: the papers about a single dossier."""

from typing import Annotated

import typer

from ocop_cli.programme.convening import read_day
from ocop_cli.session import Session
from ocop_cli.usecases.document import DossierDocument, document_case, dossier_document

Kind = Annotated[
    DossierDocument,
    typer.Argument(
        help="tu-danh-gia, tiep-nhan, kiem-tra-the-thuc, kiem-soat, huong-dan, nhac-han hoặc ngung-san-xuat."
    ),
]


def paper(
    session: Session,
    kind: Kind,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    due: Annotated[str | None, typer.Option("--due", help="Hạn bổ sung (với huong-dan).")] = None,
) -> int:
    """Make one paper about one dossier."""
    file = session.dossier(dossier)
    asked = (
        session.ask("Hạn bổ sung", option="--due", given=due) if kind is DossierDocument.COMPLETION else None
    )
    day = read_day(asked, "--due") if asked else None
    case = document_case(session.sources, file, session.rulebook, session.today, kind, day)
    form_id, values = dossier_document(kind, case, session.workspace.profile)
    session.write([session.document(form_id, file.id, values, file.dossier)], f"{kind.value} {file.id}")
    return 0
