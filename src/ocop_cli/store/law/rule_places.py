"""Where in a workspace's own folders of rules a finding about the law stands."""

from collections.abc import Iterable
from pathlib import Path

from ocop_cli.findings import FieldPath, Finding
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import data_files
from ocop_cli.store.yaml.source import Source
from ocop_cli.store.yaml.tree import Node, child


def place_rule_findings(root: Path, findings: Iterable[Finding]) -> list[Finding]:
    """Place each finding on ``rules/<decision>`` in the file of the workspace that holds the most of its field.

    What no file of the workspace has a part of, the program's own data, keeps the folder as its place.
    """
    sources = Sources(root)
    return [_placed(_files(sources, finding.place.file), finding) for finding in findings]


def _files(sources: Sources, folder: str) -> list[Source]:
    return [sources.load(f"{folder}/{path.name}") for path in data_files(sources.root / folder)]


def _placed(sources: list[Source], finding: Finding) -> Finding:
    field = finding.place.field
    best = max(sources, key=lambda source: _depth(source, field), default=None)
    if best is None or not _depth(best, field):
        return finding
    return finding._replace(place=best.place(field, on_key=finding.place.on_key))


def _depth(source: Source, field: FieldPath) -> int:
    """Count the parts of a field path that a file has."""
    here: Node | None = source.root
    depth = 0
    for part in field:
        here = child(here, part) if here is not None else None
        if here is None:
            break
        depth += 1
    return depth
