"""What the commune's report rests on where the product set has no criterion: facts, reason and evidence, no points."""

from typing import NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.model import Dossier
from ocop_cli.evaluation.description_words import description_words
from ocop_cli.evaluation.shares import Share, labour_share, material_share
from ocop_cli.findings import FieldPath
from ocop_cli.rules.criterion import Basis


class Grounds(NamedTuple):
    """The reason and the papers of a finding without points; ``missing`` says what fact is not there, in ``field``."""

    reason: str = ""
    evidence: tuple[str, ...] = ()
    missing: str = ""
    field: FieldPath = ()


def report_grounds(dossier: Dossier, content: CommuneContent) -> Grounds:
    """Return what the dossier holds for a finding on a content without criterion."""
    match content:
        case CommuneContent.LOCAL_ORIGIN:
            return _of_materials(dossier)
        case CommuneContent.LOCAL_LABOUR:
            labour = dossier.labour
            return _of_share(labour_share(labour, Basis.COMMUNE), labour.evidence if labour else ())
        case CommuneContent.IDEA_ORIGIN:
            return _of_declared(dossier, content, "idea")
        case CommuneContent.LOCAL_IDENTITY:
            return _of_declared(dossier, content, "identity")


def _of_materials(dossier: Dossier) -> Grounds:
    """A service cannot always weigh what it uses: without shares the origins themselves are told."""
    materials = dossier.materials
    papers = tuple(dict.fromkeys(paper for material in materials for paper in material.evidence))
    if materials and all(material.share is None for material in materials):
        return Grounds(description_words(dossier, CommuneContent.LOCAL_ORIGIN), papers)
    return _of_share(material_share(materials, Basis.PROVINCE), papers)


def _of_share(share: Share, papers: tuple[str, ...]) -> Grounds:
    return Grounds(share.arithmetic, papers, share.missing, share.field)


def _of_declared(dossier: Dossier, content: CommuneContent, part: str) -> Grounds:
    """Only a person can judge these: the facts are the producer's words, the reason is the commune's."""
    if not description_words(dossier, content):
        return Grounds(missing="chưa có mô tả của chủ thể", field=(part,))
    choice = getattr(dossier, part).choice
    if choice is None or choice.reason is None:
        return Grounds(missing="chưa ghi nhận xét của xã", field=(part, "choice", "reason"))
    return Grounds(choice.reason, choice.evidence)
