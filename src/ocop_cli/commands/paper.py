"""``ocop paper``: the papers about single dossiers."""

from functools import partial
from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.session import Session
from ocop_cli.session.papers.about_dossiers import papers_about
from ocop_cli.store.papers.forms import load_form
from ocop_cli.usecases.papers.document import FORMS, DossierDocument
from ocop_cli.viet.typed_day import read_day

_DATED = {DossierDocument.COMPLETION: False, DossierDocument.RETURN: True}
"""The kinds that set a day, and whether they may do without."""

Kind = Annotated[
    str,
    typer.Argument(
        metavar="LOẠI",
        autocompletion=lambda: [*FORMS],
        help="tu-danh-gia, tiep-nhan, kiem-tra-the-thuc, kiem-soat, huong-dan, tra-ho-so, nhac-han, phieu-kiem-tra, khac-phuc, ngung-san-xuat hoặc de-nghi-thu-hoi.",
    ),
]


def paper(
    session: Session,
    kind: Kind,
    dossiers: Annotated[list[str], typer.Argument(help="Mã các hồ sơ, hoặc một phần tên sản phẩm.")],
    due: Annotated[
        str | None, typer.Option("--due", help="Hạn bổ sung, nộp lại (với huong-dan, tra-ho-so).")
    ] = None,
) -> int:
    """Make one paper about each of some dossiers."""
    wanted, asked = DossierDocument(given_choice(kind, _kinds(), "Loại giấy tờ")), None
    files = [session.dossier(name) for name in dict.fromkeys(dossiers)]
    if wanted in _DATED:
        check, is_optional = partial(read_day, option="--due"), _DATED[wanted]
        asked = session.ask("Hạn bổ sung", option="--due", given=due, check=check, optional=is_optional)
    papers = papers_about(session, wanted, files, read_day(asked, "--due") if asked else None)
    session.write(papers, f"{_kinds()[wanted.value].lower()} {' '.join(file.id for file in files)}")
    return 0


def _kinds() -> dict[str, str]:
    return {kind.value: load_form(form).name for kind, (form, _) in FORMS.items()}
