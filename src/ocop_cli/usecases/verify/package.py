"""Is a package still what was assembled: its content against its own lists, its hash against the dossiers' record?"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ocop_cli.dossier.conclusions import Submission
from ocop_cli.dossier.model import Dossier
from ocop_cli.store.dossier.dossiers import gather_dossiers
from ocop_cli.store.files.paths import inside
from ocop_cli.store.papers.bag import check_bag
from ocop_cli.store.reading.sources import Sources

Named = Mapping[str, Sequence[tuple[str, Submission]]]


class PackageCheck(NamedTuple):
    """A package, how many files it holds, what is wrong with it in words, and the dossiers that name it."""

    package: str
    files: int
    faults: tuple[str, ...]
    dossiers: tuple[str, ...]

    def lines(self) -> list[str]:
        """Say what was found."""
        named = ", ".join(self.dossiers)
        whose = f"hồ sơ {named} ghi gói này" if named else "không hồ sơ nào ghi gói này là gói đã ký"
        found = [f"Sai: {fault}." for fault in self.faults] or ["Nội dung đúng như lúc lập."]
        return [f"{self.package}: {self.files} tệp; {whose}.", *found]


def verify_package(sources: Sources, package: str, named: Named | None = None) -> PackageCheck:
    """Check a package of the workspace; ``named`` are the requests that name packages, where they are in hand."""
    bag = check_bag(inside(sources.root, package))
    sources.hashes[package] = bag.sha256 or None  # whoever names it as a file asks for it too
    requests = (_named_by_all(sources) if named is None else named).get(package, ())
    wrong = [name for name, request in requests if request.sha256 not in (None, bag.sha256)]
    faults = [*bag.faults, *(f"mã băm khác mã đã ghi ở hồ sơ {name}" for name in wrong if bag.sha256)]
    return PackageCheck(package, bag.files, tuple(faults), tuple(name for name, _ in requests))


def _named_by_all(sources: Sources) -> Named:
    files = gather_dossiers(sources).rest(sources.leave_out)
    return requests_with_packages((file.id, file.dossier) for file in files)


def requests_with_packages(dossiers: Iterable[tuple[str, Dossier]]) -> Named:
    """Map each package to the requests that name it, with the ids of their dossiers."""
    found: dict[str, list[tuple[str, Submission]]] = {}
    for dossier_id, dossier in dossiers:
        for request in dossier.submissions:
            if request.package:
                found.setdefault(request.package, []).append((dossier_id, request))
    return found


def package_json(found: PackageCheck) -> dict[str, Any]:
    """Return a check as ``ocop/verify-package@1`` without its schema name."""
    return {
        "file": found.package,
        "files": found.files,
        "faults": list(found.faults),
        "dossiers": list(found.dossiers),
    }
