"""What papers just brought let one propose: which facts they prove, and their own numbers, issuers and days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.facts import origins_within
from ocop_cli.dossier.field_map import FieldMap
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.answers import DECLARED
from ocop_cli.findings import FieldPath
from ocop_cli.programme.paper_facts import said_of_paper
from ocop_cli.rules.criterion import Basis
from ocop_cli.rules.decision import Ruleset
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.yaml.edit import Edit, Set
from ocop_cli.usecases.receive.papers import PlacedFile
from ocop_cli.viet.dates import parse_date, show_date

_LINKS = {
    CommuneContent.LOCAL_ORIGIN: "materials[].evidence",
    CommuneContent.LOCAL_LABOUR: "labour.evidence",
    CommuneContent.IDEA_ORIGIN: "idea.choice.evidence",
    CommuneContent.LOCAL_IDENTITY: "identity.choice.evidence",
}


class Proposed(NamedTuple):
    """One fact that a person is asked to confirm: where it goes, its name, its value in words, and why.

    ``papers`` are the papers to choose from where the fact is a paper that proves something; the value is then the id of one,
    and empty where several fit.
    """

    fields: tuple[FieldPath, ...]
    name: str
    value: str
    why: str
    papers: Mapping[str, str] = {}

    @property
    def is_day(self) -> bool:
        """Whether the value is a day."""
        return str(self.fields[0][-1]).endswith("_on")

    def edits(self) -> list[Edit]:
        """Return the edits that write the value; none where there is none."""
        if not self.value:
            return []
        value: Any = parse_date(self.value) if self.is_day else [self.value] if self.papers else self.value
        return [Set(field, value) for field in self.fields]


def proposals(before: Dossier, after: Dossier, law: Ruleset, placed: Sequence[PlacedFile]) -> list[Proposed]:
    """Return what is proposed of the papers just placed; ``after`` is the dossier with them."""
    fields = load_field_map()
    return [*_read(before, after, placed, fields), *_links(after, law, placed, fields)]


def _read(
    before: Dossier, after: Dossier, placed: Sequence[PlacedFile], fields: FieldMap
) -> Iterator[Proposed]:
    """Yield what the text of each new file says of its paper, where the dossier does not say the same."""
    number = len(before.papers)
    for each in placed:
        place = each.taken.replaces
        if place is None:
            place, number = number, number + 1
        paper = after.papers[place]
        for said in said_of_paper(each.taken.incoming.text):
            held = getattr(paper, said.field)
            if held == said.value:
                continue
            why = f"{each.taken.incoming.name}: “{said.line}”"
            name = f"{paper.title}: {fields[f'papers[].{said.field}'].name}"
            now = f"; đang ghi {_words(held)}" if held else ""
            yield Proposed((("papers", place, said.field),), name, _words(said.value), f"{why}{now}")


def _words(value: str | date) -> str:
    return show_date(value) if isinstance(value, date) else value


def _links(
    dossier: Dossier, law: Ruleset, placed: Sequence[PlacedFile], fields: FieldMap
) -> Iterator[Proposed]:
    """Yield which paper proves each content of the commune that names none yet, by what the decision takes for evidence."""
    brought = {each.taken.kind for each in placed}
    papers = {paper.id: paper.title for paper in dossier.papers}
    for content, path in _LINKS.items():
        criterion, places = law.product_set.content(content), _places(dossier, content)
        kinds = law.decision.procedure.evidence_for(criterion.id if criterion else content.value)
        fit = [paper for paper in dossier.papers if paper.kind in {kind.id for kind in kinds}]
        if law.is_judged(content) and places and any(paper.kind in brought for paper in fit):
            cite = next(kind.cite for kind in kinds if kind.id == fit[0].kind)
            value, why = (fit[0].id, cite) if len(fit) == 1 else ("", "nhiều giấy tờ làm minh chứng được")
            yield Proposed(tuple(places), fields[path].name, value, why, papers)


def _places(dossier: Dossier, content: CommuneContent) -> list[FieldPath]:
    """Return where the papers of a content are named, as far as none is."""
    if content is CommuneContent.LOCAL_ORIGIN:
        near = origins_within(Basis.PROVINCE)
        local = ((n, each) for n, each in enumerate(dossier.materials) if each.origin in near)
        return [("materials", n, "evidence") for n, each in local if not each.evidence]
    if content is CommuneContent.LOCAL_LABOUR:
        return [("labour", "evidence")] if dossier.labour and not dossier.labour.evidence else []
    part = DECLARED[content]
    declared = getattr(dossier, part)
    is_open = declared and declared.choice and not declared.choice.evidence
    return [(part, "choice", "evidence")] if is_open else []
