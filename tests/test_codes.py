"""The codes that the program can say are those that it can explain."""

import re

from ocop_cli.codes import CODES
from support.source import FILES

CODE = re.compile(r'"([A-Z][0-9]{3})"')


def test_every_code_is_explained_and_every_explanation_is_used() -> None:
    files = [path for path in FILES if path.name != "codes.py"]
    used = {code for path in files for code in CODE.findall(path.read_text(encoding="utf-8"))}
    assert used == set(CODES)
