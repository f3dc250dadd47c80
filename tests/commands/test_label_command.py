"""Public pages and labels: of recognised products whose producers agreed, without a person, read by telephones."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import segno

from ocop_cli.render.label_pages import label_sheet
from ocop_cli.reports.label import Label
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import parse

Ocop = Callable[..., int]


def page(workspace: Path, name: str) -> str:
    return (workspace / f"gioi-thieu/{name}.html").read_text(encoding="utf-8")


def test_only_who_agreed_and_is_recognised_is_shown(
    ocop: Ocop, workspace: Path, printed: Callable[[], Any]
) -> None:
    assert ocop("set", "sam-day", "đồng ý công khai=có") == 0  # not recognised
    printed_before = sorted(path.name for path in workspace.glob("gioi-thieu/*"))
    assert printed_before == []
    assert ocop("label", "--json") == 0
    assert sorted(path.name for path in workspace.glob("gioi-thieu/*")) == ["ca-phe.html", "nhan.html"]
    sheet = page(workspace, "nhan")
    assert "Cà phê Xốp" in sheet
    assert "Mật ong" not in sheet
    assert "Sâm dây" not in sheet


@pytest.mark.parametrize("answer", ["không", None])
def test_a_producer_who_did_not_agree_is_kept_out(
    ocop: Ocop, workspace: Path, answer: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    file = workspace / "dossiers/ca-phe.yaml"
    file.write_bytes(edit(parse(file.read_bytes(), file.name), [Set(("product", "public"), answer)]).raw)
    assert ocop("label", "ca-phe") == 0
    assert not (workspace / "gioi-thieu").exists()
    assert "chưa đồng ý" in capsys.readouterr().out


def test_those_left_out_for_one_reason_are_named_together(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("label") == 0
    left_out = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Không có")]
    assert len(left_out) == 2
    assert left_out[1].startswith("Không có mang-kho, mat-ong: chủ thể chưa đồng ý")
    assert left_out[1].endswith('`ocop set MÃ "đồng ý công khai=có"`.')


def test_a_lapsed_certificate_has_no_label(ocop: Ocop, workspace: Path) -> None:
    assert ocop("label", "ca-phe", "--as-of", "01/01/2030") == 0
    assert not (workspace / "gioi-thieu").exists()


def test_a_recognition_that_is_still_to_come_has_no_label(
    ocop: Ocop, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OCOP_AS_OF")
    file = workspace / "dossiers/ca-phe.yaml"
    text = file.read_text(encoding="utf-8")
    assert "2025-12-24" in text
    file.write_text(text.replace("2025-12-24", "2999-12-24"), encoding="utf-8")
    assert ocop("label", "ca-phe") == 0
    assert ocop("label") == 0
    assert not (workspace / "gioi-thieu").exists()


@pytest.mark.parametrize(
    "text", ["xã mẫu", "javascript:alert(1)", "https://", "https://[", "http://xa mau.vn"]
)
def test_what_is_no_address_is_printed_in_no_code(ocop: Ocop, workspace: Path, text: str) -> None:
    assert ocop("label", "ca-phe", "--url", text) == 2
    assert not (workspace / "gioi-thieu").exists()


def test_the_page_says_what_everybody_may_know(ocop: Ocop, workspace: Path) -> None:
    file = workspace / "dossiers/ca-phe.yaml"
    own = [
        Set(("producer", "name"), "Hộ Y Ngưỡng Mẫu"),
        Set(("producer", "kind"), "household"),
        Set(("identity", "story"), "Hỏi 0912345678."),
        Set(("product", "name"), "<b>Cà phê</b>"),
    ]
    file.write_bytes(edit(parse(file.read_bytes(), file.name), own).raw)
    assert ocop("label", "ca-phe", "--url", "https://xa-mau.example/ocop/") == 0
    for name in ("ca-phe", "nhan"):
        text = page(workspace, name)
        assert "24/12/2028" in text
        assert 'aria-label="3 sao"' in text
        assert "https://xa-mau.example/ocop/ca-phe.html" in text
        assert [word for word in ("Y Ngưỡng Mẫu", "0912345678", "<b>Cà", "unsafe") if word in text] == []
        assert re.findall(r'\s(?:style|on[a-z]+)="', text) == []
        assert re.findall(r'(?:src|href)="(?!data:,")[^"]*"', text) == []
    assert "*******678" in page(workspace, "ca-phe")


def test_a_code_with_vietnamese_letters_says_in_which_encoding() -> None:
    label = Label("a", "Mật ong", "HTX", "", 3, "", "", "", "", "Mật ong rừng Xốp")
    said, unsaid = (
        segno.make_qr(label.code, error="m", eci=eci).svg_inline(
            svgclass="qr", lineclass=None, omitsize=True, border=4, light="#fff"
        )
        for eci in (True, False)
    )
    sheet = label_sheet([label], "xã Xốp").decode()
    assert said in sheet
    assert unsaid not in sheet


def test_its_code_is_a_full_qr_code(ocop: Ocop, workspace: Path) -> None:
    assert ocop("label", "ca-phe") == 0
    (box,) = re.findall(
        r'class="qr"[^>]*viewBox="0 0 (\d+) \1"|viewBox="0 0 (\d+) \2"[^>]*class="qr"',
        page(workspace, "ca-phe"),
    )
    modules = int(box[0] or box[1]) - 8  # the quiet zone of four on each side
    assert modules >= 21  # the smallest full code; a micro one has 17 at most
    assert (modules - 21) % 4 == 0
