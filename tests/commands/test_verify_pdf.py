"""``ocop verify FILE.pdf``: who signed, when, and whether it still holds; nothing is trusted that nobody named."""

import io
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter

from support import scans, signing

Ocop = Callable[..., int]
FILE = "papers/ky.pdf"


def changed_inside(content: bytes) -> bytes:
    """Change a measure of the page, which the signature covers."""
    place = content.index(b"/MediaBox") + len(b"/MediaBox [ 0.0 0.0 ")
    return content[:place] + b"7" + content[place + 1 :]


def meaning_another_issuer(content: bytes) -> bytes:
    """Change the name by which the signature says whose certificate it means: it stands behind issuer and subject of that."""
    before = content.lower().split(signing.PERSON.encode().hex().encode(), 3)[:3]
    place = sum(map(len, before)) + 2 * len(signing.PERSON.encode().hex())
    return content[:place] + b"4d" + content[place + 2 :]


def with_a_page_more(content: bytes) -> bytes:
    writer, buffer = PdfWriter(io.BytesIO(content), incremental=True), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "words", "status", "told"),
    [
        (signing.signed_pdf(), (), 0, ["nội dung đã ký còn nguyên vẹn", "chưa xác nhận chứng thư số"]),
        (signing.signed_pdf(2), ("--signatures", "2"), 0, ["chữ ký số thứ 2: Nguyễn Văn Mẫu"]),
        (signing.signed_pdf(), ("--signatures", "2"), 1, ["có 1 chữ ký số, cần 2"]),
        (signing.signed_pdf() + b"\n\n", (), 0, ["còn nguyên vẹn"]),
        (changed_inside(signing.signed_pdf()), (), 1, ["KHÔNG còn nguyên vẹn"]),
        (with_a_page_more(signing.signed_pdf()), (), 1, ["tệp bị sửa thêm sau khi ký"]),
        (signing.signed_pdf(), ("--roots", "root.cer"), 0, ["chứng thư số do nơi tin cậy cấp"]),
        (signing.signed_pdf(), ("--roots", "ocop.yaml"), 2, ["không phải tệp chứng thư số"]),
        (scans.pdf(), (), 1, ["không thấy chữ ký số nào", "có 0 chữ ký số, cần 1"]),
        (scans.digitally_signed(), (), 1, ["có chữ ký số không kiểm tra được"]),
        (signing.signed_pdf()[:-300], (), 1, ["Sai: "]),
        (meaning_another_issuer(signing.signed_pdf()), (), 1, ["không có chứng thư số mà chữ ký nêu"]),
        (b"", (), 1, ["có 0 chữ ký số"]),
    ],
)  # fmt: skip
def test_what_is_said_of_a_signed_pdf(
    ocop: Ocop,
    workspace: Path,
    content: bytes,
    words: tuple[str, ...],
    status: int,
    told: list[str],
    capsys: Any,
) -> None:
    (workspace / FILE).write_bytes(content)
    (workspace / "root.cer").write_bytes(signing.root_certificate())
    capsys.readouterr()
    assert ocop("verify", FILE, *words) == status
    said = capsys.readouterr()
    assert all(word in said.out + said.err for word in told), said
    assert "Traceback" not in said.err


def test_the_time_is_that_of_vietnam_and_no_remark_in_english_is_shown(
    ocop: Ocop, workspace: Path, capsys: Any, caplog: pytest.LogCaptureFixture
) -> None:
    (workspace / FILE).write_bytes(signing.signed_pdf())
    capsys.readouterr()
    with caplog.at_level(logging.INFO):
        assert ocop("verify", FILE, "--json") == 0
    (found,) = json.loads(capsys.readouterr().out)["signatures"]
    assert found["on"].endswith("+07:00")
    assert (found["name"], found["intact"], found["changed"], found["trusted"]) == (
        signing.PERSON,
        True,
        False,
        None,
    )
    assert not [each for each in caplog.records if each.name.startswith("pyhanko")]


def test_a_broken_signature_is_no_signed_copy(ocop: Ocop, workspace: Path, capsys: Any) -> None:
    assert ocop("evaluate", "sam-day") == 0
    report = "documents/2026/sam-day-evaluation-report.docx"
    assert ocop("docs", "number", report, "--number", "12", "--on", "23/11/2026") == 0
    (workspace / FILE).write_bytes(changed_inside(signing.signed_pdf()))
    assert ocop("docs", "sign", report, "--scan", FILE, "--digital") == 1
    assert "không còn nguyên vẹn" in capsys.readouterr().err
