"""What is told of things one by one on a command line: each thing once, so that no value is dropped unseen."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from ocop_cli.errors import MISUSE, OcopError

K = TypeVar("K")
V = TypeVar("V")


def told_once(
    told: Iterable[tuple[K, V]], named: Callable[[K], str], shown: Callable[[V], str] = str
) -> dict[K, V]:
    """Return what is told of each thing; the same value may be told again.

    ``named`` and ``shown`` give the words of a thing and of a value. Raises ``OcopError`` (misuse) for two values of
    one thing.

    >>> told_once([("2.2", "đẹp"), ("2.2", "đẹp")], "--set {}".format)
    {'2.2': 'đẹp'}
    """
    found: dict[K, V] = {}
    for thing, value in told:
        if found.setdefault(thing, value) != value:
            both = f"“{shown(found[thing])}” và “{shown(value)}”"
            raise OcopError(
                f"{named(thing)} ghi hai lần: {both}.", "Giữ một giá trị rồi chạy lại.", exit_code=MISUSE
            )
    return found
