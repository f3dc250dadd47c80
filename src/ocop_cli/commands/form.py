"""``ocop form``: a form for the producer to fill in, as Word, page or sheet."""

from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.session import Session
from ocop_cli.session.forms.handing_out import MEDIA_WORDS, hand_out
from ocop_cli.usecases.forms.hand_out import form_id, form_words


def form(
    session: Session,
    dossier: Annotated[
        str | None, typer.Argument(help="Mã hồ sơ; bỏ trống: phiếu trắng cho sản phẩm mới.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", help="Loại phiếu: phiếu-ý-tưởng, mẫu-01, mẫu-02, lao-động, hồ-sơ…")
    ] = None,
    medium: Annotated[
        str, typer.Option("--as", help="word, page (trang điền trên điện thoại) hoặc sheet (Excel).")
    ] = "word",
) -> int:
    """Write a form with what the dossier says already; it comes back with ``ocop intake``."""
    wanted = session.ask("Loại phiếu", option="--kind", given=kind and form_id(kind), choices=form_words())
    hand_out(session, dossier, wanted, given_choice(medium, MEDIA_WORDS, "--as"))
    return 0
