"""The list of forms: id, title of the file, and the body."""

from collections.abc import Callable
from dataclasses import dataclass

from forms import (
    forms_commune,
    forms_dossier,
    forms_evaluation,
    forms_inspection,
    forms_meeting,
    forms_plan,
    forms_report,
    forms_scoring,
    forms_slips,
    forms_submission,
    forms_year,
)
from forms.package import package
from forms.variables import variables_page


@dataclass(frozen=True, slots=True)
class Form:
    """A template of the house."""

    id: str
    title: str
    body: Callable[[], str]

    def build(self) -> bytes:
        """Return the template file; always the same bytes."""
        return package(self.body(), self.title)

    def variables(self) -> bytes:
        """Return the page that tells officials what the template may ask for."""
        return variables_page(self.title, self.body())


FORMS: tuple[Form, ...] = (
    Form("idea-slip", "Phiếu đăng ký ý tưởng, sản phẩm", forms_slips.idea_slip),
    Form("registration-slip", "Phiếu đăng ký tham gia đánh giá, phân hạng", forms_slips.registration_slip),
    Form("meeting-invitation", "Giấy mời họp", forms_meeting.meeting_invitation),
    Form("handover-minutes", "Biên bản bàn giao", forms_meeting.handover_minutes),
    Form("meeting-minutes", "Biên bản họp", forms_meeting.meeting_minutes),
    Form("evaluation-report", "Báo cáo đánh giá của UBND xã", forms_evaluation.evaluation_report),
    Form("commune-points", "Phiếu tính điểm nội bộ", forms_evaluation.commune_points),
    Form("full-score-sheet", "Phiếu chấm theo bộ tiêu chí", forms_scoring.full_score_sheet),
    Form("request-letter", "Tờ trình đề nghị đánh giá, phân hạng", forms_submission.request_letter),
    Form(
        "request-official-letter",
        "Công văn đề nghị đánh giá, phân hạng",
        forms_submission.request_official_letter,
    ),
    Form("inventory", "Danh mục hồ sơ", forms_submission.inventory),
    Form("self-assessment", "Báo cáo tự đánh giá của chủ thể", forms_dossier.self_assessment),
    Form("receipt", "Phiếu tiếp nhận hồ sơ", forms_dossier.receipt),
    Form("control-slip", "Phiếu kiểm soát quá trình giải quyết hồ sơ", forms_dossier.control_slip),
    Form("format-check", "Phiếu kiểm tra thể thức hồ sơ", forms_dossier.format_check),
    Form("completion-letter", "Công văn hướng dẫn hoàn thiện hồ sơ", forms_dossier.completion_letter),
    Form("raising-letter", "Công văn hướng dẫn nâng hạng sản phẩm", forms_dossier.raising_letter),
    Form("return-letter", "Công văn trả lại hồ sơ", forms_dossier.return_letter),
    Form("inspection-minutes", "Biên bản kiểm tra, giám sát", forms_commune.inspection_minutes),
    Form("inspection-programme", "Kế hoạch kiểm tra, giám sát", forms_inspection.inspection_programme),
    Form("inspection-team", "Quyết định thành lập Đoàn kiểm tra", forms_inspection.inspection_team),
    Form("inspection-checklist", "Phiếu nội dung kiểm tra", forms_inspection.inspection_checklist),
    Form("remedy-notice", "Thông báo khắc phục sau kiểm tra", forms_inspection.remedy_notice),
    Form("withdrawal-proposal", "Công văn đề nghị xem xét thu hồi", forms_inspection.withdrawal_proposal),
    Form("closure-letter", "Công văn xác nhận ngừng sản xuất", forms_commune.closure_letter),
    Form("renewal-notice", "Thông báo thời hạn phân hạng lại", forms_commune.renewal_notice),
    Form("selection-notice", "Thông báo kết quả lựa chọn ý tưởng", forms_commune.selection_notice),
    Form("opinion-sheet", "Phiếu lấy ý kiến", forms_commune.opinion_sheet),
    Form("year-plan", "Kế hoạch triển khai Chương trình OCOP", forms_plan.year_plan),
    Form("trade-plan", "Kế hoạch xúc tiến thương mại", forms_year.trade_plan),
    Form("means-proposal", "Tờ trình bố trí kinh phí", forms_year.means_proposal),
    Form("nomination-letter", "Công văn cử người dự lớp tập huấn", forms_year.nomination_letter),
    Form("summary-report", "Báo cáo tổng hợp Chương trình OCOP", forms_report.summary_report),
    Form("idea-list", "Danh sách ý tưởng, sản phẩm", forms_report.idea_list),
    Form("certified-register", "Danh sách sản phẩm được công nhận", forms_report.certified_register),
)
