"""What the evaluation report says of the producer and of each content, and the dossier does not hold yet (Mẫu 03)."""

from collections.abc import Iterator

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.field_names import address
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.description_words import description_words
from ocop_cli.evaluation.result import Evaluation, Line
from ocop_cli.findings import FactsAsked, Finding, Place, Severity

_PRODUCER = {
    "kind": "loại hình tổ chức",
    "representative": "người đại diện pháp luật",
    "address": "địa chỉ cơ sở",
}
_PERSON = {"gender": "giới tính", "ethnicity": "dân tộc", "permanent_address": "địa chỉ thường trú"}
_TOLD = {
    CommuneContent.LOCAL_ORIGIN: ("materials",),
    CommuneContent.LOCAL_LABOUR: ("labour.total", "labour.commune"),
    CommuneContent.IDEA_ORIGIN: ("idea.narrative",),
    CommuneContent.LOCAL_IDENTITY: ("identity.culture", "identity.story"),
}
_PROVED = {
    CommuneContent.LOCAL_ORIGIN: ("materials", 0, "evidence"),
    CommuneContent.LOCAL_LABOUR: ("labour", "evidence"),
    CommuneContent.IDEA_ORIGIN: ("idea", "choice", "evidence"),
    CommuneContent.LOCAL_IDENTITY: ("identity", "choice", "evidence"),
}


def find_missing_facts(case: Case, evaluation: Evaluation) -> list[Finding]:
    """Return what the report needs and the dossier lacks: the producer, its representative, words and evidence."""
    return [
        *missing_producer_facts(case),
        *_missing_person_facts(case),
        *(found for line in evaluation.lines for found in _missing_of_content(case, line)),
    ]


def missing_producer_facts(case: Case) -> Iterator[Finding]:
    """F202: who the producer is, as the registration slip and the report name it."""
    for key, words in _PRODUCER.items():
        if getattr(case.dossier.producer, key) is None:
            yield case.find(
                "F202",
                ("producer", key),
                f"Chủ thể chưa ghi {words}",
                "",
                why="phiếu đăng ký và báo cáo đều phải có mục này",
                asks=(f"producer.{key}",),
            )


def _missing_person_facts(case: Case) -> Iterator[Finding]:
    """F219: what the form asks of the representative and only the private file holds."""
    private, name = case.private or PrivateData(), f"private/{case.id}.yaml"
    lacking = {key: words for key, words in _PERSON.items() if getattr(private, key) is None}
    if lacking:
        message = f"Chưa ghi {', '.join(lacking.values())} của người đại diện"
        asks = FactsAsked(case.id, tuple(f"private.{key}" for key in lacking))
        why = "mẫu báo cáo đánh giá có các mục này"
        yield Finding("F219", Severity.ERROR, message, Place(name), why=why, asks=asks)


def _missing_of_content(case: Case, line: Line) -> Iterator[Finding]:
    """F220, F221: a content with a finding, of which the producer told nothing, or that names no evidence."""
    if not line.is_known:
        return  # not evaluated, or told already with what the level needs
    name, cite = word(line.content), line.cite
    if not description_words(case.dossier, line.content):
        told = _TOLD[line.content]
        part = told[0].partition(".")[0]
        yield case.find("F220", (part,), f"{name}: chưa có mô tả của chủ thể", "", cite=cite, asks=told)
    if not line.evidence:
        field = _PROVED[line.content]
        hint = f'thêm --evidence "{name}=MÃ_GIẤY_TỜ"'
        asks = (address(field),)
        yield case.find("F221", field, f"{name}: chưa nêu minh chứng", hint, cite=cite, asks=asks)
