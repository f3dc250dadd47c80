"""``ocop label``: public pages and labels of recognised products."""

from typing import Annotated
from urllib.parse import urlsplit

import typer

from ocop_cli.documents.frame import commune_name
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.reports.label import Label
from ocop_cli.rules.pick import pick_decision
from ocop_cli.session import Session
from ocop_cli.session.unread import say_none
from ocop_cli.store.files.changes import plan_write
from ocop_cli.usecases.going_out.labels import labels_of
from ocop_cli.usecases.rows.summaries import dossiers_as_of

_FOLDER = "gioi-thieu"


def label(
    session: Session,
    dossiers: Annotated[list[str] | None, typer.Argument(help="Mã hồ sơ; bỏ trống: mọi sản phẩm.")] = None,
    address: Annotated[
        str, typer.Option("--url", help="Địa chỉ nơi sẽ đặt các trang, để mã QR dẫn tới.")
    ] = "",
) -> int:
    """Write the page of each product that may be shown, and their labels on one sheet; say why others have none."""
    from ocop_cli.render.label_pages import label_sheet, product_page

    _refuse_no_address(address)
    named = [session.dossier_seen(each).id for each in dict.fromkeys(dossiers or ())]
    files = list(dossiers_as_of(session.sources, session.today, named or None).rest(session.leave_out))
    decision = pick_decision(session.rulebook, session.today)
    commune = commune_name(session.workspace.profile)
    found = list(labels_of(files, decision, session.today, address))
    labels = [each for each in found if isinstance(each, Label)]
    left_out = [each for each in found if not isinstance(each, Label)]
    changes = [
        plan_write(session.root, f"{_FOLDER}/{each.id}.html", product_page(each, commune)) for each in labels
    ]
    if labels:
        sheet = plan_write(session.root, f"{_FOLDER}/nhan.html", label_sheet(labels, commune))
        session.write([*changes, sheet], "lập trang, nhãn giới thiệu", f"mở {_FOLDER}/nhan.html để in")
    if not found:
        say_none(session, "Chưa có hồ sơ nào để lập trang, nhãn. Nhận ý tưởng: `ocop register`")
    for why in dict.fromkeys(why for _, why in left_out):
        session.say(f"Không có {', '.join(dossier for dossier, other in left_out if other == why)}: {why}.")
    if session.options.json:
        told = [{"dossier": dossier, "why": why} for dossier, why in left_out]
        session.json("ocop/labels@1", {"products": [each.id for each in labels], "left_out": told})
    return 0


def _refuse_no_address(text: str) -> None:
    """Refuse what no telephone opens: it would stand in every code that is printed."""
    try:
        is_one = urlsplit(text).scheme in {"http", "https"} and bool(urlsplit(text).hostname)
    except ValueError:
        is_one = False
    if text and (not is_one or len(text.split()) != 1):
        raise OcopError(
            f"--url {text}: không phải địa chỉ trang mạng.",
            "Ghi cả phần đầu, ví dụ https://xa-mau.example/ocop",
            exit_code=MISUSE,
        )
