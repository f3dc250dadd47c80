"""What our pages have in common: everything in one file, and a policy that lets nothing in or out."""

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup

_FOLDER = Path(__file__).parent / "page"


def own_page(name: str, data: Any, values: Mapping[str, Any]) -> bytes:
    """Return the page of a template with its style, its script if it has one and the data for it, as one HTML file.

    Always the same bytes for the same values. ``page/NAME.html.j2``, ``NAME.css`` and ``NAME.js`` are ours.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = _read(f"{name}.css"), _read(f"{name}.js") if (_FOLDER / f"{name}.js").is_file() else ""
    text = environment.get_template(f"{name}.html.j2").render(
        policy=_policy(style, script),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        data=Markup(_safe(data)),  # noqa: S704 - escaped for a script element
        **values,
    )
    return text.encode()


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Return what the page may do: run its own script, if it has one, wear its own style, nothing else."""
    allowed = {"style-src": style, "script-src": script}
    hashes = (f"{kind} 'sha256-{_digest(text)}'" for kind, text in allowed.items() if text)
    return "; ".join(
        ["default-src 'none'", *hashes, "img-src data:", "base-uri 'none'", "form-action 'none'"]
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _safe(data: Any) -> str:
    """Return data as JSON, safe inside a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
