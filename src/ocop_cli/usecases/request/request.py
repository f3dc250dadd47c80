"""The dossiers of one request to the province: their law, what they lack, and the code that each product keeps."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from ocop_cli.checks.completeness import find_missing, find_past_sending
from ocop_cli.checks.dossier_index import DossierIndex, indexed
from ocop_cli.checks.every import compare, run_checks
from ocop_cli.checks.lawful import find_unlawful
from ocop_cli.dossier.conclusions import Submission
from ocop_cli.dossier.stage import stage_of
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.case import Case
from ocop_cli.evaluation.law import applicable_ruleset
from ocop_cli.findings import Finding, Severity
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Rulebook, Ruleset
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, gather_dossiers
from ocop_cli.store.dossier.evidence import evidence_files, files_seen, hashes_of, read_files
from ocop_cli.store.reading.gaps import Gap, refuse_gaps
from ocop_cli.store.reading.read_file import ReadFile
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.case import case_of
from ocop_cli.usecases.papers.filler import filler_findings
from ocop_cli.workflow.submission import next_serial, product_code


class RequestedDossier(NamedTuple):
    """One dossier of a request, with its law, its number, its code and what it lacks.

    ``files`` maps the files that it names to what was read of them: so they were checked and must be packed; ``pages`` to
    how many they have, where that can be counted.
    ``unlawful`` is what the law says against sending it: its errors are not lifted by force. ``everyone`` maps the
    dossiers of the folder to their requests, where they made any.
    """

    file: DossierFile
    law: Ruleset
    serial: int
    code: str
    missing: tuple[Finding, ...]
    files: Mapping[str, ReadFile | None]
    pages: Mapping[str, int | None]
    unlawful: tuple[Finding, ...]
    everyone: Mapping[str, Sequence[Submission]]

    @property
    def is_past_sending(self) -> bool:
        """Say whether the dossier is with the province, was answered or has ended."""
        return stage_of(load_cycle().stages, self.file.dossier.stage).past_sending


class Everyone(NamedTuple):
    """All dossiers of the folder: the requests of those that made any, what they say beside each other, and the unread."""

    requests: Mapping[str, Sequence[Submission]]
    beside: DossierIndex
    gaps: tuple[Gap, ...]


def read_everyone(sources: Sources) -> Everyone:
    """Read all dossiers of the folder."""
    requests, compared, stages = dict[str, Sequence[Submission]](), [], load_cycle().stages
    gaps: list[Gap] = []

    def take(gap: Gap) -> None:
        gaps.append(gap)
        sources.leave_out(gap)

    for file in gather_dossiers(sources).rest(take):
        if file.dossier.submissions:
            requests[file.id] = file.dossier.submissions
        compared.append(indexed(file.source.name, file.dossier, stages, file.source.located))
    return Everyone(requests, DossierIndex(compared), tuple(gaps))


def plan_entries(
    sources: Sources, files: Sequence[DossierFile], rulebook: Rulebook, profile: Profile, on: date
) -> list[RequestedDossier]:
    """Return the dossiers of a request as they stand on a day; a product without a code gets the next one.

    Raises ``OcopError`` when they fall under different decisions, when a code is taken, and when a new code is wanted
    while a dossier cannot be read.
    """
    everyone, entries = read_everyone(sources), []
    fresh = next_serial(chain.from_iterable(everyone.requests.values()), on.year)
    for file in files:
        law = applicable_ruleset(file.dossier, rulebook, on)
        if file.dossier.product_code:
            serial, code = file.dossier.submissions[-1].serial, file.dossier.product_code
        else:
            refuse_gaps(everyone.gaps, "nên chưa cấp mã số sản phẩm mới: mã có thể trùng")
            serial, code = fresh, product_code(law.decision.procedure, profile, fresh, on.year)
            fresh += 1
        _refuse_taken(file.id, code, everyone.requests)
        read = read_files(evidence_files(sources.root, file.dossier))
        seen = files_seen(sources, file.dossier, hashes_of(read))
        case = case_of(file.source.name, file.dossier, law, on, seen)
        missing = (*_missing(case, everyone.beside), *filler_findings(sources, file))
        unlawful = tuple(find_unlawful(case))
        found = (missing, read, seen.pages, unlawful)
        entries.append(RequestedDossier(file, law, serial, code, *found, everyone.requests))
    _refuse_many_decisions(entries)
    return entries


def sharing(entries: Sequence[RequestedDossier], holds: Callable[[Submission], bool]) -> list[str]:
    """Return the dossiers of the folder whose prepared request holds something: a letter, a package."""
    made = entries[0].everyone.items()
    return [name for name, (*_, last) in made if last.on is None and holds(last)]


def ids_of(entries: Iterable[RequestedDossier]) -> str:
    """Return the ids of the dossiers of a request as they are typed."""
    return " ".join(entry.file.id for entry in entries)


def _refuse_taken(dossier_id: str, code: str, requests: Mapping[str, Sequence[Submission]]) -> None:
    for other, made in requests.items():
        if other == dossier_id or all(each.product_code != code for each in made):
            continue
        raise OcopError(
            f"Mã số {code} của {dossier_id} cũng là mã số của hồ sơ {other}.",
            "Mỗi sản phẩm một mã số: đối chiếu văn bản đã gửi, sửa mã số sản phẩm trong tệp của hồ sơ ghi sai.",
            exit_code=1,
        )


def _refuse_many_decisions(entries: Sequence[RequestedDossier]) -> None:
    if len({entry.law.decision.id for entry in entries}) > 1:
        listed = "; ".join(f"{entry.file.id}: {entry.law.decision.id}" for entry in entries)
        raise OcopError(
            f"Các hồ sơ thuộc quyết định khác nhau ({listed}).", "Nộp thành các bộ riêng.", exit_code=MISUSE
        )


def _missing(case: Case, index: DossierIndex) -> tuple[Finding, ...]:
    """What is missing, and every contradiction: a dossier that contradicts itself is not sent."""
    if past := find_past_sending(case):
        return tuple(past)
    found = (
        *run_checks(case),
        *compare(indexed(case.name, case.dossier, case.stages, lambda place: place), index),
    )
    return (*find_missing(case), *(finding for finding in found if finding.severity is Severity.ERROR))
