"""Values of the notice that reminds a producer of the time to file for re-ranking."""

from datetime import date
from typing import Any

from ocop_cli.documents.cites import cited
from ocop_cli.documents.frame import as_list, committee_name, commune_name, frame
from ocop_cli.documents.grounds import grounds
from ocop_cli.documents.inspection import certificate_words
from ocop_cli.dossier.vocabulary import RegistrationKind, called
from ocop_cli.errors import OcopError
from ocop_cli.evaluation.case import Case
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.dates import show_long_date
from ocop_cli.workflow.certificate import expires_on, grace_until, renewal_window


def renewal_notice_values(case: Case, profile: Profile, form: FormInfo) -> dict[str, Any]:
    """Return the values of the notice. Raises ``OcopError`` while the product holds no certificate.

    Keys: those of ``frame``; ``opening``, ``certificate``, ``time``, ``office``, ``closing`` (texts);
    ``grounds``, ``papers`` (lines).
    """
    dossier = case.dossier
    return {
        **frame(
            profile,
            form,
            f"Thời hạn nộp hồ sơ phân hạng lại sản phẩm OCOP {dossier.product.name}",
            case.today,
        ),
        "grounds": grounds(form, case.law.decision),
        "opening": (
            f"{committee_name(profile)} thông báo để {dossier.producer.name} biết, chuẩn bị hồ sơ phân hạng lại đối với "
            f"sản phẩm {dossier.product.name} như sau:"
        ),
        "certificate": certificate_words(case),
        "time": _time(case),
        "papers": as_list(_papers(case)),
        "office": f"{profile.office.unit.name}, UBND {commune_name(profile)}",
        "closing": (
            f"Đề nghị {called(dossier.producer.kind)} chuẩn bị, nộp hồ sơ đúng thời hạn; nếu có vướng mắc, liên hệ "
            f"{profile.office.unit.name} để được hướng dẫn"
        ),
    }


def _time(case: Case) -> str:
    result = case.dossier.result
    expiry = (
        expires_on(result, case.law.decision.procedure.certificate_months)
        if result and result.recognised
        else None
    )
    if expiry is None:
        raise OcopError(
            f"Sản phẩm {case.dossier.product.name} chưa có giấy chứng nhận nên chưa có hạn phân hạng lại.",
            "Ghi kết quả bằng `ocop result` trước.",
        )
    window = renewal_window(expiry, case.law.decision)
    if window is None:
        return f"trước ngày giấy chứng nhận hết hạn, {show_long_date(expiry)}"
    first, last = window
    grace = grace_until(expiry, case.law.decision)
    if grace and last < case.today <= grace:
        return _time_of_grace(case, grace)
    late = "; thời gian này đã qua" if case.today > last else ""
    return f"từ {show_long_date(first)} đến hết {show_long_date(last)}{late}"


def _time_of_grace(case: Case, grace: date) -> str:
    """The decision sets no day to file by, only the day by which there must be a result."""
    limit = case.law.decision.procedure.limit("late_reranking_grace")
    cite = f" theo {cited(limit.cite)}" if limit else ""
    return (
        f"nộp ngay, để có kết quả chậm nhất {show_long_date(grace)}; giấy chứng nhận còn giá trị đến khi có kết quả "
        f"phân hạng lại nhưng không quá ngày nêu trên{cite}, trong thời gian đó chủ thể tự chịu trách nhiệm về sản phẩm"
    )


def _papers(case: Case) -> list[str]:
    kind = case.dossier.producer.kind
    required = case.law.decision.procedure.required_evidence(
        case.law.product_set.number, kind.value if kind else None, RegistrationKind.RE_RANKING.value
    )
    units = [f"Sản phẩm mẫu: {case.samples_wanted:02d} đơn vị"] if case.samples_wanted else []
    return [*(paper.name for paper in required), *units]
