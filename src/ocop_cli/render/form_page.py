"""A form to fill in as one page: it opens from a file on any phone, asks no network for anything, saves a small file."""

import json
from typing import Any

from ocop_cli.dossier.field_map import FieldKind
from ocop_cli.intake.filled import Filled
from ocop_cli.intake.form_words import file_name, number_labels
from ocop_cli.intake.layout import place_name
from ocop_cli.intake.stamp import write_stamp
from ocop_cli.render.own_page import own_page

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
    paths = [*(line.path for line in form.layout.lines), *(table.path for table in form.layout.tables)]
    values = {
        "layout": form.layout,
        "title": " – ".join(part for part in (form.layout.title, form.about) if part),
        "about": form.about,
        "sender": form.sender or "xã",
        "labels": number_labels(form.layout),
        "values": form.values,
        "rows": form.rows,
        "names": {path: place_name(path) for path in paths},
        "keyboards": {kind.value: word for kind, word in _KEYBOARDS.items()},
        "readers": {kind.value: True for kind in _READ},
    }
    return own_page("form", _data(form), values)


def _data(form: Filled) -> dict[str, Any]:
    """Return what the script needs to know."""
    return {
        "stamp": json.loads(write_stamp(form.stamp)),
        "about": form.about,
        "sender": form.sender or "xã",
        "file": file_name(form, "json"),
        "key": ":".join(("ocop", form.dossier or "moi", form.layout.id, form.made)),
    }
