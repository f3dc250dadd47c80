"""Which papers prove each content of an evaluation: named by the official, asked for where a person sits."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import word
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.answers import DECLARED, by_content
from ocop_cli.findings import FieldPath
from ocop_cli.rules.decision import Ruleset
from ocop_cli.viet.choices import chosen

_OPTION = "--evidence"


def with_evidence(
    fields: Mapping[FieldPath, Any],
    dossier: Dossier,
    ruleset: Ruleset,
    texts: Sequence[str],
    ask: Callable[..., str] | None,
) -> dict[FieldPath, Any]:
    """Return the fields that an evaluation sets, with the papers named for each content.

    ``texts`` are ``CONTENT=PAPER``; without ``ask`` nobody can be asked. Raises ``OcopError`` (misuse) for a paper
    that the dossier does not have.
    """
    given, told = by_content(texts, _OPTION), dict(fields)
    papers = {paper.id: paper.title for paper in dossier.papers}
    for content in CommuneContent:
        paper = given.get(content)
        open_question = ruleset.is_judged(content) and not _named(dossier, content)
        if paper is None and ask and papers and open_question:
            paper = ask(f"Minh chứng cho {word(content).lower()}", option=_OPTION, choices=papers)
        if paper is not None:
            told |= _fields(dossier, content, _known(paper, papers), told)
    return told


def _known(paper: str, papers: Mapping[str, str]) -> str:
    """Return the id of a paper that is named by its id, its name or a part of it."""
    found = chosen(paper, papers)
    if len(found) == 1:
        return found[0]
    if found:
        held = f"Ghi rõ một trong: {'; '.join(papers[each] for each in found)}."
        raise OcopError(f"{_OPTION}: “{paper}” có thể là {len(found)} giấy tờ.", held, exit_code=MISUSE)
    listed = "; ".join(f"{title} ({code})" for code, title in papers.items())
    held = (
        f"Dùng một trong: {listed}." if papers else 'Ghi giấy tờ vào hồ sơ trước: `ocop fill MÃ "giấy tờ"`.'
    )
    raise OcopError(f"{_OPTION}: hồ sơ không có giấy tờ “{paper}”.", held, exit_code=MISUSE)


def _named(dossier: Dossier, content: CommuneContent) -> tuple[str, ...]:
    """Return the papers that the dossier names for a content already."""
    if content is CommuneContent.LOCAL_ORIGIN:
        return tuple(paper for material in dossier.materials for paper in material.evidence)
    if content is CommuneContent.LOCAL_LABOUR:
        return dossier.labour.evidence if dossier.labour else ()
    declared = getattr(dossier, DECLARED[content])
    return declared.choice.evidence if declared and declared.choice else ()


def _fields(
    dossier: Dossier, content: CommuneContent, paper: str, told: Mapping[FieldPath, Any]
) -> dict[FieldPath, Any]:
    """Return where a paper is added; papers named before stay."""
    if content is CommuneContent.LOCAL_ORIGIN:
        held = [material.evidence for material in dossier.materials]
        return {("materials", n, "evidence"): _added(papers, paper) for n, papers in enumerate(held)}
    papers = _added(_named(dossier, content), paper)
    if content is CommuneContent.LOCAL_LABOUR:
        return {("labour", "evidence"): papers}
    choice: FieldPath = (DECLARED[content], "choice")
    if choice in told:  # the choice itself is new: written whole
        return {choice: {**told[choice], "evidence": papers}}
    return {(*choice, "evidence"): papers}


def _added(papers: tuple[str, ...], paper: str) -> list[str]:
    return list(dict.fromkeys((*papers, paper)))
