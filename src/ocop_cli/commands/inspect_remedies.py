"""``ocop inspect close``: what an inspection asked for is put right."""

from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.year.inspecting import closed_on, which_remedy
from ocop_cli.usecases.year.remedies import close_remedy, open_remedies

Text = str | None


def close(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    number: Annotated[
        Text, typer.Argument(help="Số của yêu cầu còn mở; bỏ trống khi chỉ có một.", metavar="SỐ")
    ] = None,
    proof: Annotated[Text, typer.Option("--proof", help="Bằng chứng: ảnh, giấy tờ, tệp.")] = None,
    on: Annotated[Text, typer.Option("--on", help="Ngày khắc phục xong; bỏ trống: hôm nay.")] = None,
    by: Annotated[Text, typer.Option("--by", help="Người xác nhận đã xong.")] = None,
) -> int:
    """Close a remedy with its proof."""
    file = session.dossier(dossier)
    found = open_remedies(session.sources, session.today, file.id)
    remedy = which_remedy(session, found, number, file.id)
    day = closed_on(session, on, remedy)
    said = session.ask("Bằng chứng đã khắc phục (ảnh, giấy tờ, tệp)", option="--proof", given=proof)
    change = close_remedy(remedy, day, said, by)
    left = len(found) - 1
    following = f"còn {left} yêu cầu chưa khắc phục: `ocop inspect close {file.id}`" if left else ""
    session.write([change], f"đã khắc phục {file.id}", following)
    return 0
