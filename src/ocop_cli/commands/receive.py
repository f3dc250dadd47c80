"""``ocop receive``: take in the papers of a folder and receive the dossier, with its three slips."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.session import Session
from ocop_cli.session.receive.receipt import Typed, receive_dossier

Many = list[str] | None


def receive(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    folder: Annotated[
        Path | None, typer.Option("--from", help="Thư mục (hoặc một tệp) giấy tờ đã quét, chụp.")
    ] = None,
    on: Annotated[str | None, typer.Option("--on", help="Ngày nhận; bỏ trống: hôm nay.")] = None,
    as_: Annotated[
        Many, typer.Option("--as", help="Tệp là giấy gì: TỆP=LOẠI, hoặc TỆP=bỏ qua; ghi nhiều lần.")
    ] = None,
    pages: Annotated[Many, typer.Option("--pages", help="Số trang của tệp không đếm được: TỆP=SỐ.")] = None,
    originals: Annotated[
        bool, typer.Option("--originals", help="Đã nhận bản gốc hoặc bản sao chứng thực.")
    ] = False,
    copies: Annotated[bool, typer.Option("--copies", help="Mới nhận bản sao.")] = False,
    signed: Annotated[
        bool, typer.Option("--signed", help="Các giấy nhận lần này đã ký, đóng dấu đủ.")
    ] = False,
    samples: Annotated[str | None, typer.Option("--samples", help="Số sản phẩm mẫu đã nhận.")] = None,
    slip: Annotated[str | None, typer.Option("--slip", help="Số phiếu đăng ký.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Người tiếp nhận.")] = None,
    promise: Annotated[
        Many, typer.Option("--promise", help="Giấy nộp sau: LOẠI=NGÀY; ghi nhiều lần.")
    ] = None,
    papers_only: Annotated[
        bool, typer.Option("--papers-only", help="Chỉ ghi giấy tờ, chưa nhận hồ sơ.")
    ] = False,
    scores: Annotated[
        bool, typer.Option("--scores", help="Nhập luôn các mức chủ thể tự chấm trong báo cáo tự đánh giá.")
    ] = False,
    note: Annotated[str | None, typer.Option("--note", help="Ghi chú.")] = None,
    late: Annotated[str | None, typer.Option("--late-reason", help="Lý do, khi nhận sau hạn.")] = None,
) -> int:
    """Receive a dossier."""
    typed = Typed(
        on=on,
        kinds=as_,
        pages=pages,
        originals=originals,
        copies=copies,
        signed=signed,
        samples=samples,
        slip=slip,
        by=by,
        promises=promise,
        papers_only=papers_only,
        scores=scores,
        note=note,
        late=late,
    )
    return receive_dossier(session, dossier, folder, typed)
