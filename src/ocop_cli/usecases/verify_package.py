"""Is a package still what was assembled: its content against its own lists, its hash against the dossiers' record?"""

import hashlib
from typing import Any, NamedTuple

from ocop_cli.store.bag import bag_faults
from ocop_cli.store.dossiers import gather_dossiers
from ocop_cli.store.files.paths import inside
from ocop_cli.store.sources import Sources


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


def verify_package(sources: Sources, package: str) -> PackageCheck:
    """Check a package of the workspace."""
    content = inside(sources.root, package).read_bytes()
    count, faults = bag_faults(content)
    digest, named = hashlib.sha256(content).hexdigest(), []
    for file in gather_dossiers(sources).rest(sources.leave_out):
        kept = [request.sha256 for request in file.dossier.submissions if request.package == package]
        named += [file.id] * bool(kept)
        if any(sha256 and sha256 != digest for sha256 in kept):
            faults.append(f"mã băm khác mã đã ghi ở hồ sơ {file.id}")
    return PackageCheck(package, count, tuple(faults), tuple(named))


def package_json(found: PackageCheck) -> dict[str, Any]:
    """Return a check as ``ocop/verify-package@1`` without its schema name."""
    return {
        "file": found.package,
        "files": found.files,
        "faults": list(found.faults),
        "dossiers": list(found.dossiers),
    }
