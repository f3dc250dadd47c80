"""Product groups, product sets and the grounds that rule a dossier out."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.provenance import Source


class Detection(StrEnum):
    """How a ground for disqualification is found."""

    ALL_IMPORTED_OR_UNKNOWN = "all_imported_or_unknown"  # from the materials of the dossier
    COPY_OF_ANOTHER = "copy_of_another"  # by comparison with other products
    MISSING_PAPER = "missing_paper"  # a required paper is not there
    MANUAL = "manual"  # only a person can say


class ProductGroup(NamedTuple):
    """One of the product groups (ngành hàng)."""

    id: str
    name: str


class CriteriaGroup(NamedTuple):
    """A numbered group of criteria on the score sheet."""

    number: int
    name: str


class Disqualification(NamedTuple):
    """A ground on which a dossier is ruled out whatever its points. ``criterion`` is where it is printed."""

    id: str
    text: str
    sets: tuple[int, ...]
    detect: Detection
    source: Source
    cite: str
    criterion: str = ""
    papers: tuple[str, ...] = ()


class ProductSet(NamedTuple):
    """A product set (bộ sản phẩm) with its place in the taxonomy and its criteria in the decision's order.

    ``suspect`` says what our source has lost of this set.
    """

    number: int
    name: str
    product_group: ProductGroup
    group: str
    subgroup: str
    ministry: str
    source: Source
    cite: str
    groups: tuple[CriteriaGroup, ...]
    criteria: Sequence[Criterion]
    disqualifications: tuple[Disqualification, ...]
    suspect: str = ""

    def content(self, content: CommuneContent) -> Criterion | None:
        """Return the criterion of a commune content, or None where the set has no such criterion."""
        return next((c for c in self.criteria if c.content is content), None)

    @property
    def stops(self) -> tuple[tuple[Criterion, Option], ...]:
        """Every level after which nothing more is assessed, with its criterion."""
        return tuple((c, level) for c in self.criteria for level in c.levels if level.stops)

    def criterion(self, criterion_id: str) -> Criterion | None:
        """Return the criterion with this id."""
        return next((c for c in self.criteria if c.id == criterion_id), None)
