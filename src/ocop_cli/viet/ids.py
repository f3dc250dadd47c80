"""Ids: names of files and folders that work on every system."""

import re
from collections.abc import Iterable
from itertools import chain, count

from ocop_cli.viet.personal import masked
from ocop_cli.viet.text import fold, slug

ID_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,61}[a-z0-9]$"
"""What an id looks like: 2 to 63 small letters without marks, digits, hyphens and underscores."""

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""Names of devices: Windows opens no file that is called so, whatever its ending."""

_WANTED = re.compile(ID_PATTERN)


def is_id(text: str) -> bool:
    """Say whether a text can name a file or a folder on every system."""
    return bool(_WANTED.fullmatch(text)) and text not in _RESERVED


def free_id(stem: str, taken: Iterable[str]) -> str:
    """Return the stem, with a serial where it is taken or reserved: ``sam-day-2``, ``con-2``.

    A taken name counts without its case and marks: some file systems do not tell ``Sam-Day`` from ``sam-day``,
    and a file ``Sâm Dây`` is to be renamed to that.
    """
    used = {fold(name).replace(" ", "-") for name in taken}
    names = chain([stem], (f"{stem}-{serial}" for serial in count(2)))
    return next(name for name in names if is_id(name) and name not in used)


def kept_stem(stem: str, kind: str) -> str:
    """Return what a file that came from elsewhere is called when it is kept: every system takes it, it gives away no number of a person.

    ``kind`` is a word for what it is: its name where nothing else is left of it, and before the name of a device.

    >>> kept_stem("Phiếu của Thôn Mẫu (1)", "phieu"), kept_stem("CON", "phieu"), kept_stem("0912 345 678", "phieu")
    ('phieu-cua-thon-mau-1', 'phieu-con', '678')
    """
    name = slug(masked(stem)) or kind
    return f"{kind}-{name}" if name in _RESERVED else name


def id_of_file(name: str) -> str:
    """Return the id that a data file is named after: its name without folder and ending.

    >>> id_of_file("dossiers/sam-day.yaml")
    'sam-day'
    """
    return name.rpartition("/")[2].removesuffix(".yaml")
