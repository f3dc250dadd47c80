"""The text gate, folding and slugs."""

import re
import unicodedata

from ocop_cli.viet.look_alikes import APOSTROPHES, BARE, plain_dashes, plain_spaces, vietnamese_letters

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def forbidden_character(text: str) -> str | None:
    """Return the first control, line-separator, bidi-override, zero-width or surrogate character, or ``None``."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else None


def clean(text: str) -> str:
    """Return the text in NFC with ordinary line ends, as every string is kept."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def lower_first(text: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation stays as it is."""
    if text[1:2].isupper():
        return text
    return f"{text[:1].lower()}{text[1:]}"


def inside_sentence(name: str) -> str:
    """Return the name of a thing inside a sentence: small at its head, unless a capital follows as in a proper name.

    >>> inside_sentence("Măng rừng"), inside_sentence("Cà phê Đăk Hà"), inside_sentence("Đăk Hà"), inside_sentence("Vitamin C")
    ('măng rừng', 'cà phê Đăk Hà', 'Đăk Hà', 'Vitamin C')
    """
    second = name.partition(" ")[2]
    return name if second[:1].isupper() else lower_first(name)


def upper_first(text: str) -> str:
    """Return words as they stand at the head of a sentence or of a cell."""
    return f"{text[:1].upper()}{text[1:]}"


def as_sentence(text: str) -> str:
    """Return what a person typed as a sentence on paper: a capital at its head, a mark at its end.

    >>> as_sentence("nhất trí 100%;")
    'Nhất trí 100%.'
    """
    bare = text.strip().rstrip(",; \n")
    closed = bare.rstrip("”\"')»")[-1:] in (*".!?…:", "")
    return upper_first(bare if closed else f"{bare}.")


def shortened(text: str, most: int) -> str:
    """Return a text on one line, cut after so many letters.

    >>> shortened("Mật ong\\n rừng", 7)
    'Mật ong…'
    """
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def quoted(text: str) -> str:
    """Put a text in quotation marks, once: what was typed may have its own."""
    return f"“{text.strip('“”')}”"


def single_quotes(text: str) -> str:
    """Return a message whose quotation marks are not doubled where it quotes what has its own.

    >>> single_quotes("Không có ““2026””")
    'Không có “2026”'
    """
    return re.sub("“(?=“)|(?<=”)”", "", text)


def fold(text: str) -> str:
    """Return lower-case text without diacritics, for search and comparison only.

    Spaces and dashes of any kind count as one each, apostrophes and what nobody sees as nothing.

    >>> fold("Mật ong Đắk\u00a0 Glei")
    'mat ong dak glei'
    >>> fold("H’Lớp") == fold("h'lop")
    True
    """
    return " ".join(text.translate(_FOLDED).split())


def bare_words(text: str) -> str:
    """Return the words of a text alone, folded: ``“1.2. Vùng nguyên liệu”`` reads ``1 2 vung nguyen lieu``, ``tiep-nhan`` as ``Tiếp nhận``."""
    return " ".join(re.sub(r"[^\w]|_", " ", fold(text)).split())


def without_words(text: str, words: str, stand_in: str) -> str:
    """Return a text in which something stands in for words wherever they stand, marks and all, in capitals or not.

    >>> without_words("Bà Y  SÂM ký", "Y Sâm", "(đã xóa)")
    'Bà (đã xóa) ký'
    """
    parts = r"\s+".join(map(re.escape, unicodedata.normalize("NFC", words).split()))
    wanted = re.compile(rf"(?<!\w){parts}(?!\w)", re.IGNORECASE)
    return wanted.sub(lambda _: stand_in, unicodedata.normalize("NFC", text))


def spelling(text: str) -> str:
    """Return text as it is compared where marks count: one way to write what looks alike, tone marks in one place.

    >>> spelling("Ðắk H’Hoà") == spelling("đắk h'hòa")
    True
    """
    composed = vietnamese_letters(unicodedata.normalize("NFC", text))
    plain = plain_dashes(plain_spaces(composed)).translate(_ONE_APOSTROPHE)
    return " ".join(new_tone_marks(plain).casefold().split())


_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


class _FoldedCharacters(dict[int, str]):
    """What each character becomes when it is folded; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = plain_dashes(plain_spaces(vietnamese_letters(chr(code))))
        bare = "" if character in APOSTROPHES else BARE.get(character, character)
        decomposed = unicodedata.normalize("NFD", bare)
        self[code] = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
        return self[code]


_FOLDED = _FoldedCharacters()


def consonants(text: bytes) -> bytes:
    """Return the consonants and digits of a text in UTF-8, the letters that Vietnamese never marks, in lower case.

    What is left is the same however a text is marked, spaced and punctuated: a way to look through many files
    without decoding them. ``d`` and ``b`` are left out, for they are ``đ`` and ``ƀ`` without their mark, and ``k``, which
    composing makes of the Kelvin sign.

    >>> consonants("Nếp than, mùa cũ (2024)".encode())
    b'npthnmc2024'
    """
    return text.translate(_LOWER, _NO_CONSONANTS)


def consonant_words(text: bytes) -> bytes:
    """Return the consonants and digits of a text in UTF-8 word by word, those words that have none left out.

    >>> consonant_words("Nếp than, mùa  cũ (2024) ơi".encode())
    b'np thn m c 2024'
    """
    return b" ".join(text.translate(_LOWER, _NO_CONSONANTS_NOR_SPACES).split())


_LOWER = bytes(range(256)).lower()
_NO_CONSONANTS = bytes(set(range(256)) - set(b"cfghjlmnpqrstvwxzCFGHJLMNPQRSTVWXZ0123456789"))
_NO_CONSONANTS_NOR_SPACES = bytes(set(_NO_CONSONANTS) - set(b" \t\n\r\x0b\f"))


def slug(text: str) -> str:
    """Return the ``[a-z0-9-]`` form of a name, at most 48 characters; empty when nothing is left.

    >>> slug("Rượu ngô men lá (loại 1)")
    'ruou-ngo-men-la-loai-1'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:48].rstrip("-")


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OPEN_SYLLABLE = re.compile(
    rf"(?<![qQ])(?:([oO])([{_TONES}])([aAeE])|([uU])([{_TONES}])([yY]))(?![\w{_TONES}])"
)


def new_tone_marks(text: str) -> str:
    """Move the tone mark of oa, oe and uy to the second vowel where nothing follows: ``hòa`` → ``hoà``, ``ủy`` → ``uỷ``."""
    moved = _OPEN_SYLLABLE.sub(_mark_last, unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", moved)


def _mark_last(found: re.Match[str]) -> str:
    first, tone, second = (part for part in found.groups() if part)
    return first + second + tone
