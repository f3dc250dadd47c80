"""``ocop merge``: bring another person's copy of the workspace into this one, field by field."""

from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.merging.three_way import Side
from ocop_cli.session import Session
from ocop_cli.session.merging import Typed, merge_copy


def merge(
    session: Session,
    theirs: Annotated[str, typer.Argument(help="Thư mục của người kia, hoặc tên nhánh git.")],
    name: Annotated[
        str | None, typer.Option("--name", help="Bản kia là của ai; bỏ trống: tên thư mục, tên nhánh.")
    ] = None,
    choose: Annotated[
        list[str] | None,
        typer.Option(
            "--choose", help="Chọn cho một chỗ: TÊN CHỖ=máy này, hoặc TÊN CHỖ=bên kia; ghi nhiều lần."
        ),
    ] = None,
    ours: Annotated[
        bool, typer.Option("--ours", help="Chỗ nào hai bên khác nhau thì giữ của máy này.")
    ] = False,
    others: Annotated[
        bool, typer.Option("--theirs", help="Chỗ nào hai bên khác nhau thì lấy của bên kia.")
    ] = False,
) -> int:
    """Merge another copy into the workspace."""
    if ours and others:
        raise OcopError("--ours và --theirs không đi cùng nhau.", "Bỏ một trong hai.", exit_code=MISUSE)
    all_by = Side.OURS if ours else Side.THEIRS if others else None
    return merge_copy(session, theirs, Typed(name, choose or (), all_by))
