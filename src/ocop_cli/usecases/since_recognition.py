"""What has changed since a product was recognised: the facts of the evaluation that led there beside those of today."""

from collections.abc import Iterator
from datetime import date

from ocop_cli.dossier.conclusions import EvaluationRecord
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import Producer
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.facts_hash import facts_hashes
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.papers.signed import record_of
from ocop_cli.usecases.verify.verify import verify_document
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.field_titles import titles_of
from ocop_cli.viet.numbers import show_number

_COMPARED = ("name", "kind", "address", "village", "licence", "representative")


def changes_since(
    sources: Sources, file: DossierFile, rulebook: Rulebook, profile: Profile, on: date
) -> list[str]:
    """Return in words what has changed since the last recognition; empty where nothing is known of the time before.

    Known are the words that the evaluation report printed, the marks of the facts it rests on, the producer as it was
    kept with an act, and the days of papers and of business years.
    """
    dossier = file.dossier
    held = dossier.recognition
    if held is None:
        return []
    judged = [each for each in dossier.evaluations if each.on <= held.on]
    return [
        *(_contents(sources, file, judged[-1], rulebook, profile) if judged else ()),
        *_producer(dossier, held.on),
        *_papers(dossier, held.on, on),
        *_years(dossier, held.on),
    ]


def _contents(
    sources: Sources, file: DossierFile, judged: EvaluationRecord, rulebook: Rulebook, profile: Profile
) -> Iterator[str]:
    """Yield the words of the report that would be others today; without its record the contents whose facts differ."""
    report = judged.report.file if judged.report else None
    record = record_of(sources, report) if report else None
    told = verify_document(sources, record, rulebook, profile).differences if record else ()
    if told:
        yield from (f"{change.title}: trước “{change.before}”, nay “{change.after}”" for change in told)
        return
    now = facts_hashes(file.dossier)
    for conclusion in judged.contents:
        if conclusion.facts and conclusion.facts != now[conclusion.content]:
            yield f"{word(conclusion.content)}: số liệu đã khác lần đánh giá ngày {show_date(judged.on)}"


def _producer(dossier: Dossier, recognised_on: date) -> Iterator[str]:
    kept = [move.producer for move in dossier.moves if move.producer and move.on <= recognised_on]
    if not kept:
        return
    for name in _COMPARED:
        before, after = getattr(kept[-1], name), getattr(dossier.producer, name)
        if before != after:
            yield f"{titles_of(Producer, (name,))}: đã đổi từ khi được công nhận"


def _papers(dossier: Dossier, recognised_on: date, on: date) -> Iterator[str]:
    for paper in dossier.papers:
        if paper.issued_on and paper.issued_on > recognised_on:
            yield f"Giấy tờ mới: {paper.title}, ngày {show_date(paper.issued_on)}"
        if paper.expires_on and paper.expires_on < on:
            yield f"Giấy tờ đã hết hạn ngày {show_date(paper.expires_on)}: {paper.title}"


def _years(dossier: Dossier, recognised_on: date) -> Iterator[str]:
    for year in dossier.business.years if dossier.business else ():
        if year.year >= recognised_on.year:
            revenue = f"doanh thu {show_number(year.revenue)} đồng" if year.revenue is not None else ""
            output = f"sản lượng {year.output}" if year.output else ""
            if told := ", ".join(part for part in (revenue, output) if part):
                yield f"Năm {year.year}: {told}"
