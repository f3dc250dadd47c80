"""Find a commune's workspace."""

from pathlib import Path

from ocop_cli.errors import OcopError

PROFILE_FILE = "ocop.yaml"


def find_workspace(start: Path) -> Path:
    """Return the nearest folder at or above ``start`` that holds ``ocop.yaml``.

    Raises ``OcopError`` when there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / PROFILE_FILE).is_file():
            return folder
    raise OcopError(
        f"Không tìm thấy thư mục làm việc OCOP tại {start} và các thư mục cha.",
        "Tạo mới: `ocop init`; hoặc chỉ thư mục có sẵn: `ocop -C THƯ_MỤC …`",
        code="P001",
    )
