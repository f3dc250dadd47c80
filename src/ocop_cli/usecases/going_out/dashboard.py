"""The page of a commune, gathered from its folder: nothing about a person, numbers of people masked wherever they stand."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ocop_cli.documents.frame import commune_name
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import word
from ocop_cli.evaluation.law import law_if_known
from ocop_cli.programme.profile import Profile
from ocop_cli.reports.dashboard import Dashboard, Day, Product, ScoreRow
from ocop_cli.reports.period import parse_period
from ocop_cli.reports.public import public_producer, public_story
from ocop_cli.reports.roll_up import figures
from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.rules.decision import Rulebook, Ruleset
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_calendar, load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.next import step_context
from ocop_cli.usecases.rows.summaries import dossiers_as_of
from ocop_cli.usecases.year.due_dossiers import days_of_dossier
from ocop_cli.viet.collation import collation_key
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.personal import masked
from ocop_cli.viet.text import shortened

_STORY = 600  # letters of a story that the page tells: it opens on a telephone


def gather_dashboard(sources: Sources, profile: Profile, rulebook: Rulebook, today: date) -> Dashboard:
    """Return what the page shows of the folder as it stood on a day; what cannot be read is named and left out."""
    gaps: list[Gap] = []
    cycle, decision = load_cycle(), pick_decision(rulebook, today)
    context = step_context(load_calendar(profile.own_days), today, rulebook)
    rows, products, days = list[Summary](), list[Product](), list[Day]()
    for file in dossiers_as_of(sources, today).rest(gaps.append):
        law = law_if_known(file.dossier, rulebook, today)
        row = summarise(file.id, file.dossier, decision, today)
        rows.append(row)
        products.append(_product(file, row, law))
        for item in days_of_dossier(file.id, file.dossier, rulebook, context):
            if item.is_deed or item.on >= today:
                days.append(Day(item.on, masked(item.summary or item.what), masked(item.about)))
    sources.leave_out(*gaps)
    period, targets = parse_period(str(today.year)), profile.targets.get(str(today.year))
    return Dashboard(
        commune=commune_name(profile),
        today=today,
        products=sorted(products, key=lambda product: collation_key(product.name)),
        stages=[
            (f"{s.step}. {cycle.step_names[s.step]}" if s.step in cycle.step_names else "", s.name)
            for s in cycle.stages.values()
        ],
        figures=figures(rows, period, targets, cycle.stages),
        days=days,
        unread=[gap.id for gap in gaps],
    )


def _product(file: DossierFile, row: Summary, law: Ruleset | None) -> Product:
    dossier = file.dossier
    return Product(
        id=file.id,
        name=masked(row.product),
        producer=public_producer(row),
        group=row.group,
        set_name=law.product_set.name if law else "",
        stage=load_cycle().name(row.stage),
        star=row.star or 0,
        standing=row.standing.value if row.standing else "",
        decision=masked(row.decision),
        expires_on=show_date(row.expires_on) if row.expires_on else "",
        story=shortened(public_story(dossier), _STORY),
        scores=tuple(_scores(dossier, law)),
        papers=tuple(dict.fromkeys(_papers(dossier, law))),
        materials=_materials(dossier),
        labour=(row.labour or 0, row.local_labour or 0) if row.local_labour is not None else (0, 0),
    )


def _scores(dossier: Dossier, law: Ruleset | None) -> Iterator[ScoreRow]:
    """Yield what the commune gave each of its contents, with the article of the criterion."""
    if dossier.evaluation is None or law is None:
        return
    for conclusion in dossier.evaluation.contents:
        criterion = law.product_set.content(conclusion.content)
        points = show_number(conclusion.points) if conclusion.points is not None else "–"
        told = f"{points}/{show_number(criterion.max)}" if criterion else "không chấm điểm"
        yield ScoreRow(word(conclusion.content), told, criterion.cite if criterion else "")


def _papers(dossier: Dossier, law: Ruleset | None) -> Iterator[str]:
    """Yield the kinds of the papers by the decision's own names: what people type over a paper may name somebody."""
    for paper in dossier.papers:
        if law:
            yield law.decision.procedure.paper_name(paper.kind)


def _materials(dossier: Dossier) -> dict[str, int]:
    shares: Counter[str] = Counter()
    for material in dossier.materials:
        shares[word(material.origin)] += int(material.share or 0)
    return dict(shares)
