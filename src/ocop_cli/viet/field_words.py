"""Words that officials type beside a number or in place of one: what is counted, what it is packed in, yes and no."""

YES = ("có", "yes", "true", "đúng", "x", "✓", "✔", "☑", "☒")
NO = ("không", "no", "false", "chưa", "☐")
PARTS_OF_HUNDRED = ("%", "phần trăm")
POINTS = ("điểm",)
PEOPLE = ("người", "lao động", "người lao động", "nhân công")
PLACES = ("đại lý", "điểm bán", "cửa hàng", "đại lý, điểm bán")
PAGES = ("trang", "tờ")
_PACKED_IN = "bao bình bịch bó bộ cái can cây chai chậu chiếc con cuộn gói hộp hũ lon lọ quả tấm thanh thùng trái túi vỉ"
UNITS = ("đơn vị", "mẫu", "sản phẩm", "đơn vị sản phẩm", *_PACKED_IN.split())
ROSE = ("tăng",)
YEAR = ("năm",)
SET = ("bộ", "bộ số", "bộ sản phẩm", "bộ sản phẩm số")
RANK = ("hạng", "đạt", "đạt hạng", "OCOP", "đạt OCOP")
STARS = ("sao", "*")
