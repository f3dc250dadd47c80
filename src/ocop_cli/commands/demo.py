"""``ocop demo``: play a year of a commune's OCOP work on a copy of the example workspace."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from ocop_cli.errors import INTERRUPTED, MISUSE, OcopError
from ocop_cli.session import Session
from ocop_cli.usecases.demo import STEPS, Step, copy_example, free_folder, list_documents, play
from ocop_cli.usecases.demo_year import year_steps

_ANOTHER = (
    "Gõ `ocop demo` không kèm tên thì lệnh tự chọn thư mục mới; thư mục làm thử trước đó xóa được bằng tay."
)


def demo(
    session: Session,
    folder: Annotated[Path | None, typer.Argument(help="Thư mục mới; mặc định ./ocop-demo.")] = None,
    year: Annotated[
        bool, typer.Option("--year", help="Làm tiếp cả năm sau: mọi loại việc, mọi lệnh, đến báo cáo năm.")
    ] = False,
) -> int:
    """Copy the example workspace and run every step of the year on it."""
    if folder is not None and folder.exists():
        raise OcopError(f"{folder} đã có.", _ANOTHER, exit_code=MISUSE)
    root = (folder or free_folder(Path.cwd())).resolve()
    copy_example(root)
    session.say(f"Thư mục mẫu: {root}")
    steps = (*STEPS, *year_steps()) if year else STEPS
    for number, step in enumerate(steps, 1):
        _play(session, f"{number}/{len(steps)}", step, root)
    session.say("\nCác văn bản đã lập:")
    documents = list_documents(root)
    for path in documents:
        session.say(f"  {path}")
    session.say(f"\n{len(documents)} tệp trong {root}. Xem tiếp: `ocop -C {root}`")
    return 0


def _play(session: Session, place: str, step: Step, root: Path) -> None:
    """Run one step and show it; a failure of any step fails the demo."""
    session.say(f"\n({place}) {step.says}, ngày {step.on}\n$ ocop {shlex.join(step.words)}")
    done = play(step, root, session.run_line)
    session.say(done.said.rstrip())
    if done.status == INTERRUPTED:
        raise KeyboardInterrupt
    if done.status:
        left = f"Thư mục {root} còn dở, giữ lại để xem."
        raise OcopError(
            f"Bước “{step.says}” dừng với mã {done.status}.", f"{done.complained}{left} {_ANOTHER}"
        )
