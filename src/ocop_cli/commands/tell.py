"""``ocop tell``: a short text for a producer, logged as guidance."""

from functools import partial
from typing import Annotated

import typer

from ocop_cli.console import given_choice
from ocop_cli.programme.log_entry import CHANNELS, Channel
from ocop_cli.session import Session
from ocop_cli.session.telling import letter_to_raise, telling, text_for
from ocop_cli.viet.typed_day import read_day

Text = str | None


def tell(
    session: Session,
    dossier: Annotated[str, typer.Argument(help="Mã hồ sơ, hoặc một phần tên sản phẩm.")],
    due: Annotated[Text, typer.Option("--due", help="Hạn gửi; bỏ trống: không ghi hạn.")] = None,
    to: Annotated[int | None, typer.Option("--to", help="Kèm cách lên hạng sao này.", min=1, max=5)] = None,
    way: Annotated[
        str, typer.Option("--way", help="Báo qua đâu: mạng xã hội (Zalo), điện thoại, gặp trực tiếp.")
    ] = Channel.SOCIAL.value,
    letter: Annotated[
        bool, typer.Option("--letter", help="Lập công văn hướng dẫn lên hạng sao (--to), thay cho tin nhắn.")
    ] = False,
    who: Annotated[Text, typer.Option("--who", help="Người báo; bỏ trống: công chức phụ trách.")] = None,
) -> int:
    """Say to a producer what is missing, by when, with an example and whom to ask."""
    file, channel = session.dossier(dossier), given_choice(way, CHANNELS, "--way")
    check = partial(read_day, option="--due")
    asked = session.ask("Hạn gửi (Enter: không ghi)", option="--due", given=due, check=check, optional=True)
    day = read_day(asked, "--due") if asked else None
    if letter:
        paper, act = letter_to_raise(session, file, to, who, day)
        following = f"văn thư cấp số: `ocop docs number {paper.document.path} --number SỐ`"
        session.write([paper, act], f"công văn hướng dẫn nâng hạng {file.id}", following)
        return 0
    text = text_for(session, file, day, to)
    session.say(text)
    session.say()
    change = telling(session, file, text, channel, who, day)
    session.write([change], f"nhắc chủ thể {file.id}", "chép đoạn trên vào Zalo, tin nhắn")
    if session.options.json:
        session.json("ocop/tell@1", {"dossier": file.id, "channel": channel, "text": text})
    return 0
