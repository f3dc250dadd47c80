"""Every finding code with its meaning: the one list behind ``ocop explain`` and ``ocop check --list``."""

from typing import NamedTuple


class Explanation(NamedTuple):
    """What a code means, why it matters and what to do."""

    title: str
    why: str
    cure: str


_UNREADABLE = "tệp không đọc được thì hồ sơ không được kiểm tra, chấm hay nộp"
_FIELD = "giá trị sai kiểu không thể dùng để tính và in lên văn bản"
_INCOMPLETE = "hồ sơ thiếu thành phần hoặc sai thể thức sẽ bị cấp tỉnh trả lại"
_LAW = "quy định sai thì điểm, hạn và hạng sao tính theo đều sai"

CODES: dict[str, Explanation] = {
    "Y001": Explanation("Tệp lớn hơn 1 MB", _UNREADABLE, "Tách bớt nội dung; ảnh, bản quét để trong papers/."),
    "Y002": Explanation("Tệp chứa ký tự rỗng", _UNREADABLE, "Lấy lại bản gần nhất bằng `ocop undo`."),
    "Y003": Explanation("Tệp không ở mã UTF-8", _UNREADABLE, "Mở bằng trình soạn thảo, Lưu lại dạng UTF-8."),
    "Y004": Explanation("Tệp ở mã UTF-16", "đọc được, nhưng khi ghi sẽ thành UTF-8", "Không cần làm gì."),
    "Y005": Explanation("Còn dấu xung đột của git", _UNREADABLE, "Giữ lại một bản, xóa các dòng <<<<<<<, =======, >>>>>>>."),
    "Y006": Explanation("Dùng phím Tab", "YAML chỉ hiểu dấu cách", "Thay mỗi Tab bằng hai dấu cách."),
    "Y007": Explanation("Dấu cách không ngắt", "mục bị hiểu thành tên khác", "Xóa đi, gõ lại bằng dấu cách thường."),
    "Y008": Explanation("Ký tự điều khiển ẩn", "làm sai văn bản in ra", "Xóa ký tự này, thường do dán từ nơi khác."),
    "Y009": Explanation("Chữ gõ bằng bảng mã cũ", "văn bản phải dùng Unicode (TCVN 6909:2001)", "Gõ lại bằng Unicode dựng sẵn."),
    "Y011": Explanation("Dấu hai chấm thừa", _UNREADABLE, "Đặt cả giá trị trong nháy kép."),
    "Y012": Explanation("Thiếu dấu hai chấm", _UNREADABLE, "Viết dạng “tên: giá trị”."),
    "Y013": Explanation("Thụt dòng lệch", _UNREADABLE, "Thụt thẳng hàng với mục cùng cấp."),
    "Y014": Explanation("Thiếu dấu nháy đóng", _UNREADABLE, "Thêm dấu nháy ở cuối giá trị."),
    "Y015": Explanation("Thiếu dấu đóng ngoặc", _UNREADABLE, "Đóng ngoặc, hoặc đặt giá trị trong nháy kép."),
    "Y016": Explanation("Tệp trống", _UNREADABLE, "Tạo lại bằng `ocop register`, hoặc `ocop undo`."),
    "Y017": Explanation("Tệp chỉ có chú thích", _UNREADABLE, "Bỏ dấu # ở các dòng cần dùng."),
    "Y018": Explanation("Tệp không gồm các mục", _UNREADABLE, "Viết các mục dạng “tên: giá trị”."),
    "Y019": Explanation("Dòng không đọc được", _UNREADABLE, "Xem lại dấu hai chấm, dấu nháy và thụt dòng."),
    "Y020": Explanation("Dòng chỉ dẫn %", "làm đổi nghĩa các giá trị", "Xóa dòng bắt đầu bằng %."),
    "Y021": Explanation("Hai phần trong một tệp", "mỗi hồ sơ là một tệp", "Tách thành hai tệp, hoặc xóa dòng ---."),
    "Y022": Explanation("Lồng quá sâu, quá nhiều mục", _UNREADABLE, "Kiểm tra lại ngoặc [ ] { }."),
    "Y023": Explanation("Giá trị bắt đầu bằng & hoặc *", "YAML hiểu là tham chiếu", "Đặt giá trị trong nháy kép."),
    "Y024": Explanation("Giá trị bắt đầu bằng dấu !", "YAML hiểu là kiểu dữ liệu", "Đặt giá trị trong nháy kép."),
    "Y025": Explanation("Tên mục không phải là chữ", _UNREADABLE, "Đặt giá trị trong nháy kép."),
    "Y026": Explanation("Giá trị đứng lẻ trong ngoặc nhọn", "dấu phẩy tách số lẻ thành hai mục", "Đặt giá trị trong nháy kép."),
    "Y027": Explanation("Mục ghi hai lần", "không biết dùng giá trị nào", "Giữ lại một mục."),
    "Y028": Explanation("Dấu phẩy tách số thành hai", "số lẻ trong ngoặc vuông thành hai số", "Đặt số trong nháy kép."),
    "Y030": Explanation("Phần sau dấu # bị bỏ", "YAML coi đó là chú thích", "Đặt cả giá trị trong nháy kép."),
    "S001": Explanation("Thiếu mục bắt buộc", _FIELD, "Thêm mục được nêu."),
    "S002": Explanation("Mục không có trong khuôn dạng", "mục gõ sai tên thì không được đọc", "Sửa tên mục theo gợi ý."),
    "S003": Explanation("Giá trị ngoài danh sách", _FIELD, "Chọn một giá trị trong danh sách."),
    "S004": Explanation("Phải là danh sách", _FIELD, "Viết mỗi phần tử một dòng, bắt đầu bằng dấu -."),
    "S005": Explanation("Phải gồm các mục con", _FIELD, "Viết mỗi mục con một dòng, thụt vào hai dấu cách."),
    "S006": Explanation("Phải là chữ", _FIELD, "Đặt giá trị trong nháy kép."),
    "S007": Explanation("Ô chưa có nội dung", _FIELD, "Ghi nội dung, hoặc bỏ cả mục."),
    "S008": Explanation("Ngày không đúng", _FIELD, "Ghi ngày có thật, dạng 23/11/2026 hoặc 2026-11-23."),
    "S009": Explanation("Số tiền không đúng", _FIELD, "Ghi số đồng, dạng 1500000 hoặc 1.500.000."),
    "S010": Explanation("Số không đúng", _FIELD, "Ghi số, tối đa hai chữ số lẻ, dạng 12,5."),
    "S011": Explanation("Tỷ lệ không đúng", "tỷ lệ quyết định điểm", "Ghi số từ 0 đến 100."),
    "S012": Explanation("Số lượng không đúng", _FIELD, "Ghi số nguyên không âm."),
    "S013": Explanation("Phải là có hoặc không", _FIELD, "Ghi có hoặc không."),
    "S014": Explanation("Không đúng dạng", _FIELD, "Ghi theo dạng được nêu."),
    "S015": Explanation("Số ngoài khoảng cho phép", _FIELD, "Ghi số trong khoảng được nêu."),
    "S016": Explanation("Giá trị không dùng được", _FIELD, "Sửa giá trị tại dòng được nêu."),
    "R000": Explanation("Dữ liệu quy định có lỗi", _LAW, "Chạy `ocop rules check` rồi sửa từng chỗ."),
    "R001": Explanation("Quy định thiếu một trường", _LAW, "Thêm trường được nêu."),
    "R002": Explanation("Giá trị của quy định sai kiểu", _LAW, "Ghi lại theo kiểu được nêu."),
    "R003": Explanation("Trường không dùng đến", _LAW, "Xóa trường, hoặc sửa tên cho đúng."),
    "R004": Explanation("Tên tham chiếu không có", _LAW, "Chọn một tên trong danh sách được nêu."),
    "R005": Explanation("Thư mục, tệp quy định không đúng dạng", _LAW, "Mỗi quyết định cần tệp decision.yaml và các khối có tên."),
    "R010": Explanation("Điểm tối đa khác mức cao nhất", _LAW, "Đối chiếu với văn bản rồi sửa điểm."),
    "R011": Explanation("Các mức tỷ lệ không liền nhau", _LAW, "Sửa cận của các mức cho phủ từ 0 đến 100%."),
    "R012": Explanation("Tổng điểm một phần không đúng", _LAW, "Đối chiếu các tiêu chí của phần đó."),
    "R013": Explanation("Tiêu chí lặp trong một bộ", _LAW, "Bỏ một trong hai, hoặc sửa mã."),
    "R014": Explanation("Nhắc đến tên không có", _LAW, "Sửa tên, hoặc thêm mục còn thiếu."),
    "R015": Explanation("Nhãn mức quá dài", _LAW, "Rút gọn nhãn."),
    "R016": Explanation("Các khoảng điểm hạng sao không liền nhau", _LAW, "Sửa cận của các khoảng."),
    "R017": Explanation("Hai quyết định cùng nhận hồ sơ một ngày", _LAW, "Sửa ngày hiệu lực hoặc ngày nhận hồ sơ cuối cùng."),
    "R020": Explanation("Không có quyết định áp dụng cho ngày này", _LAW, "Kiểm tra ngày, hoặc chỉ định bằng --decision."),
    "R021": Explanation("Nhiều quyết định cùng áp dụng", _LAW, "Sửa ngày hiệu lực, hoặc chỉ định bằng --decision."),
    "F201": Explanation("Chưa ghi ngày nhận phiếu đăng ký", "ngày nhận quyết định thời hạn và quyết định áp dụng", "Ghi registration.slip.received_on."),
    "F202": Explanation("Chủ thể thiếu thông tin", _INCOMPLETE, "Ghi đủ các mục của producer."),
    "F203": Explanation("Thiếu giấy tờ bắt buộc", _INCOMPLETE, "Thêm giấy tờ vào mục papers."),
    "F204": Explanation("Giấy tờ hết hạn", _INCOMPLETE, "Thay bằng giấy còn hạn."),
    "F205": Explanation("Giấy tờ chưa ký, đóng dấu", _INCOMPLETE, "Trả chủ thể ký rồi ghi signed: có."),
    "F206": Explanation("Chưa có bản gốc", _INCOMPLETE, "Nhận đủ rồi ghi original: có."),
    "F207": Explanation("Giấy tờ chưa có tệp điện tử", "bộ điện tử phải đủ như bộ giấy", "Đặt tệp vào papers/ và ghi đường dẫn."),
    "F208": Explanation("Không thấy tệp", "bộ điện tử phải đủ như bộ giấy", "Đặt lại tệp hoặc sửa đường dẫn."),
    "F209": Explanation("Tệp khác bản đã ghi nhận", "tệp bị đổi sau khi kiểm tra", "Kiểm tra lại tệp, rồi cập nhật sha256."),
    "F210": Explanation("Chưa ghi số trang", "danh mục hồ sơ ghi trang của từng giấy tờ", "Ghi pages."),
    "F211": Explanation("Cam kết chưa thực hiện", _INCOMPLETE, "Nhận giấy rồi ghi received_on."),
    "F212": Explanation("Thiếu sản phẩm mẫu", _INCOMPLETE, "Nhận đủ mẫu rồi ghi samples.units."),
    "F213": Explanation("Xã chưa đánh giá", "hồ sơ gửi tỉnh phải kèm báo cáo của xã", "Chạy `ocop evaluate`."),
    "F214": Explanation("Đánh giá theo quyết định khác", "kết luận phải theo quyết định áp dụng cho hồ sơ", "Chạy lại `ocop evaluate`."),
    "F215": Explanation("Chưa họp lấy ý kiến", "cuộc họp là bước bắt buộc của quyết định áp dụng", "Chạy `ocop meeting invite` rồi `hold`."),
    "F216": Explanation("Không thấy báo cáo đánh giá", "hồ sơ gửi tỉnh phải kèm báo cáo của xã", "Chạy lại `ocop evaluate`."),
}  # fmt: skip
