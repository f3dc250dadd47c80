"""The plan carries every duty of the seed plan (xã Xốp, 2025), for any year and commune."""

from datetime import date

import pytest

from ocop_cli.documents.plan import PlanData, plan_values
from ocop_cli.documents.plan_annexes import YearDossiers
from ocop_cli.programme.plan import YearPlan
from ocop_cli.rules.pick import pick_decision
from ocop_cli.store.built_in.packaged import load_acts, load_standing
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form
from support.profiles import make_profile
from support.sample_documents import fill
from support.word.text import all_text

# A duty of the seed, by its id here, and the words that a plan without it could not hold.
DUTIES = {
    "I.1.1": "trọng tâm, trọng điểm; gắn sản phẩm với bản sắc văn hóa",
    "I.1.2": "sản phẩm chủ lực, có thế mạnh",
    "I.1.3": "ứng dụng công nghệ số",
    "I.2.1": "Bám sát quan điểm, mục tiêu của Trung ương",
    "I.2.2": "chủ thể giữ vai trò quyết định",
    "I.2.3": "nhiệm vụ trọng tâm, thường xuyên, lâu dài trong xây dựng nông thôn mới",
    "I.2.4": "hướng dẫn, hỗ trợ cơ sở sản xuất",
    "I.2.5": "theo 6 ngành hàng",
    "II.1": "nâng hạng sao các sản phẩm đã được cấp có thẩm quyền công nhận; phấn đấu năm {year} có thêm 01 sản phẩm",
    "II.2": "nâng cao năng lực phát triển, sản xuất, chế biến",
    "II.3": "thanh niên khởi nghiệp, đồng bào dân tộc thiểu số",
    "II.4": "các trang thương mại trực tuyến và hội chợ",
    "III.0": "tại {schedule_annex} kèm theo",
    "III.1.1": "giá trị kinh tế và giá trị nhân văn",
    "III.1.2": "chuyển đổi tư duy của các tổ chức kinh tế khu vực nông thôn",
    "III.1.3": "cổng thông tin điện tử, mạng xã hội, tạp chí, bản tin, chuyên đề",
    "III.2.1": "cử đại diện dự các lớp đào tạo, tập huấn",
    "III.2.2": "xây dựng phương án kinh doanh, phát triển sản phẩm, thị trường và quản trị sản xuất",
    "III.3a.1": "tiếp nhận phiếu đăng ký ý tưởng, sản phẩm tham gia Chương trình năm {year}",
    "III.3a.2": "Đối với sản phẩm mới: thực hiện đủ chu trình OCOP theo 6 bước",
    "III.3a.3": "Đối với sản phẩm hiện có:",
    "III.3a.4": "Đối với sản phẩm OCOP đề nghị nâng hạng sao:",
    "III.3a.5": "sản phẩm đến kỳ phân hạng lại",
    "III.3b.1": "lựa chọn đơn vị tư vấn (tổ chức, cá nhân có kinh nghiệm và năng lực",
    "III.3b.2": "sản phẩm làng nghề, làng nghề truyền thống và dịch vụ du lịch nông thôn",
    "III.3b.3": "ưu tiên sản phẩm tiểu thủ công nghiệp",
    "III.3b.4": "mở rộng vùng nguyên liệu địa phương",
    "III.3b.5": "theo Bộ tiêu chí ban hành tại {decision}",
    "III.3c.1": "hồ sơ đăng ký, gồm: nguồn gốc sản phẩm, nguyên liệu địa phương; sử dụng lao động địa phương; "
    "nguồn gốc ý tưởng sản phẩm; bản sắc, trí tuệ địa phương; căn cứ vào điều kiện và đặc điểm thực tế",
    "III.3c.2": "lấy ý kiến về các nội dung đánh giá, sau đó ban hành Báo cáo đánh giá của UBND {commune}",
    "III.4.1": "hội chợ, triển lãm, sự kiện tôn vinh",
    "III.4.2": "gắn với các khu, điểm du lịch trong và ngoài xã",
    "III.4.3": "quà tặng, quà biếu, sản phẩm đặc sản",
    "III.4.4": "ký gửi sản phẩm tại điểm bán sản phẩm OCOP",
    "III.4.5": "Phòng Văn hóa - Xã hội tham mưu xây dựng kế hoạch xúc tiến thương mại",
    "III.5.1": "chất lượng sản phẩm và điều kiện sản xuất của các sản phẩm đã được chứng nhận OCOP",
    "III.5.2": "việc duy trì các tiêu chí đánh giá của sản phẩm OCOP",
    "III.5.3": "ISO, HACCP, VietGAP, hữu cơ",
    "III.5.4": "kiểm tra cơ sở đủ điều kiện",
    "IV.1": "kinh phí sự nghiệp {programme} năm {year} và các nguồn",
    "V.1.1": "tổng hợp, báo cáo danh sách ý tưởng, sản phẩm",
    "V.1.2": "nhất là sản phẩm nghề truyền thống, dịch vụ du lịch nông thôn",
    "V.1.3": "Hướng dẫn doanh nghiệp, hợp tác xã, cơ sở kinh doanh",
    "V.1.4": "hồ sơ, thủ tục đăng ký kinh doanh",
    "V.1.5": "kịp thời xử lý khó khăn, vướng mắc",
    "V.1.6": "chỉ đạo, hướng dẫn các thôn",
    "V.1.7": "bố trí nguồn lực từ ngân sách xã, lồng ghép",
    "V.1.8": "Tham mưu UBND {commune} đánh giá một số nội dung của hồ sơ sản phẩm đăng ký, gồm: nguồn gốc",
    "V.1.9": "Tham mưu Chủ tịch UBND {commune} họp với các bộ phận liên quan",
    "V.1.10": "kiểm tra{checked} hồ sơ do các chủ thể đăng ký",
    "V.1.11": "lập hồ sơ đề nghị đánh giá sản phẩm gửi cấp tỉnh, gồm:",
    "V.1.11a": "+ Văn bản của UBND {commune} gửi UBND {province} đề nghị đánh giá, phân hạng",
    "V.1.11b": "+ Báo cáo đánh giá của UBND {commune} về một số nội dung (theo {report_form})",
    "V.1.11c": "+ Hồ sơ sản phẩm của chủ thể đăng ký",
    "V.1.11d": "+ 05 mẫu sản phẩm (trừ bộ sản phẩm số 26)",
    "V.1.12": "báo cáo định kỳ và đột xuất khi có yêu cầu",
    "V.2.1": "gắn với lĩnh vực phụ trách",
    "V.2.2": "chính sách hỗ trợ chủ thể",
    "V.2.3": "Hướng dẫn, hỗ trợ các thôn, cơ sở",
    "V.3.1": "Phối hợp với công chức phụ trách Chương trình OCOP cấp xã",
    "V.3.2": "chủ động rà soát sản phẩm tiềm năng trên địa bàn",
    "V.3.3": "thông tin nội dung Kế hoạch này đến các chủ thể",
    "V.4.1": "xây dựng thương hiệu, nhãn hiệu; nâng cao chất lượng, mẫu mã",
    "V.4.2": "Duy trì, tiêu chuẩn hóa, nâng hạng sản phẩm; tích cực đăng ký",
    "V.4.3": "Sử dụng nhãn mác, logo biểu trưng",
    "V.5.1": "đẩy mạnh tuyên truyền về Chương trình",
    "V.5.2": "tham gia hội chợ, triển lãm, trưng bày, giới thiệu trong và ngoài xã",
    "V.5.3": "01 điểm trưng bày và giới thiệu sản phẩm OCOP của xã",
}
# What stands around the duties: headings, times, units, closing and recipients.
AROUND = (
    "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. MỤC TIÊU", "III. NỘI DUNG THỰC HIỆN",
    "1. Tuyên truyền, nâng cao nhận thức", "2. Đào tạo, tập huấn", "3. Triển khai Chu trình OCOP",
    "a) Thực hiện Chu trình OCOP", "b) Tư vấn, hướng dẫn", "c) Đánh giá một số nội dung",
    "4. Quảng bá, xúc tiến thương mại, kết nối cung - cầu", "5. Kiểm tra, giám sát",
    "IV. KINH PHÍ THỰC HIỆN", "V. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", "2. Các phòng, ban, đơn vị thuộc xã",
    "3. Đề nghị các thôn", "4. Các chủ thể đăng ký", "5. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    "Thời gian thực hiện: Thường xuyên trong năm {year}", "phối hợp với các tổ chức chính trị - xã hội cấp xã",
    "Trên đây là Kế hoạch thực hiện Chương trình Mỗi xã một sản phẩm (OCOP) năm {year} trên địa bàn {commune}",
    "Trưởng các thôn nghiêm túc triển khai thực hiện", "xem xét, chỉ đạo./.",
    "- Sở Nông nghiệp và Môi trường (b/c);", "- Chi cục Phát triển nông thôn (b/c);", "- Thường trực Đảng ủy {commune} (b/c);",
    "- Thường trực HĐND {commune} (b/c);", "- Ủy ban MTTQ Việt Nam {commune};", "- Chủ tịch, các PCT UBND {commune};",
    "- Các phòng, ban, đơn vị thuộc UBND {commune};", "- Trưởng các thôn;",
)  # fmt: skip
PLANS = {"Xốp": date(2025, 10, 1), "Suối Mẫu": date(2027, 1, 15)}


