"""Make a paper of the year beside plan and report."""

from ocop_cli.session import Session
from ocop_cli.usecases.year.year_papers import PAPERS, Asking

PAPER_WORDS: dict[str, str] = {
    "year-plan": "kế hoạch năm",
    "trade-plan": "xúc tiến thương mại",
    "means-proposal": "bố trí kinh phí",
}
"""What `ocop plan` makes, by the form of each."""


def make_year_paper(session: Session, form: str, year: int) -> int:
    """Draw up a paper of a year."""
    name = {"trade-plan": "xuc-tien", "means-proposal": "kinh-phi"}[form]
    return _make(session, form, {"year": str(year)}, f"{name}-{year}", f"{PAPER_WORDS[form]} {year}")


def make_nomination(session: Session, year: int, number: int) -> int:
    """Draw up the letter that sends people to the class of an act."""
    asked = {"act": f"{year}/{number}"}
    return _make(
        session, "nomination-letter", asked, f"cu-di-hoc-{year}-{number}", f"cử người dự lớp số {number}"
    )


def _make(session: Session, form: str, asked: dict[str, str], name: str, label: str) -> int:
    asking = Asking(session.sources, session.rulebook, session.workspace.profile, session.today)
    values, basis = PAPERS[form](asking, asked)
    session.write([session.document(form, name, values, basis=basis)], label)
    return 0
