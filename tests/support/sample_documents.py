"""One fictional commune, producer and meeting, and every form filled from them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ocop_cli.documents.commune_points import commune_points_values
from ocop_cli.documents.evaluation_report import report_values
from ocop_cli.documents.meeting import invitation_values, minutes_values
from ocop_cli.documents.slips import idea_slip_values, registration_slip_values
from ocop_cli.documents.submission import inventory_values, request_values
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.evaluation.commune import score_commune_contents
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.profile import Profile
from ocop_cli.render.word import render
from ocop_cli.rules.pick import pick_ruleset
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form, template_path
from support.dossiers import make_dossier
from support.profiles import make_profile

TODAY = date(2026, 10, 5)
NASTY = "Ớt rừng “A & B” <loại 1> 'đặc biệt' \"gói\" {{ x }} 50%"


def _profile() -> Profile:
    deputy = {"name": "A Ví Dụ", "title": "Phó Chủ tịch", "mode": "KT"}
    return make_profile(office={"officer": "Y Mẫu"}, signers={"committee": deputy})


def _dossier(name: str) -> Dossier:
    return make_dossier(
        product={"name": name, "set": "9"},
        producer={
            "name": "Hợp tác xã Nông nghiệp Ví Dụ",
            "kind": "cooperative",
            "representative": {"name": "Y Ví Dụ", "title": "Giám đốc"},
            "address": "Thôn Mẫu, xã Xốp, tỉnh Quảng Ngãi",
        },
        registration={"slip": {"number": "01", "received_on": "2026-09-21"}},
        idea={
            "narrative": "Ớt rừng mọc tự nhiên quanh thôn.\nBà con muối ớt theo cách của ông bà để lại.",
        },
        materials=[
            {"name": "Ớt rừng", "share": "70", "origin": "commune", "place": "thôn Mẫu", "evidence": ["so-vung"]},
            {"name": "Muối", "share": "30", "origin": "province"},
        ],
        labour={"total": "12", "commune": "10", "district": "11", "province": "12", "women": "8"},
        identity={"culture": "Gia vị trong mâm cơm ngày hội của thôn."},
        papers=[
            {"id": "so-vung", "kind": "material-origin", "title": "Sổ theo dõi vùng nguyên liệu", "pages": "3", "original": "có"},
            {"id": "dkkd", "kind": "business-licence", "title": "Giấy chứng nhận đăng ký hợp tác xã", "number": "123/ĐK",
             "issuer": "UBND xã Xốp", "issued_on": "2024-03-05", "pages": "1", "original": "không"},
        ],
        opinions=[
            {"unit": "Phòng Văn hóa - Xã hội", "content": "local_identity", "stance": "amend",
             "text": "Bổ sung câu chuyện sản phẩm.", "meeting": "hop-thang-10"},
        ],
        history=[{"stage": "received", "on": "2026-09-21"}],
    )  # fmt: skip


def _meeting() -> Meeting:
    return Meeting.model_validate(
        {
            "schema": "ocop/meeting@1",
            "title": "Họp lấy ý kiến về hồ sơ sản phẩm OCOP năm 2026",
            "on": "2026-10-05",
            "starts": "08:00",
            "ends": "10:30",
            "place": "Hội trường UBND xã Xốp",
            "chair": {"name": "A Ví Dụ", "title": "Phó Chủ tịch UBND xã"},
            "secretary": {"name": "Y Mẫu", "title": "Công chức Phòng Kinh tế"},
            "participants": [
                {"unit": "Phòng Văn hóa - Xã hội", "name": "A Thí Dụ", "title": "Trưởng phòng"},
                {"unit": "Thôn Mẫu", "present": "không", "absence": "bận việc gia đình"},
            ],
            "dossiers": ["muoi-ot"],
            "conclusion": "Nhất trí trình UBND xã ban hành báo cáo.",
        }
    )


def sample_values(name: str) -> dict[str, dict[str, Any]]:
    """Return the values of every form of the cycle for a product of this name."""
    profile, dossier, private = _profile(), _dossier(name), PrivateData()
    ruleset = pick_ruleset(load_rulebook(), 9, date(2026, 9, 21))
    evaluation = score_commune_contents(dossier, ruleset, "dossiers/muoi-ot.yaml")
    one, form = {"muoi-ot": dossier}, load_form
    codes = {"muoi-ot": "51-23356-01-2026"}
    return {
        "idea-slip": idea_slip_values(dossier, profile, TODAY),
        "registration-slip": registration_slip_values(dossier, private, profile, ruleset, TODAY),
        "meeting-invitation": invitation_values(_meeting(), one, profile, form("meeting-invitation")),
        "meeting-minutes": minutes_values("hop-thang-10", _meeting(), one, profile, form("meeting-minutes")),
        "evaluation-report": report_values(
            dossier, private, evaluation, ruleset, profile, form("evaluation-report"), TODAY, {}
        ),
        "commune-points": commune_points_values(
            dossier, evaluation, ruleset, profile, form("commune-points"), TODAY
        ),
        "request-letter": request_values(
            one, codes, ruleset.decision, profile, form("request-letter"), TODAY
        ),
        "request-official-letter": request_values(
            one, codes, ruleset.decision, profile, form("request-official-letter"), TODAY
        ),
        "inventory": inventory_values(one, profile, form("inventory"), TODAY),
    }


def fill(form_id: str, values: Mapping[str, Any], template: Path | None = None) -> bytes:
    """Fill the template that comes with the program, or another one."""
    chosen = template or template_path(Path("no-workspace"), form_id)
    return render(chosen, values, on=TODAY, title=str(values["subject"]), creator="UBND xã Xốp")
