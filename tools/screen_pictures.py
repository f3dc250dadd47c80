"""Pictures of the screen for the guide: what the golden screens hold, which the tests compare with the real commands."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from ocop_cli.app.lazy import help_screen

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests/commands/golden"
FOLDER = ROOT / "docs/screens"
_SCREENS = (("score-interview", "ocop score", 22), ("panel", "ocop panel", 25))
"""Golden screens with the command that shows them and how many lines of it are shown."""
_NO_FONTS = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
"""No picture asks a network for fonts: the reader's own are used."""


def screen_pictures() -> Iterator[tuple[Path, bytes]]:
    """Yield each picture with its place."""
    yield FOLDER / "ocop-help.svg", _picture("ocop --help", help_screen([]))
    for name, command, lines in _SCREENS:
        shown = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()[:lines]
        yield FOLDER / f"ocop-{name}.svg", _picture(command, "\n".join(shown))


def _picture(title: str, text: str) -> bytes:
    lines = text.rstrip().splitlines()
    width = max(map(len, lines)) + 1
    console = Console(
        record=True, width=width, file=io.StringIO(), color_system="truecolor", force_terminal=True
    )
    console.print(Text("\n".join([*lines, ""])), soft_wrap=True)  # the edge cuts the feet of the last line
    return console.export_svg(title=title, unique_id="ocop", code_format=_NO_FONTS).encode()
