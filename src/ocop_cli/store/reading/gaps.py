"""Many files read one after another: all of them, or the rest beside gaps that are named and that nobody can drop."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from ocop_cli.errors import CANNOT_GO_ON, OcopError
from ocop_cli.findings import Finding

T = TypeVar("T")
U = TypeVar("U")


class Gap(NamedTuple):
    """A file that is there and cannot be used: what people call it, its path in the workspace, all that is wrong in it."""

    id: str
    name: str
    findings: tuple[Finding, ...]


INCOMPLETE = "nên số liệu sẽ thiếu, chưa lập văn bản"
"""Why a paper that counts is not made while a file cannot be read."""

_OR_WITHOUT = "; không chờ được thì bỏ hồ sơ đó, văn bản sẽ ghi rõ: --without MÃ --reason “…”"

GapTaker = Callable[[Gap], object]
"""What becomes of a file that cannot be read: ``Sources.leave_out`` names it at the end of the run, ``list.append``
keeps it for ``refuse_gaps``."""


class Gathered(Generic[T]):
    """The files of one kind, read when they are gone through; what is read is not kept.

    They are handed out only to who says what becomes of those that cannot be read: a figure over the rest is no figure
    over all.
    """

    def __init__(self, read: Iterable[T | Gap]) -> None:
        self._read = read

    def rest(self, take: GapTaker) -> Iterator[T]:
        """Yield what can be used, in order; ``take`` is given each gap where it stands."""
        for each in self._read:
            if isinstance(each, Gap):
                take(each)
            else:
                yield each

    def each(self, change: Callable[[T], U | None]) -> "Gathered[U]":
        """Return the same with each usable file changed, or left out where the change is ``None``; gaps stay."""
        return Gathered(self._changed(change))

    def _changed(self, change: Callable[[T], U | None]) -> Iterator[U | Gap]:
        for each in self._read:
            new = each if isinstance(each, Gap) else change(each)
            if new is not None:
                yield new


def refuse_gaps(gaps: Iterable[Gap], why: str, hint: str = "", exit_code: int = CANNOT_GO_ON) -> None:
    """Raise ``OcopError`` with everything that is wrong in the files that could not be read, if there are any.

    ``why`` says what cannot be done without them: ``nên số liệu sẽ thiếu, chưa lập văn bản``.
    """
    if found := list(dict.fromkeys(gaps)):  # a closed folder is met with every file in it
        raise OcopError(
            f"Không đọc được {gap_names(found)} {why}.",
            f"Sửa các điểm nêu trên rồi chạy lại{hint}.",
            code="D001",
            exit_code=exit_code,
            findings=tuple(finding for gap in found for finding in gap.findings),
        )


def said_without(gaps: Iterable[Gap], without: Mapping[str, str]) -> str:
    """Return what a paper says of the files that it does without, by the reasons that were given for them.

    Empty where nothing is left out. Raises ``OcopError`` for a file that cannot be read and has no reason.
    """
    found = list(gaps)
    refuse_gaps([gap for gap in found if gap.id not in without], INCOMPLETE, _OR_WITHOUT, exit_code=1)
    return "; ".join(f"chưa tính {gap_names([gap])}: {without[gap.id]}" for gap in found)


def gap_names(gaps: Iterable[Gap]) -> str:
    """Name files that could not be read: dossiers by their ids, others by their paths."""
    found = list(gaps)
    dossiers = ", ".join(gap.id for gap in found if gap.id != gap.name)
    files = ", ".join(gap.name for gap in found if gap.id == gap.name)
    return "; ".join(filter(None, (f"hồ sơ {dossiers}" if dossiers else "", files)))