def _data(commune: str, on: date) -> PlanData:
    profile = make_profile(
        commune={"name": commune, "place": commune}, targets={str(on.year): {"recognised": "1"}}
    )
    decision = pick_decision(load_rulebook(), on)
    return PlanData(
        on.year, load_standing(), YearPlan(year=on.year), profile, decision, 6, YearDossiers(), load_acts()
    )


@pytest.fixture(scope="module", params=PLANS, ids=["xop", "suoi-mau"])
def plan(request: pytest.FixtureRequest) -> tuple[str, dict[str, str]]:
    """The text of a plan, and the words for the slots of what is looked for."""
    data = _data(request.param, PLANS[request.param])
    document = fill("year-plan", plan_values(data, load_form("year-plan"), PLANS[request.param]))
    return all_text(document), data.slots


def test_every_duty_is_looked_for() -> None:
    assert set(load_standing().duty_ids) == set(DUTIES)


@pytest.mark.parametrize("duty", DUTIES)
def test_the_plan_carries_the_duty(plan: tuple[str, dict[str, str]], duty: str) -> None:
    text, slots = plan
    assert DUTIES[duty].format(**slots) in text


@pytest.mark.parametrize("words", AROUND)
def test_the_plan_carries_what_stands_around_the_duties(plan: tuple[str, dict[str, str]], words: str) -> None:
    text, slots = plan
    assert words.format(**slots) in text


def test_nothing_of_another_year_or_commune_is_left(plan: tuple[str, dict[str, str]]) -> None:
    text, slots = plan
    others = set(PLANS) - {slots["commune"].removeprefix("xã ")}
    assert not any(other in text for other in others)
    body = "\n".join(line for line in text.splitlines() if not line.startswith("Căn cứ"))
    assert not any(f"năm {on.year}" in body for on in PLANS.values() if str(on.year) != slots["year"])


def test_the_grounds_are_those_of_the_law_in_force(plan: tuple[str, dict[str, str]]) -> None:
    text, slots = plan
    cited = {line for line in text.splitlines() if line.startswith("Căn cứ")}
    assert any("148/QĐ-TTg" in line for line in cited) == (slots["year"] == "2025")
    assert any("26/2026/QĐ-TTg" in line for line in cited) == (slots["year"] == "2027")


def test_the_commune_checks_what_the_decision_of_the_year_says(plan: tuple[str, dict[str, str]]) -> None:
    text, slots = plan
    assert ("kiểm tra thành phần hồ sơ" in text) == (slots["year"] == "2027")
    assert ("kiểm tra thể thức hồ sơ" in text) == (slots["year"] == "2025")
