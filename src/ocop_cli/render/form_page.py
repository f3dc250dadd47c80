"""A form to fill in as one page: it opens from a file on any phone, asks no network for anything, saves a small file."""

import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from ocop_cli.dossier.field_map import FieldKind
from ocop_cli.intake.filled import Filled
from ocop_cli.intake.form_words import file_name, number_labels
from ocop_cli.intake.layout import place_name
from ocop_cli.intake.stamp import write_stamp

_FOLDER = Path(__file__).parent / "page"
_KEYBOARDS = {
    FieldKind.COUNT: "numeric",
    FieldKind.YEAR: "numeric",
    FieldKind.MONEY: "numeric",
    FieldKind.PERCENT: "decimal",
    FieldKind.GROWTH: "decimal",
}
_READ = (*_KEYBOARDS, FieldKind.DAY)  # what the page reads as it is typed, and shows how


def page_form(form: Filled) -> bytes:
    """Return the form as one HTML file with everything in it, always the same bytes for the same form."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _read("form.css"), _read("form.js")
    paths = [*(line.path for line in form.layout.lines), *(table.path for table in form.layout.tables)]
    text = environment.get_template("form.html.j2").render(
        layout=form.layout,
        title=" – ".join(part for part in (form.layout.title, form.about) if part),
        about=form.about,
        sender=form.sender or "xã",
        labels=number_labels(form.layout),
        values=form.values,
        rows=form.rows,
        names={path: place_name(path) for path in paths},
        keyboards={kind.value: word for kind, word in _KEYBOARDS.items()},
        readers={kind.value: True for kind in _READ},
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        data=Markup(_data(form)),  # noqa: S704 - escaped for a script element
    )
    return text.encode()


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return what the page may do: run its own script, wear its own style, nothing else."""
    allowed = {"style-src": style, "script-src": script}
    hashes = (f"{kind} 'sha256-{_digest(text)}'" for kind, text in allowed.items())
    return "; ".join(
        ["default-src 'none'", *hashes, "img-src data:", "base-uri 'none'", "form-action 'none'"]
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _data(form: Filled) -> str:
    """Return what the script needs to know, safe inside a script element."""
    said = {
        "stamp": json.loads(write_stamp(form.stamp)),
        "about": form.about,
        "sender": form.sender or "xã",
        "file": file_name(form, "json"),
        "key": ":".join(("ocop", form.dossier or "moi", form.layout.id, form.made)),
    }
    return json.dumps(said, ensure_ascii=True).replace("<", "\\u003c")
