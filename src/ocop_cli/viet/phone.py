"""Telephone numbers as people write them, with spaces, dots and words beside them; what is none is doubted."""

import re

_NUMBERS = re.compile(r"\+?[0-9](?:[\s.()-]*[0-9])+")
_DIALLED = re.compile(r"(?:0|84)[1-9][0-9]{8,9}|1[89]00[0-9]{4,6}")
_WITHOUT_PLUS = re.compile(r"(?<![0-9+])(?=84(?:[ .-]?[0-9]){9,10}(?![0-9]))")
_ZERO_LOST = re.compile(r"[1-9][0-9]{8}")


def phone_doubt(text: str) -> str:
    """Return what speaks against a telephone number, in Vietnamese; empty where nothing does.

    >>> phone_doubt("0912 345 678 (Zalo); 0260.3862.123")
    ''
    >>> phone_doubt("912345678")
    'thiếu số 0 đầu?'
    """
    found = [re.sub("[^0-9]", "", number) for number in _NUMBERS.findall(text)]
    wrong = [number for number in found if not _DIALLED.fullmatch(number)]
    if any(_ZERO_LOST.fullmatch(number) for number in wrong):
        return "thiếu số 0 đầu?"
    return "cần 10 hoặc 11 chữ số, bắt đầu bằng số 0" if wrong or not found else ""


def with_plus(text: str) -> str:
    """Return numbers that begin with the country's 84, as web programs keep them, with the plus sign that they are known by.

    >>> with_plus("84912345678; 0912 345 678")
    '+84912345678; 0912 345 678'
    """
    return _WITHOUT_PLUS.sub("+", text)
