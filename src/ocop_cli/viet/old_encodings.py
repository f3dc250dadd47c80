"""Vietnamese typed with a font of before Unicode (TCVN3, VNI): read as Unicode it has signs where no word has any."""

import re

WRITE_UNICODE = "chữ có vẻ gõ bằng bảng mã cũ (TCVN3, VNI); chuyển sang Unicode bằng bộ gõ rồi nhập lại"
_PROOF = "µ¸¶·¹¾ÆØß¬øñåï"
"""Signs that a word never has but in the old fonts; what Unicode texts use as well (® © « » ×) proves nothing in a file."""
_TWICE = re.compile(rf"[A-Za-z][{_PROOF}].*?[A-Za-z][{_PROOF}]")
_IN_WORD = re.compile("[A-Za-z][µ¸¶·¹¨¾¼½ª«¬]|[®©](?=[a-z])")
_FOREIGN = re.compile("(?<=[A-Za-z])[ÆÇËÐÎÏÑØÜÞßäåæçëîïñøö÷ûüþ]|[Øßåæøþñ](?=[a-z])")
"""Letters of other languages in a word: one may be a name from abroad."""
_FEW = 2


def old_encoding_at(text: str) -> int | None:
    """Return where in a file two such signs stand on one line, ``None`` where nowhere: one search of a file that has none."""
    found = any(map(text.__contains__, _PROOF)) and _TWICE.search(text)
    return found.start() if found else None


def is_in_old_encoding(text: str) -> bool:
    """Say whether a value was typed with such a font.

    >>> is_in_old_encoding("Hîp t¸c x· MÉu"), is_in_old_encoding("Gaïo ñoû Ví Duï"), is_in_old_encoding("Trà Señor ½ kg")
    (True, True, False)
    """
    return not text.isascii() and bool(_IN_WORD.search(text) or len(_FOREIGN.findall(text)) >= _FEW)
