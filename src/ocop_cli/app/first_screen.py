"""The first help screen. Written by tools/generate.py."""

FIRST_SCREEN = """\
ocop: theo dõi, đánh giá và lập hồ sơ OCOP của xã trên một thư mục tệp văn bản.

Ví dụ: ocop init                 tạo thư mục làm việc của xã (chạy thử trên dữ liệu mẫu: ocop demo)
       ocop                      xem việc hôm nay
       ocop evaluate ruou-ghe    đánh giá các nội dung của xã, lập báo cáo

Hằng ngày  register · import · adopt · fill · set · receive · form · intake  Nhận ý tưởng; ghi số liệu; lập, đọc phiếu của chủ thể; nhận giấy tờ, hồ sơ
           do · next · due · tell · extend  Làm việc theo số; xem hồ sơ cần gì, việc có ngày, lịch; báo chủ thể; gia hạn
           select · advance · return · withdraw · remove · renew  Chọn ý tưởng; chuyển bước, trả lại, dừng; xóa nhầm; đăng ký lại
Đánh giá   visit · evaluate          Ghi kiểm tra thực tế; đánh giá các nội dung của xã, lập báo cáo
           score · panel · advise    Chấm theo bộ tiêu chí; xem nhiều người chấm; tìm cách lên sao
           meeting                   Mời họp, ghi ý kiến, lập biên bản
           submit · send · result    Lập bộ đề nghị cấp tỉnh, ghi việc gửi; ghi kết quả phân hạng
Văn bản    paper · inspect           Lập giấy tờ của một hồ sơ; kiểm tra, giám sát sản phẩm
           docs                      Sổ văn bản: số, ngày, bản ký, gửi, trả lời
           lint · templates          Kiểm tra thể thức tệp Word; xem, sửa biểu mẫu
           verify · seal · why       Đối chiếu văn bản với hồ sơ, biểu mẫu; truy nguồn từng chữ
Cả năm     list · show · producers   Liệt kê, tìm hồ sơ; xem một hồ sơ; xem các chủ thể
           calendar · plan · log · handover · archive · carry · report  Kế hoạch năm; ghi việc; bàn giao, lưu trữ; báo cáo, danh sách; lịch nghỉ
           export · dashboard · label · roll-up  Sổ Excel, dữ liệu mở; trang, nhãn QR; tổng hợp nhiều xã
Kiểm tra   check · explain · privacy  Kiểm tra mọi tệp; giải thích một mã; dữ liệu của một người
           rules                     Tra cứu các quyết định: tiêu chí, điểm, thời hạn, giấy tờ
Khác       merge · init · demo · undo  Tạo thư mục làm việc, chạy thử; gộp hai máy; hoàn tác
Xem một lệnh: ocop help LỆNH · Tùy chọn chung: -C THƯ_MỤC, --as-of NGÀY, --json, -n (chạy thử), -h
"""
