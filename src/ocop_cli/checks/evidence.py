"""Errors of papers and promises."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Severity
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import lower_first
from ocop_cli.workflow.rounds import round_closes, round_decided


def check_evidence_ids(case: Case) -> Iterator[Finding]:
    """F010: two papers have one id."""
    counts = Counter(paper.id for paper in case.dossier.papers)
    first = {paper.id: number for number, paper in reversed(list(enumerate(case.dossier.papers)))}
    for number, paper in enumerate(case.dossier.papers):
        if counts[paper.id] > 1 and number != first[paper.id]:
            yield case.find(
                "F010",
                ("papers", number, "id"),
                f"Mã giấy tờ “{paper.id}” dùng hai lần",
                "đặt mã khác cho một giấy tờ",
                related=(case.place("papers", first[paper.id], "id"),),
            )


def check_evidence_dates(case: Case) -> Iterator[Finding]:
    """F011: a paper expires before it was issued."""
    for number, paper in enumerate(case.dossier.papers):
        if paper.issued_on and paper.expires_on and paper.expires_on < paper.issued_on:
            yield case.find(
                "F011",
                ("papers", number, "expires_on"),
                f"{paper.title} hết hạn trước ngày cấp",
                "đối chiếu bản giấy rồi sửa ngày",
                related=(case.place("papers", number, "issued_on"),),
            )


def check_evidence_lasts(case: Case) -> Iterator[Finding]:
    """F012: a paper lapses before the round that the dossier can still reach."""
    if not (case.stage.before_filing or case.stage.at_commune) or case.ruleset is None:
        return
    closes = round_closes(case.ruleset, case.today)
    if closes:
        words = f"trước hạn đề nghị của đợt ({show_date(closes)})"
        yield from _lapsing(case, closes, words, "xin gia hạn hoặc cấp lại trước khi nộp")


def check_evidence_at_the_province(case: Case) -> Iterator[Finding]:
    """F012: a paper lapses while the province still decides on the dossier."""
    sent = case.dossier.submission
    if not case.stage.waiting or case.ruleset is None or sent is None or sent.on is None:
        return
    decided = round_decided(case.ruleset, sent.on)
    if decided:
        words = f"khi cấp tỉnh còn xét (kết quả trước ngày {show_date(decided)})"
        yield from _lapsing(case, decided, words, "xin gia hạn hoặc cấp lại, rồi gửi bổ sung cho cấp tỉnh")


def find_lapsing(case: Case) -> list[Finding]:
    """Return every paper that lapses too early for where the dossier stands."""
    return [*check_evidence_lasts(case), *check_evidence_at_the_province(case)]


def _lapsing(case: Case, day: date, words: str, cure: str) -> Iterator[Finding]:
    """F012 for every paper that lapses before a day."""
    for number, paper in enumerate(case.dossier.papers):
        if paper.expires_on and paper.expires_on < day:
            yield case.find(
                "F012",
                ("papers", number, "expires_on"),
                f"{paper.title} hết hạn ngày {show_date(paper.expires_on)}, {words}",
                cure,
                severity=Severity.WARNING,
                why="giấy hết hạn thì hồ sơ không đủ thành phần",
                cite=case.law.decision.cite,
            )


def check_pages(case: Case) -> Iterator[Finding]:
    """F223: the dossier states another number of pages than the PDF has; of what cannot be counted nothing is said."""
    for number, paper in enumerate(case.dossier.papers):
        if paper.file is None or paper.pages is None or not paper.file.lower().endswith(".pdf"):
            continue
        counted = case.pages.get(paper.file)
        if counted not in (None, paper.pages):
            yield case.find(
                "F223",
                ("papers", number, "pages"),
                f"{paper.title}: hồ sơ ghi {paper.pages} trang, tệp {paper.file} có {counted} trang",
                "xem lại tệp đã quét đủ chưa, rồi sửa số trang; bỏ dòng số trang thì chương trình đếm theo tệp",
                why="danh mục hồ sơ gửi cấp tỉnh ghi số trang này",
                related=(case.place("papers", number, "file"),),
            )


def check_papers_beside(case: Case) -> Iterator[Finding]:
    """F224: the decision wants another paper beside one that is held, and it is neither held nor promised."""
    if case.ruleset is None:
        return
    procedure = case.ruleset.decision.procedure
    known = {paper.kind for paper in case.dossier.papers} | {each.paper for each in case.dossier.promises}
    for criterion in case.ruleset.product_set.criteria:
        if not criterion.beside:
            continue
        lacking = [procedure.paper_name(kind) for kind in criterion.beside if kind not in known]
        proving = {kind.id for kind in procedure.evidence_for(criterion.id)} if lacking else set()
        for number, paper in enumerate(case.dossier.papers):
            if lacking and paper.kind in proving:
                yield case.find(
                    "F224",
                    ("papers", number),
                    f"{paper.title} chưa có kèm {lower_first(', '.join(lacking))}",
                    "đề nghị chủ thể nộp thêm, hoặc ghi cam kết và hạn nộp",
                    severity=Severity.WARNING,
                    why="quyết định đòi hai giấy này đi cùng nhau khi chấm",
                    cite=criterion.cite,
                )


def check_promises(case: Case) -> Iterator[Finding]:
    """F013: the day of a promise has passed and the paper has not come."""
    for number, promise in enumerate(case.dossier.promises):
        if promise.is_open and promise.due < case.today:
            name = (
                case.ruleset.decision.procedure.paper_name(promise.paper) if case.ruleset else promise.paper
            )
            yield case.find(
                "F013",
                ("promises", number, "due"),
                f"{promise.by} chưa nộp {name}, hạn {show_date(promise.due)}",
                "nhắc người cam kết, nhận giấy",
                severity=Severity.OVERDUE,
                asks=(f"promises[{number + 1}].received_on",),
            )
