"""What there is of each kind of thing that a file may name freely."""

from datetime import date

from ocop_cli.checks.names import Known
from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.product import FIRST_SEASON
from ocop_cli.programme.form import ids_of_form
from ocop_cli.programme.log_entry import LOG_KIND, PRODUCT
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.built_in.packaged import load_field_map, load_inspection_contents, load_log_kinds
from ocop_cli.store.dossier.dossiers import list_ids
from ocop_cli.store.papers.forms import form_ids
from ocop_cli.store.programme.meetings import list_meetings
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.registers.register_headings import RESULT_HEADINGS

_YEARS_AHEAD = 10


def known_names(sources: Sources, rulebook: Rulebook, today: date) -> Known:
    """Return the names by the kinds of ``NameOf``; criteria are left to ``known_criteria``: reading all takes long."""
    known: Known = {
        "biểu mẫu": [name for form in form_ids() for name in ids_of_form(form)],
        "cuộc họp": list_meetings(sources.root),
        "nội dung đánh giá của xã": [content.value for content in CommuneContent],
        "nội dung kiểm tra": list(load_inspection_contents()),
        LOG_KIND: list(load_log_kinds().kinds),
        PRODUCT: list_ids(sources.root),
        "quyết định": rulebook.decision_ids,
        "loại giấy tờ": sorted({paper.id for text in rulebook.texts for paper in text.procedure.papers}),
        "hạn": sorted({limit.id for text in rulebook.texts for limit in text.procedure.limits}),
        "căn cứ thu hồi": sorted(
            {g.id for text in rulebook.texts for g in text.procedure.withdrawal_grounds}
        ),
        "cột của sổ": [*(field.path for field in load_field_map()), *RESULT_HEADINGS],
        "năm": [str(year) for year in range(FIRST_SEASON, today.year + _YEARS_AHEAD)],
    }
    return {
        kind: dict.fromkeys(names).keys() for kind, names in known.items()
    }  # looked up for every name of a file


def known_criteria(rulebook: Rulebook) -> Known:
    """Return the ids of the criteria of every product set of every decision."""
    sets = (product_set for text in rulebook.texts for product_set in text.sets)
    return {"tiêu chí": sorted({criterion.id for product_set in sets for criterion in product_set.criteria})}
