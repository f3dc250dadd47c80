"""The Vietnamese order of words: by letters first (a ă â b c d đ …), by tones after, as dictionaries have it."""

import unicodedata
from functools import lru_cache

from ocop_cli.viet.look_alikes import vietnamese_letters

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_ORDER = {letter: number for number, letter in enumerate(_LETTERS, 2)}
_BASE_MARKS = {"\u0302", "\u0306", "\u031b"}  # circumflex, breve, horn: with their letter another letter
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền, hỏi, ngã, sắc, nặng
_LARGE = 0xF0
_KNOWN = 4096  # syllables that are remembered: names say the same few over and over

Key = tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...], str]


def collation_key(text: str) -> Key:
    """Return what to sort a name by: word by word its letters, then its tones, then the spelling.

    Numbers come before letters and by their value; what is neither separates words.

    >>> sorted(["đậu", "dứa", "dừa", "ăn", "ấm", "an"], key=collation_key)
    ['an', 'ăn', 'ấm', 'dừa', 'dứa', 'đậu']
    """
    words = [_word(word) for word in _words(vietnamese_letters(unicodedata.normalize("NFC", text)).lower())]
    return tuple(letters for letters, _ in words), tuple(tones for _, tones in words), text


def sort_bytes(text: str) -> bytes:
    """Return bytes that sort as ``collation_key`` does, whatever follows them: for a database, which sorts bytes.

    >>> sorted(["đậu", "dứa", "dừa", "ăn", "ấm", "an"], key=sort_bytes)
    ['an', 'ăn', 'ấm', 'dừa', 'dứa', 'đậu']
    """
    letters, tones, spelling = collation_key(text)
    rows = b"".join(map(_number_bytes, letters)), b"".join(map(_row_bytes, tones))
    return b"\0".join((*rows, spelling.encode("utf-8", "surrogatepass"), b""))


def _number_bytes(word: tuple[int, ...]) -> bytes:
    """A number sorts by its length first, then digit by digit."""
    kind, *rest = word
    if kind:
        return _row_bytes(word)
    digits = str(rest[0])
    return _row_bytes((kind, len(digits), *map(int, digits)))


@lru_cache(_KNOWN)
def _row_bytes(numbers: tuple[int, ...]) -> bytes:
    """Each number in one byte, a large one in four; a shorter row sorts before a longer one that begins like it."""
    parts = (bytes((n + 2,)) if n + 2 < _LARGE else _LARGE.to_bytes() + n.to_bytes(3) for n in numbers)
    return b"\x01" + b"".join(parts) + b"\0"


def _words(text: str) -> list[str]:
    """Split a text into words; numbers are words of their own."""
    found, before = [""], ""
    for character in text:
        kind = "number" if character.isdecimal() else "word" if character.isalpha() else ""
        if kind != before:
            found.append("")
        found[-1] += character if kind else ""
        before = kind
    return [word for word in found if word]


@lru_cache(_KNOWN)
def _word(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    if word.isdecimal():
        return (0, int(word)), ()
    letters, tones = zip(*map(_letter, word), strict=True)
    return (1, *letters), tones


def _letter(character: str) -> tuple[int, int]:
    """Return the place of a letter without its tone, and the place of the tone."""
    parts = unicodedata.normalize("NFD", character)
    tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
    letter = unicodedata.normalize("NFC", parts[0] + "".join(m for m in parts[1:] if m in _BASE_MARKS))
    return _ORDER.get(letter, len(_LETTERS) + 2 + ord(letter[0])), tone
