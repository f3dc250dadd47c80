"""Take a decision's own words out of its text into the workspace: ``rules/<decision>/wording.yaml``."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from ocop_cli.errors import OcopError
from ocop_cli.rules.decision import Decision
from ocop_cli.rules.printed import Row
from ocop_cli.rules.wording import PlacedWords, place_words
from ocop_cli.rules.wording_file import NAME
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.foreign.rows import foreign_rows
from ocop_cli.store.yaml.dump import dump
from ocop_cli.viet.text import bare_words

_HEADER = """# Nguyên văn các mức của {cite}, lấy bằng `ocop rules wording`.
# Đối chiếu với bản ký; sửa chữ nào sai ngay tại đây rồi chạy `ocop rules check`.

"""


def take_words(decision: Decision, file: Path) -> tuple[bytes, list[PlacedWords], str]:
    """Return the content of a file, every level with the words found in it, and what is doubtful about the file.

    Raises ``OcopError`` when the file cannot be read, or holds no words of the decision.
    """
    content, rows = foreign_rows(file)
    placed = place_words(decision, rows)
    found = [each for each in placed if each.words]
    if not found:
        raise OcopError(f"Không thấy tiêu chí nào của {decision.cite} trong tệp {file.name}.", _cure(rows))
    if all(each.words == each.level.option.label for each in found):
        message = f"Tệp {file.name} ghi diễn đạt tóm tắt của chương trình, không phải lời văn của quyết định."
        raise OcopError(message, "Dùng tệp văn bản của chính quyết định.")
    return content, placed, _doubt(decision, rows)


def wording_change(
    root: Path, decision: Decision, file: Path, content: bytes, placed: Sequence[PlacedWords], today: date
) -> Change:
    """Return the change that writes the words; those that were there for other levels stay."""
    sets: dict[int, dict[str, dict[str, str]]] = {}
    for level, found, _ in placed:
        if words := found or level.option.words:
            sets.setdefault(level.product_set, {}).setdefault(level.criterion.id, {})[level.option.id] = words
    text = {"file": file.name, "sha256": sha256(content).hexdigest(), "taken_on": today}
    data: dict[str, Any] = {"wording": {"text": text, "sets": sets}}
    written = dump(data, _HEADER.format(cite=decision.cite))
    return plan_write(root, f"rules/{decision.id}/{NAME}", written.encode())


def _cure(rows: Sequence[Row]) -> str:
    if not any(cell.strip() for row in rows for cell in row):
        return "Tệp là ảnh quét, không có lớp chữ; dùng bản Word, HTML hoặc PDF có chữ của quyết định."
    return "Dùng tệp có phụ lục bộ tiêu chí của quyết định, còn nguyên bảng tiêu chí và điểm."


def _doubt(decision: Decision, rows: Sequence[Row]) -> str:
    number = bare_words(decision.number)
    told = any(number in bare_words(cell) for row in rows for cell in row)
    return "" if told else f"tệp không ghi số {decision.number}"
