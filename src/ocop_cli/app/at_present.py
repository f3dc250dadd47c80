"""Which verbs that read do not show everything as of the day of ``--as-of``, and what they say then."""

from collections.abc import Mapping

from ocop_cli.app.verb import Verb

_NOW = "lệnh này xem các tệp như hiện nay, không trở lại ngày đó"
_NO_DAY = "lệnh này không xem theo ngày"

AT_PRESENT: Mapping[str, str] = {
    "check": "chỉ các hồ sơ được kiểm tra như ở ngày đó, các tệp khác như hiện nay",
    "explain": _NO_DAY,
    "lint": _NOW,
    "privacy-find": _NOW,
    "rules-check": _NOW,
    "rules-list": _NO_DAY,
    "templates-check": _NOW,
    "templates-list": _NOW,
    "verify": _NOW,
    "why": _NOW,
}
"""What each of them says, by the name of its page; every other verb that reads shows the folder as of the day."""


def at_present(verb: Verb) -> str:
    """Return what a verb cannot show as of another day, in words; empty for one that can."""
    return AT_PRESENT.get(verb.page_name or verb.name, "")
