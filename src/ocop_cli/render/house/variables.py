"""What an official may write between ``{{`` and ``}}`` in each template: a generated list beside every form."""

import re

from jinja2 import Environment, meta

_MEANINGS = {
    "absent": "danh sách vắng mặt kèm lý do",
    "address": "địa chỉ cơ sở của chủ thể",
    "addressee": "nơi gửi (Kính gửi)",
    "agency": "tên cơ quan ban hành, mỗi dòng một phần",
    "agenda": "danh sách hồ sơ đưa ra họp",
    "annex_of": "văn bản mà phụ lục kèm theo",
    "chair": "người chủ trì và chức vụ",
    "chair_name": "họ và tên người chủ trì",
    "closing": "câu kết",
    "conclusion": "kết luận của chủ trì",
    "contents": "các nội dung đánh giá: name, description, assessment, evidence",
    "copies": "danh sách nơi nhận",
    "criteria": "bảng tiêu chí: strong (dòng đậm), code, text, points, star, chosen, proof",
    "decision": "quyết định áp dụng",
    "difference": "điểm khác biệt của sản phẩm",
    "difficulties": "khó khăn, vướng mắc, mỗi dòng một ý",
    "disqualified": "căn cứ loại hồ sơ, nếu có",
    "dossiers": "các hồ sơ: title và opinions (biên bản) hoặc papers (danh mục)",
    "email": "thư điện tử của chủ thể",
    "enclosures": "danh sách tài liệu gửi kèm",
    "ends": "giờ, ngày kết thúc cuộc họp",
    "ethnicity": "dân tộc của người đại diện (mẫu yêu cầu)",
    "evaluation": "câu dẫn tới báo cáo đánh giá",
    "figures": "bảng chỉ tiêu: name, actual, target",
    "gender": "giới tính của người đại diện (mẫu yêu cầu)",
    "grounds": "các căn cứ pháp lý",
    "grounds_out": "các trường hợp hồ sơ bị loại",
    "guests": "danh sách được mời",
    "issuer": "tên cơ quan ban hành trong câu văn",
    "items": "các dòng của bảng",
    "lines": "bảng điểm: content, option, points, reason, cite",
    "meeting_title": "tên cuộc họp trong câu văn",
    "narrative": "ý tưởng và nguồn gốc ý tưởng",
    "needs": "nhu cầu hỗ trợ",
    "next_tasks": "nhiệm vụ thời gian tới, mỗi dòng một ý",
    "number": "số, ký hiệu; số để trống khi dự thảo",
    "officer": "công chức phụ trách OCOP",
    "offices": "phần của cơ quan tiếp nhận: office, number, received_on, received_by",
    "opening": "câu mở đầu",
    "opinions": "ý kiến của các đơn vị",
    "permanent_address": "địa chỉ thường trú của người đại diện (mẫu yêu cầu)",
    "parts": "các phần của kế hoạch: title và blocks (style, text)",
    "phone": "điện thoại của chủ thể",
    "place": "địa điểm họp",
    "place_date": "địa danh và ngày tháng; ngày để trống khi dự thảo",
    "powers": "quyền hạn, chức vụ người ký, mỗi dòng một phần",
    "present": "danh sách có mặt",
    "producer_kind": "loại hình tổ chức của chủ thể",
    "producer_name": "tên chủ thể",
    "product_group": "ngành, nhóm, phân nhóm sản phẩm",
    "product_name": "tên sản phẩm",
    "products": "bảng sản phẩm: strong (dòng nhóm), number, product, producer, note",
    "product_set": "bộ sản phẩm: số và tên",
    "registration_kind": "lần đăng ký",
    "representative": "họ và tên người đại diện",
    "representative_title": "chức vụ người đại diện",
    "result": "kết quả chấm, mỗi dòng một ý; để trống khi in phiếu trắng",
    "results": "kết quả thực hiện, mỗi dòng một ý",
    "schedule": "lịch thực hiện: number, name, time, lead, partners",
    "scorer": "người chấm",
    "product_code": "mã số sản phẩm",
    "samples": "số sản phẩm mẫu",
    "secretary": "thư ký và chức vụ",
    "secretary_name": "họ và tên thư ký",
    "signed_at": "địa danh và ngày chủ thể ký",
    "signer": "họ và tên người ký",
    "slip_note": "ghi chú cuối phiếu, nếu có",
    "starts": "giờ, ngày bắt đầu cuộc họp",
    "subject": "trích yếu",
    "target_market": "khách hàng, thị trường nhắm tới",
    "time": "giờ, ngày họp",
    "total": "tổng số hoặc tổng điểm",
    "track": "diện tham gia",
    "unverified": "giá trị chưa đối chiếu với bản ký của quyết định",
}


def variables_in(body: str) -> list[str]:
    """Return the names that a template body asks for, in the order of the alphabet."""
    plain = re.sub(r"\{%(p|tr) ", "{% ", body)
    return sorted(meta.find_undeclared_variables(Environment(autoescape=True).parse(plain)))


def variables_page(title: str, body: str) -> bytes:
    """Return the page that lists the names with what they mean. Raises ``KeyError`` for a name without a meaning."""
    rows = [f"| `{name}` | {_MEANINGS[name]} |" for name in variables_in(body)]
    head = [f"# {title}: các chỗ điền", "", "| Tên | Nghĩa |", "|---|---|"]
    return "\n".join([*head, *rows, ""]).encode()
