"""Words of several syllables that titles of papers use: a line does not begin amid one."""

_WORDS = """
an toàn · ban hành · bán hàng · báo cáo · biên bản · bố trí · chất lượng · chấp hành · chỉ tiêu · chủ thể
cà phê · chủ tịch · chứng nhận · chương trình · cơ sở · công nghiệp · công nhận · công tác · công văn · cộng đồng · cuộc họp
danh mục · danh sách · dịch vụ · doanh nghiệp · du lịch · dược liệu · đánh giá · đăng ký · địa bàn · địa phương · điều kiện
đóng góp · đề nghị · đơn vị · giai đoạn · giải quyết · giám sát · giới thiệu · gia đình · hàng hóa · hậu kiểm
hoàn thiện · hoạt động · hợp tác · hồ sơ · hướng dẫn · khắc phục · khai thác · kế hoạch · kết quả · khu vực · kiểm soát
kiểm tra · kinh doanh · kinh phí · kinh tế · lao động · lựa chọn · mật ong · minh chứng · môi trường
nâng cấp · nâng hạng · ngân sách · nguồn vốn · nguyên liệu · nhân dân · nhiệm vụ · nông dân
nông nghiệp · nông sản · nông thôn · nội dung · nội bộ · phân hạng · phát triển · phê duyệt · phối hợp
phương án · quá trình · quản lý · quảng bá · quy định · quyết định · sản phẩm · sản xuất · tham gia · tham dự · thành lập
thành phần · thành viên · thẩm định · thể thức · thị trường · thông báo · thời gian · thời hạn · thu hồi · thực hiện
thực phẩm · thương mại · tiếp nhận · tiêu chí · tiêu chuẩn · tiêu thụ · tập huấn · tổ chức · tổ hợp
tổng hợp · tờ trình · trách nhiệm · triển khai · trung ương · truyền thống · trưng bày · ủy ban · vi phạm
vị trí · văn bản · văn hóa · xác nhận · xây dựng · xem xét · xét duyệt · xúc tiến · ý kiến · ý tưởng · yêu cầu
"""
_KNOWN = frozenset(word for line in _WORDS.strip().splitlines() for word in line.split(" · "))
_BEFORE_A_NUMBER = frozenset(
    {"điều", "đợt", "khóa", "khoản", "lần", "mục", "năm", "ngày", "quý", "số", "tháng", "thứ"}
)
_BEFORE_A_NAME = frozenset({"bản", "huyện", "làng", "phường", "thôn", "tỉnh", "xã"})


def belong_together(one: str, next_one: str) -> bool:
    """Say whether two syllables that follow each other are of one word, or a number, the dots for one or a name with what it counts or is.

    A word that is not known here belongs to none.
    """
    if not one[-1:].isalnum() or not next_one:
        return False
    before = one.lstrip("“\"'(").casefold()
    if next_one[0].isdigit() or next_one[0] == "…":
        return before in _BEFORE_A_NUMBER
    if next_one[0].isupper() and before in _BEFORE_A_NAME:
        return True
    after = next_one.rstrip("”\"'),.;:").casefold()
    return f"{before} {after}" in _KNOWN
