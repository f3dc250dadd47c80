"""A file that is only skimmed shows the consonants that the reader would find in it, or is named to be read."""

import sys
import unicodedata

from ocop_cli.store.reading.skim import _REWRITTEN
from ocop_cli.viet.text import consonants


def test_what_composing_changes_is_read_not_skimmed() -> None:
    """Every string is composed when it is read: no character may come to other consonants by that, unnoticed."""
    for code in range(sys.maxunicode + 1):
        written = chr(code)
        read = unicodedata.normalize("NFC", written)
        if read != written and not any(sign in written.encode() for sign in _REWRITTEN):
            assert consonants(read.encode()) == consonants(written.encode())
