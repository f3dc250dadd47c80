"""Whether git on this machine merges the data files as the workspace says."""

from collections.abc import Iterator
from pathlib import Path

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.store.other_programs.git import ATTRIBUTES_FILE, lacks_driver


def merging_findings(root: Path) -> Iterator[Finding]:
    """P090: the clone does not know the way of merging that its attributes name; git then merges line by line in silence."""
    if lacks_driver(root):
        yield Finding(
            "P090",
            Severity.WARNING,
            "git trên máy này chưa biết cách gộp hồ sơ theo từng mục",
            Place(ATTRIBUTES_FILE),
            why="git sẽ gộp từng dòng mà không báo: hai bước chuyển của một hồ sơ có thể thành một quá trình sai",
            hint="chạy một lần trên máy này: `ocop init . --git`",
        )
