"""The list of every verb in the guide for officials: its name, its Vietnamese name, what it does."""

from collections.abc import Iterator
from pathlib import Path

from ocop_cli.app.aliases import ALIASES
from ocop_cli.app.table import TABLE

GUIDE = Path(__file__).resolve().parent.parent / "README.vi.md"
BEGIN = "<!-- danh sách lệnh do tools/generate.py ghi -->\n"
END = "<!-- hết danh sách lệnh -->"


def listed_guide() -> tuple[Path, bytes]:
    """Return README.vi.md and its content with the verbs of today; what stands around the list is kept.

    Raises ``ValueError`` when a marker of the list is gone.
    """
    text = GUIDE.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    lines = "".join(f"{line}\n" for line in verb_lines())
    return GUIDE, f"{before}{BEGIN}{lines}{END}{after}".encode()


def verb_lines() -> Iterator[str]:
    """Yield a row for each verb, those of a group below it."""
    yield from ("| Lệnh | Tên tiếng Việt | Việc |", "|---|---|---|")
    for verb in TABLE:
        own = ALIASES[verb.name]
        yield f"| `{verb.name}` | {own} | {verb.summary} |"
        for inner in verb.verbs:
            words = f"{verb.name} {inner.name}"
            yield f"| `{words}` | {own} {ALIASES[words]} | {inner.summary} |"
