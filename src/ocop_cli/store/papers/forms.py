"""The forms: the workspace's own template wins over the one that comes with the program."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ocop_cli.programme.form import FormInfo, current_form_id, ids_of_form
from ocop_cli.programme.short_hash import short_hash
from ocop_cli.store.built_in.compiled import compiled
from ocop_cli.store.built_in.resources import resource_root

TEMPLATE_FOLDER = "templates"


def form_ids() -> list[str]:
    """Return the ids of all forms."""
    return sorted(_forms())


def template_path(root: Path, form_id: str) -> Path:
    """Return the Word template of a form."""
    form_id = current_form_id(form_id)
    own = own_template(root, form_id)
    return own if own.is_file() else packaged_template(form_id)


def own_template(root: Path, form_id: str) -> Path:
    """Return where the workspace's own template of a form lies, or would lie; one under an old id is found."""
    places = [root / TEMPLATE_FOLDER / name / "form.docx" for name in ids_of_form(form_id)]
    return next((place for place in places if place.is_file()), places[0])


def packaged_template(form_id: str) -> Path:
    """Return the template that comes with the program."""
    return resource_root() / TEMPLATE_FOLDER / form_id / "form.docx"


def template_hash(template: Path) -> str:
    """Return the short hash of a template; one that has not changed is read once."""
    status = template.stat()
    return _template_hash(template, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)  # a run may make or verify hundreds of documents of it
def _template_hash(template: Path, _changed: int, _size: int) -> str:
    return short_hash(template.read_bytes())


@cache  # a run may make hundreds of documents of it
def load_form(form_id: str) -> FormInfo:
    """Read what the program knows of a form."""
    form_id = current_form_id(form_id)
    data = _forms()[form_id]
    sources = {name: tuple(paths) for name, paths in data.get("sources", {}).items()}
    return FormInfo(
        data["id"],
        data["name"],
        data["symbol"],
        data["cite"],
        tuple(data["copies"]),
        tuple(data["grounds"]),
        bool(data["symbol"] or data.get("numbered")),
        data.get("printed", ""),
        sources,
        tuple(data.get("personal", ())),
        data.get("answer_limit", ""),
    )


@cache
def _forms() -> dict[str, Any]:
    """Every form's own data by its id: what ``templates/<id>/form.yaml`` says."""
    forms: dict[str, Any] = compiled("forms")
    return forms
