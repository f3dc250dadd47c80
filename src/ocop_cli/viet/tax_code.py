"""Tax codes as offices write them: ten digits, thirteen for a branch, twelve for a household since July 2025."""

import re

_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_CODE = re.compile(r"([0-9]{10})(?:-?([0-9]{3}))?|[0-9]{12}")
_ZERO_LOST = {9, 11}
"""Digits that are left when a spreadsheet has taken the leading zero of ten or twelve."""


def parse_tax_code(text: str) -> str:
    """Return a tax code with every zero it has: ``0123456787``, ``0123456787-001`` or twelve digits.

    Raises ``ValueError`` with what is wrong, in Vietnamese.

    >>> parse_tax_code("0123456787001")
    '0123456787-001'
    """
    bare = re.sub(r"[\s.]", "", text)
    found = _CODE.fullmatch(bare)
    if found is None:
        digits = len(re.sub(r"[^0-9]", "", bare))
        doubt = ": thiếu số 0 đầu?" if bare.isdecimal() and digits in _ZERO_LOST else ""
        raise ValueError(f"mã số thuế có 10, 12 hoặc 13 chữ số, ở đây có {digits}{doubt}")
    return f"{found[1]}-{found[2]}" if found[2] else bare


def is_personal(code: str) -> bool:
    """Say whether a code is the twelve digits of a person, as households have."""
    return code.isdecimal() and len(code) == 12  # noqa: PLR2004 - the length of a personal number


def shown_tax_code(code: str) -> str:
    """Return a code as a shared screen may show it: of a person's only the last three digits."""
    return f"{'*' * 9}{code[-3:]}" if is_personal(code) else code


def has_right_check_digit(code: str) -> bool:
    """Say whether the tenth digit fits the nine before it; twelve digits carry none."""
    if is_personal(code):
        return True
    weighted = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, code, strict=False))
    return 10 - weighted % 11 == int(code[9])
