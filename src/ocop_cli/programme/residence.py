"""What people call the places they live in below the commune: thôn, làng, bản, tổ dân phố."""

from ocop_cli.programme.profile import Commune

_USUAL = {"phường": "tổ dân phố", "đặc khu": "khu dân cư"}
_KINDS = (
    "tổ dân phố",
    "khu dân cư",
    "khu phố",
    "thôn",
    "làng",
    "bản",
    "buôn",
    "bon",
    "plei",
    "ấp",
    "xóm",
    "khóm",
    "tổ",
)
_LED_BY_A_GROUP_HEAD = ("tổ dân phố", "tổ")


def villages(commune: Commune) -> str:
    """Return the villages of a commune as its own list names them, else as such communes do: ``các thôn, làng``."""
    return f"các {', '.join(_kinds(commune))}"


def village_word(commune: Commune) -> str:
    """Return what one of them is called: the kind that the commune's list begins with, else the usual one."""
    return _kinds(commune)[0]


def village_heads(commune: Commune) -> str:
    """Return the heads of these villages: ``Trưởng các thôn, làng``."""
    kinds = _kinds(commune)
    title = "Tổ trưởng" if all(kind in _LED_BY_A_GROUP_HEAD for kind in kinds) else "Trưởng"
    return f"{title} {villages(commune)}"


def _kinds(commune: Commune) -> list[str]:
    named = (_kind(name) for name in commune.villages)
    return list(dict.fromkeys(kind for kind in named if kind)) or [_USUAL.get(commune.kind, "thôn")]


def _kind(name: str) -> str:
    return next((kind for kind in _KINDS if name.casefold().startswith(f"{kind} ")), "")
