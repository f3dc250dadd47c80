"""One dossier, written in every way in which a file may come to us."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from string import Template

PLAIN = """\
schema: ocop/dossier@1
product:
  name: $product
  set: $set
producer:
  name: $producer
registration: {track: new, year: 2026}
identity:
  story: $story
history:
  - {stage: preparing, on: 2026-05-01}$moves
"""
SAME_LINES: Callable[[str], str] = str
OVER_LINES: Callable[[str], str] = lambda text: text.replace(" ", "\n      ")  # noqa: E731 - a table of ways to write
ESCAPED: Callable[[str], str] = lambda text: "".join(f"\\u{ord(c):04x}" for c in text)  # noqa: E731 - the same
LAYOUTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "plain": (PLAIN, SAME_LINES),
    "over lines": (PLAIN, OVER_LINES),
    "folded": (PLAIN.replace("$story", ">-\n      $story").replace("$product", ">-\n      $product"), OVER_LINES),
    "literal": (PLAIN.replace("$story", "|\n      $story"), lambda text: text.replace(" ", "\n      ", 2)),
    "quoted": (PLAIN.replace("$story", '"$story"').replace("$product", "' $product'"), OVER_LINES),
    "brackets": (
        PLAIN.replace("\n  name: $product\n  set: $set", " {name: $product, set: $set}")
        .replace("\n  name: $producer", " {name: $producer}")
        .replace("\n  story: $story", ' {story: "$story"}'),
        OVER_LINES,
    ),
    "keys": (PLAIN.replace("  name: $product\n  set: $set", '  ? "name"\n  : $product\n  "set" : "0$set"'), SAME_LINES),
    "comments": (PLAIN.replace("set: $set", "set: # bộ\n    $set").replace("$product", "$product # tên"), SAME_LINES),
    "crlf": (PLAIN.replace("\n", "\r\n"), OVER_LINES),
    "decomposed": (PLAIN, lambda text: unicodedata.normalize("NFD", text)),
    "escaped": (
        PLAIN.replace("$story", '"$story"').replace("$product", '"$product"').replace("$producer", '"$producer"'),
        ESCAPED,
    ),
    "broken": (PLAIN.replace("2026}", "năm nay}"), SAME_LINES),
}  # fmt: skip


def write_dossier(root: Path, name: str, layout: str, parts: dict[str, str], encoding: str = "utf-8") -> None:
    """Write a dossier in a layout: ``parts`` are its product, producer, set, story and more moves."""
    template, spelt = LAYOUTS[layout]
    texts = {key: spelt(text) if key not in {"moves", "set"} else text for key, text in parts.items()}
    text = Template(template).substitute({"moves": "", **texts})
    (root / f"dossiers/{name}.yaml").write_bytes(text.encode(encoding))
