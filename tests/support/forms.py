"""Forms with random answers in every field, and what each medium brings back."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from random import Random

from ocop_cli.dossier.field_map import FieldKind
from ocop_cli.intake.filled import Filled
from ocop_cli.intake.layout import Layout, Line
from ocop_cli.intake.returned import Returned
from ocop_cli.intake.stamp import write_stamp
from ocop_cli.render.form_sheet import sheet_form
from ocop_cli.render.form_word import word_form
from ocop_cli.store.foreign.returned_form import read_returned
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.forms.take_form import returned_of
from ocop_cli.usecases.forms.take_in import Desk
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number
from support.paths import EXAMPLES

TODAY = date(2026, 11, 27)
_SYLLABLES = [
    "mật",
    "ong",
    "hoa",
    "cà",
    "phê",
    "Đắk",
    "Lế",
    "Xốp",
    "ngưỡng",
    "ruộng",
    "bậc",
    "thang",
    "Y",
    "Sương",
    "thuần",
    "khiết",
    "rượu",
    "ghè",
    "men",
    "lá",
    "thổ",
    "cẩm",
    "nghệ",
    "nhân",
    "tỷ",
    "lệ",
    "hữu",
    "cơ",
    "dưới",
    "tán",
    "rừng",
    "ẩm",
    "ướt",
    "nguyễn",
    "ưỡn",
    "quẩy",
    "“ngoặc”",
    "A&B",
    "<x>",
    "100%",
    "1.200",
    "62,5",
    "05/10/2026",
    "½",
    "–",
    "☐",
    "x",
    "v",
    "Có:",
    "không;",
    "0912",
]


def all_layouts() -> dict[str, Layout]:
    """Return every form as it is asked of a new product."""
    return Desk(Sources(EXAMPLES), load_rulebook(), TODAY).blank()


def random_form(layout: Layout, random: Random) -> Filled:
    """Return a form with an answer in nine of ten fields and up to four rows in each table."""
    values = {line.path: _answer(line, random) for line in layout.lines}
    rows = {
        table.path: [
            {line.path: _answer(line, random, lines=False) for line in table.columns}
            for _ in range(random.randint(0, 4))
        ]
        for table in layout.tables
    }
    rows = {path: [row for row in held if any(row.values())] for path, held in rows.items()}
    return Filled(layout, "mau", "Mẫu", "UBND xã Mẫu", "0", values, rows)


def _answer(line: Line, random: Random, *, lines: bool = True) -> str:
    if random.random() < 0.1:
        return ""
    if options := line.boxes or line.choices:
        return random.choice(list(options))
    return _typed(line.field.kind, random, lines=lines)


def _typed(kind: FieldKind, random: Random, *, lines: bool) -> str:
    number = show_number(random.choice([0, 7, 62, 1_200, 1_234_567, 392_000_000]))
    share = random.choice(["0", "62,5", "100", "66,67"])
    answers = {
        FieldKind.COUNT: number,
        FieldKind.MONEY: number,
        FieldKind.YEAR: str(random.randint(2019, 2027)),
        FieldKind.PERCENT: share,
        FieldKind.GROWTH: share,
        FieldKind.DAY: show_date(
            date(random.randint(2000, 2030), random.randint(1, 12), random.randint(1, 28))
        ),
        FieldKind.PROSE: "\n".join(_words(random) for _ in range(random.randint(1, 3) if lines else 1)),
    }
    return answers.get(kind) or _words(random)


def _words(random: Random) -> str:
    return " ".join(random.choice(_SYLLABLES) for _ in range(random.randint(2, 9)))


def page_answers(form: Filled) -> bytes:
    """Return the file that the page of a form saves when nobody touches it."""
    rows = {
        table.path: [
            {"number": number, "answers": dict(row)}
            for number, row in enumerate(form.rows.get(table.path, ()), 1)
        ]
        for table in form.layout.tables
    }
    stamp = json.loads(write_stamp(form.stamp))
    return json.dumps(
        {"ocop-answers": 1, "stamp": stamp, "answers": dict(form.values), "rows": rows}
    ).encode()


MEDIA: Mapping[str, Callable[[Filled], bytes]] = {
    "word": word_form,
    "sheet": sheet_form,
    "page": page_answers,
}
"""How each medium holds answers, as a file that comes back."""


def brought_back(form: Filled, content: bytes) -> Returned:
    """Return what a file brings back of a form."""
    received = read_returned(content)
    assert received.stamp == form.stamp
    return returned_of(received, form, received.stamp)


def differences(form: Filled, returned: Returned) -> tuple[int, list[str], list[str]]:
    """Return how many fields a form has, which came back in doubt, and which came back as something else in silence."""
    told = {
        line.path: (form.values.get(line.path, ""), returned.answers.get(line.path))
        for line in form.layout.lines
    }
    for table in form.layout.tables:
        held, came = form.rows.get(table.path, ()), returned.rows.get(table.path, ())
        for number, row in enumerate(held):
            answers = came[number].answers if number < len(came) else {}
            told |= {f"{number + 1} {path}": (text, answers.get(path)) for path, text in row.items()}
        told |= {f"{table.path} +{n}": ("", row) for n, row in enumerate(came[len(held) :])}  # type: ignore[misc]  # rows that came besides have another type
    doubted = [path for path, (_, answer) in told.items() if getattr(answer, "doubt", "")]
    changed = [
        f"{path}: {text!r} → {getattr(answer, 'text', answer)!r}"
        for path, (text, answer) in told.items()
        if path not in doubted and _plain(text) != _plain(getattr(answer, "text", "?" if answer else ""))
    ]
    return len(told), doubted, changed


def _plain(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))
