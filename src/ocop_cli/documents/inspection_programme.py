"""Values of the year's programme of inspection, and of the decision that sets up the team."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ocop_cli.documents.frame import as_list, committee_name, commune_name, frame
from ocop_cli.documents.grounds import grounds
from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.inspection_programme import InspectionProgramme
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.residence import villages
from ocop_cli.rules.decision import Decision
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import upper_first

_TASK = "kiểm tra, giám sát sản phẩm đã được công nhận OCOP"


def programme_values(
    programme: InspectionProgramme, dossiers: Mapping[str, Dossier], contents: Sequence[str],
    decision: Decision, profile: Profile, form: FormInfo, on: date,
) -> dict[str, Any]:  # fmt: skip
    """Return the values of the programme.

    Keys: those of ``frame``; ``opening``, ``organisation``, ``closing`` (texts); ``grounds``, ``contents`` (lines);
    ``items`` (rows: number, product, producer, time, reason).
    """
    year, unit = programme.year, profile.office.unit.name
    return {
        **frame(
            profile,
            form,
            f"Kiểm tra, giám sát sản phẩm OCOP năm {year} trên địa bàn {commune_name(profile)}",
            on,
        ),
        "grounds": grounds(form, decision),
        "opening": (
            f"Thực hiện Kế hoạch triển khai Chương trình OCOP năm {year} của {commune_name(profile)}, "
            f"{committee_name(profile)} xây dựng kế hoạch {_TASK} năm {year} như sau:"
        ),
        "contents": as_list(contents),
        "items": [
            {
                "number": str(number),
                "product": dossiers[visit.dossier].product.name,
                "producer": dossiers[visit.dossier].producer.name,
                "time": show_date(visit.on),
                "reason": upper_first(visit.why or ""),
            }
            for number, visit in enumerate(programme.visits, 1)
            if visit.dossier in dossiers
        ],
        "organisation": (
            f"{unit} chủ trì, phối hợp với {villages(profile.commune)} và chủ thể tổ chức kiểm tra; thông báo cho chủ thể trước khi kiểm tra; "
            f"lập biên bản từng lần, theo dõi việc khắc phục, tổng hợp báo cáo {committee_name(profile)}."
        ),
        "closing": (
            f"Trong quá trình thực hiện, nếu có thay đổi về thời gian, {unit} báo cáo {committee_name(profile)} xem xét, điều chỉnh"
        ),
    }


def _days(days: Sequence[date]) -> str:
    if not days:
        return ""
    first, last = show_date(days[0]), show_date(days[-1])
    return f", ngày {first}" if first == last else f", từ ngày {first} đến ngày {last}"


def team_values(
    programme: InspectionProgramme, decision: Decision, profile: Profile, form: FormInfo, on: date
) -> dict[str, Any]:
    """Return the values of the decision on the team.

    Keys: those of ``frame``; ``opening``, ``contents``, ``closing`` (texts); ``grounds``, ``team`` (lines).
    """
    year, unit = programme.year, profile.office.unit.name
    visits = programme.visits
    days = _days(sorted(visit.on for visit in visits))
    return {
        **frame(profile, form, f"Về việc thành lập Đoàn kiểm tra, giám sát sản phẩm OCOP năm {year}", on),
        "grounds": [*grounds(form, decision)[:-1], *_with_proposal(grounds(form, decision)[-1:], unit)],
        "opening": f"Thành lập Đoàn {_TASK} năm {year} trên địa bàn {commune_name(profile)}, gồm các ông, bà có tên sau:",
        "team": as_list(
            f"{number}. {person.name}, {person.title}, {'Trưởng đoàn' if number == 1 else 'Thành viên'}"
            for number, person in enumerate(programme.team, 1)
        ),
        "contents": (
            f"Đoàn kiểm tra việc duy trì các tiêu chí đã được đánh giá, phân hạng và việc sử dụng nhãn hiệu OCOP tại các cơ sở "
            f"theo kế hoạch kiểm tra năm {year}{days}; lập biên bản, yêu cầu khắc phục, theo dõi việc khắc phục và báo cáo kết quả "
            f"với {committee_name(profile)}. Đoàn tự giải thể sau khi hoàn thành nhiệm vụ."
        ),
        "closing": (
            f"Quyết định này có hiệu lực kể từ ngày ký. {unit}, các đơn vị liên quan và các ông, bà có tên tại Điều 1 chịu "
            f"trách nhiệm thi hành Quyết định này"
        ),
    }  # fmt: skip


def _with_proposal(last: list[str], unit: str) -> list[str]:
    """End the grounds as a decision does: with who proposed it."""
    return [*(f"{line.rstrip('.;')};" for line in last), f"Theo đề nghị của {unit}."]
