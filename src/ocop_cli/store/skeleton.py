"""New files with guidance for the people who fill them in."""

from collections.abc import Mapping
from typing import Any

from ocop_cli.store.yaml.dump import dump

_MODELINE = "# yaml-language-server: $schema=../schemas/{name}.json\n"
_GUIDE = """
# Các phần ghi thêm khi có số liệu (bỏ dấu # ở đầu dòng; `ocop check` kiểm tra từng dòng):
#
# materials:                 # nguyên liệu; tỷ lệ cộng lại bằng 100
#   - name: tên nguyên liệu
#     share: 60
#     origin: commune        # commune (xã), district (huyện cũ), province (tỉnh), elsewhere, import
#     place: nơi trồng, nuôi
# labour:                    # lao động theo nơi thường trú; số sau gồm số trước
#   total: 10
#   commune: 8
#   women: 5
#   ethnic_minority: 6
# identity:                  # bản sắc, trí tuệ địa phương
#   story: |
#     câu chuyện sản phẩm
# business:
#   plan: phương án sản xuất, kinh doanh
#   years:
#     - year: 2025
#       revenue: 50.000.000
# papers:                    # giấy tờ; loại giấy tờ xem `ocop rules show`
#   - id: dkkd
#     kind: business_registration
#     title: Giấy chứng nhận đăng ký kinh doanh
#     file: papers/…/dkkd.pdf
#     pages: 1
"""


def dossier_text(data: Mapping[str, Any]) -> str:
    """Return a new dossier file, with guidance on what comes later."""
    return dump(_without_blanks(data), _MODELINE.format(name="dossier")) + _GUIDE


def private_text(schema: str) -> str:
    """Return a new file for personal data."""
    header = (
        _MODELINE.format(name="private")
        + "# Dữ liệu cá nhân: không đưa vào git, chỉ in ở biểu mẫu bắt buộc.\n"
    )
    return (
        dump({"schema": schema}, header)
        + "gender:\nethnicity:\ncitizen_id:\npermanent_address:\nphone:\nemail:\n"
    )


def _without_blanks(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _without_blanks(value) if isinstance(value, Mapping) else value
        for key, value in data.items()
        if value is not None
    }
