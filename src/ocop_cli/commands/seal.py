"""``ocop seal``: seal what has no seal yet, and answer for what was rightly changed by hand."""

from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.programme.seal import Resealed
from ocop_cli.session import Session
from ocop_cli.store.papers.seals import load_seal
from ocop_cli.usecases.papers.seal import broken_seals, file_to_seal, reseal
from ocop_cli.usecases.verify.folder import part_words, verify_folder


def seal(
    session: Session,
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Tệp đã sửa tay đúng; bỏ trống: mọi tệp chưa có dấu niêm.", metavar="TỆP"),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Người chịu trách nhiệm về chỗ sửa.")] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Lý do sửa tay.")] = None,
) -> int:
    """Seal files as they are now; a change that was made by hand needs somebody who answers for it."""
    names = [file_to_seal(session.root, file) for file in files or ()]
    names = names or list(verify_folder(session.sources).unsealed)
    broken = broken_seals(session.sources, names)
    for name, parts in broken.items():
        session.say(f"{name}: {part_words(name, parts)}")
    answers = {}
    if broken:
        who = session.ask("Người chịu trách nhiệm", option="--by", given=by)
        why = session.ask("Lý do sửa tay", option="--reason", given=reason)
        answers = {
            name: Resealed(on=session.today, by=who, reason=why, parts=tuple(parts))
            for name, parts in broken.items()
        }
    wanted = [name for name in names if name in broken or load_seal(session.sources, name) is None]
    changes = [reseal(session.sources, name, answers.get(name)) for name in wanted]
    session.write(changes, f"niêm {len(changes)} tệp", "`ocop verify`")
    return 0
