"""The words that fill the slots of the standing duties for one commune and one year."""

from ocop_cli.documents.frame import commune_name, province_name
from ocop_cli.dossier.vocabulary import word
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.residence import village_heads, villages
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.procedure import Samples
from ocop_cli.viet.text import lower_first

_REPORT_FORM = "evaluation_report"


def plan_slots(
    year: int, profile: Profile, decision: Decision, steps: int, *, listed: bool
) -> dict[str, str]:
    """Return the word for every slot; ``listed`` says whether annex I has any product: nothing refers to an empty one."""
    kind, checks = profile.commune.kind, decision.procedure.commune_checks
    return {
        "year": str(year),
        "commune": commune_name(profile),
        "kind": kind,
        "province": province_name(profile),
        "unit": profile.office.unit.name,
        "villages": villages(profile.commune),
        "heads": village_heads(profile.commune),
        "contents": _contents(decision),
        "decision": decision.cite,
        "checked": f" {checks}" if checks else "",
        "samples": _samples(decision.procedure.samples),
        "report_form": _report_form(decision),
        "groups": str(len(decision.product_groups)),
        "steps": str(steps),
        "recognised": _recognised(profile, year),
        "products_listed": " Danh sách sản phẩm theo từng diện tại Phụ lục I kèm theo." if listed else "",
        "times_listed": "; danh sách và thời hạn tại Phụ lục I" if listed else "",
        "inspected_listed": "; danh sách tại Phụ lục I" if listed else "",
        "schedule_annex": "Phụ lục II" if listed else "Phụ lục",
    }


def _contents(decision: Decision) -> str:
    names = [word(content) for content in decision.procedure.evaluates]
    return "; ".join(lower_first(name) for name in names)


def _report_form(decision: Decision) -> str:
    form = decision.procedure.form(_REPORT_FORM)
    return f"{form.number} của {decision.cite}" if form else decision.cite


def _samples(samples: Samples) -> str:
    numbers = ", ".join(str(number) for number in samples.except_sets)
    exempt = f" (trừ bộ sản phẩm số {numbers})" if numbers else ""
    return f"{samples.units:02d} mẫu sản phẩm{exempt}"


def _recognised(profile: Profile, year: int) -> str:
    """The year's aim, to follow a clause; an aim that nobody set is left out, and the command says so."""
    targets = profile.targets.get(str(year))
    if targets is None or targets.recognised is None:
        return ""
    return f"; phấn đấu năm {year} có thêm {targets.recognised:02d} sản phẩm được công nhận OCOP"
