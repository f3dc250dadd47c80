"""What there is of each kind of thing that a file may name freely."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cache

from ocop_cli.checks.names import Known
from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.product import FIRST_SEASON
from ocop_cli.programme.form import ids_of_form
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.built_in.packaged import load_field_map, load_inspection_contents, load_log_kinds
from ocop_cli.store.dossier.dossiers import list_ids
from ocop_cli.store.papers.forms import form_ids
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.registers.register_headings import RESULT_HEADINGS

_YEARS_AHEAD = 10


def known_names(sources: Sources, rulebook: Rulebook, today: date) -> Known:
    """Return the names by the kinds of ``NameOf``, each list made when it is first asked for.

    Criteria are left to ``and_criteria``: reading all takes long.
    """
    texts = rulebook.texts
    lists: Mapping[str, Callable[[], Iterable[str]]] = {
        "biểu mẫu": lambda: (name for form in form_ids() for name in ids_of_form(form)),
        "cuộc họp": lambda: _meetings(sources),
        "nội dung đánh giá của xã": lambda: (content.value for content in CommuneContent),
        "nội dung kiểm tra": load_inspection_contents,
        "loại hoạt động": lambda: load_log_kinds().kinds,
        "hồ sơ": lambda: list_ids(sources.root),
        "quyết định": lambda: rulebook.decision_ids,
        "loại giấy tờ": lambda: sorted({paper.id for text in texts for paper in text.procedure.papers}),
        "hạn": lambda: sorted({limit.id for text in texts for limit in text.procedure.limits}),
        "căn cứ thu hồi": lambda: sorted({g.id for text in texts for g in text.procedure.withdrawal_grounds}),
        "cột của sổ": lambda: (*(field.path for field in load_field_map()), *RESULT_HEADINGS),
        "năm": lambda: (str(year) for year in range(FIRST_SEASON, today.year + _YEARS_AHEAD)),
    }

    @cache
    def known(kind: str) -> Collection[str]:
        return dict.fromkeys(lists[kind]()).keys() if kind in lists else ()

    return known


def and_criteria(known: Known, rulebook: Rulebook) -> Known:
    """Return the same with the ids of the criteria of every product set of every decision."""
    sets = (product_set for text in rulebook.texts for product_set in text.sets)
    criteria = sorted({criterion.id for product_set in sets for criterion in product_set.criteria})
    return lambda kind: criteria if kind == "tiêu chí" else known(kind)


def _meetings(sources: Sources) -> list[str]:
    from ocop_cli.store.programme.meetings import list_meetings  # with models that few dossiers ask for

    return list_meetings(sources.root)
