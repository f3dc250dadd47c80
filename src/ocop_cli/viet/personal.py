"""Personal data that is known by its look: citizen ids, mobile telephone numbers, addresses of mail; found and masked."""

import re
from collections.abc import Iterable, Iterator

from ocop_cli.viet.tax_code import has_right_check_digit

_DIGITS_SHOWN = 3
_CITIZEN_ID, _PHONE, _EMAIL = "số căn cước", "số điện thoại", "địa chỉ thư điện tử"
_CITIZEN_ID_LOOK = re.compile(r"0[0-9]{2}(?:[ .-]?[0-9]{3}){3}")
_NUMBER = re.compile(  # the first sign stands before what looks back: the search then leaps from zero to zero
    r"0(?<![0-9+].)(?:[0-9]{2}(?:[ .-]?[0-9]{3}){3}|(?:084[ .-]?)?[35789](?:[ .-]?[0-9]){8})(?![0-9])"
)
_ABROAD = re.compile(r"\+84[ .-]?[35789](?:[ .-]?[0-9]){8}(?![0-9])")
_HOST = re.compile(r"@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_MAY_BE_NUMBER = re.compile(r"0(?<![0-9+].)(?:(?:[.-]|[^\S\r\n])*+[0-9]){9}")
"""However its digits are parted: a tax code is kept without what parts them."""
_SIGNS = ("0", "+84", "@")
"""With one of them each begins: most texts hold none."""
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]+$")
_LONGEST_MAILBOX = 64
_OF_OFFICES = re.compile(r"[.@](?:gov\.vn|invalid)$")
_GROUPED = re.compile(
    r"(?:\+84|0084)?[ .-]?[0-9]{3,}(?:[ .-][0-9]{2,})*|[0-9]{2}(?:[ .-][0-9]{4}){2}|(?:\+84|0084).*"
)
"""How a number is spoken: the digits of a day, 03-05-2026, are grouped otherwise."""
_HASH = re.compile(r"(?=[0-9]*[a-f])[0-9a-f]{16,}")
_LONGEST_HASH = 128
_BARE = re.compile(r"[^0-9a-z]*(?:[\w ]+:)?[ '\"]*", re.IGNORECASE)
"""What may stand before the one value of a line of YAML."""
_TAX_DIGITS = 10


def kinds_of_personal(text: str) -> tuple[str, ...]:
    """Return what personal data a text holds, in Vietnamese, each kind once; empty where none is seen.

    A number that is all there is of a value, and whose last digit is right for a tax code, is none: it is a paper's.

    >>> kinds_of_personal("Liên hệ 0912 345 678")
    ('số điện thoại',)
    """
    return tuple(dict.fromkeys(kind for kind, _ in _found(text)))


def may_be_personal(file: str) -> bool:
    """Say whether any value that is read of a file may hold personal data; it has a name and a value a line.

    >>> may_be_personal("tax_code: 001 2345.67890 # hộ"), may_be_personal("on: 2026-01-02")
    (True, False)
    """
    return "+84" in file or bool(_HOST.search(file) or _MAY_BE_NUMBER.search(file))


def masked(text: str) -> str:
    """Return a text of the same length without the personal data in it: of a number its last three digits stay.

    >>> masked("Căn cước 001234567890")
    'Căn cước *********890'
    """
    for _, (start, end) in _found(text):
        text = text[:start] + _starred(text[start:end]) + text[end:]
    return text


def without_personal(text: str, stand_in: str) -> str:
    """Return a text in which words stand in for the personal data.

    >>> without_personal("Gọi 0912 345 678 nhé", "(đã xóa)")
    'Gọi (đã xóa) nhé'
    """
    for start, end in reversed(_joined(place for _, place in _found(text))):
        text = text[:start] + stand_in + text[end:]
    return text


def _joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places in their order, those that overlap as one: a mailbox may be called by a telephone number."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(places):
        before = whole.pop() if whole and start < whole[-1][1] else (start, end)
        whole.append((before[0], max(before[1], end)))
    return whole


def _starred(value: str) -> str:
    if "@" in value:
        return re.sub(r"[^@.]", "*", value)
    return re.sub(r"[0-9]", "*", value[:-_DIGITS_SHOWN]) + value[-_DIGITS_SHOWN:]


def _found(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the kind and the place of each: numbers inside hashes, and mail to offices, are none."""
    if not any(map(text.__contains__, _SIGNS)):
        return
    numbers = (*_NUMBER.finditer(text), *(_ABROAD.finditer(text) if "+84" in text else ()))
    for found in numbers:
        if _is_in_hash(text, found):
            continue
        if _CITIZEN_ID_LOOK.fullmatch(found[0]):
            yield _CITIZEN_ID, found.span()
        elif _GROUPED.fullmatch(found[0]) and not _is_tax_code(text, found):
            yield _PHONE, found.span()
    for found in _HOST.finditer(text):
        box = _MAILBOX.search(text, max(found.start() - _LONGEST_MAILBOX, 0), found.start())
        if box and not _OF_OFFICES.search(found[0]):
            yield _EMAIL, (box.start(), found.end())


def _is_in_hash(text: str, found: re.Match[str]) -> bool:
    around = text[max(found.start() - _LONGEST_HASH, 0) : found.end() + _LONGEST_HASH]
    return any(found[0] in run[0] for run in _HASH.finditer(around))


def _is_tax_code(text: str, found: re.Match[str]) -> bool:
    """Say whether a number of ten digits is the one value of its line and right as a tax code."""
    code = found[0]
    if len(code) != _TAX_DIGITS or not code.isdecimal() or not has_right_check_digit(code):
        return False
    before = text[: found.start()].rpartition("\n")[2]
    after = text[found.end() :].partition("\n")[0]
    return bool(_BARE.fullmatch(before)) and not after.strip(" '\"\r,")
