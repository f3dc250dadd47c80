"""The page of a commune in a browser without a network: found, filtered, opened, printed, read aloud, by keyboard."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.app import run
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import parse
from support.workspaces import copy_example

pytestmark = pytest.mark.browser
SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the example with a lapsed certificate, an unreadable dossier and a name that would be markup."""
    root = copy_example(tmp_path_factory.mktemp("dashboard") / "Xã Xốp – OCOP")
    (root / "dossiers/lan-rung.yaml").write_text("schema: [", encoding="utf-8")
    file = root / "dossiers/gao-do.yaml"
    name = "</script><img src=x onerror=alert(1)> Gạo"
    file.write_bytes(edit(parse(file.read_bytes(), file.name), [Set(("product", "name"), name)]).raw)
    words = ["dashboard", "--as-of", "2027-06-01"]  # the certificate of mang-kho ended in April
    assert run(["-C", str(root), "--no-input", *words]) == 0
    return root / "trang-ocop.html"


class Seen:
    """The page as one visitor sees it; what it asked for and complained about is kept."""

    def __init__(self, browser: Any, file: Path, scheme: str, size: tuple[int, int]) -> None:
        viewport = {"width": size[0], "height": size[1]}
        self.context = browser.new_context(
            locale="vi-VN", color_scheme=scheme, viewport=viewport, offline=True
        )
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.file = file
        self.page.goto(file.as_uri())

    def names(self) -> list[str]:
        found: list[str] = self.page.locator("#danh-sach summary strong").all_inner_texts()
        return found


@pytest.fixture(params=[("light", (1280, 900)), ("dark", (390, 844))], ids=["desktop", "phone"])
def seen(request: pytest.FixtureRequest, chromium: Any, made: Path) -> Iterator[Seen]:
    seen = Seen(chromium, made, *request.param)
    yield seen
    seen.context.close()
    assert seen.complaints == []
    assert set(seen.asked) == {made.as_uri()}


def test_it_finds_without_marks_and_filters(seen: Seen) -> None:
    page = seen.page
    assert len(seen.names()) == 12
    page.get_by_label("Tìm").fill("mat ong")
    assert seen.names() == ["Mật ong rừng Xốp"]
    page.get_by_label("Tìm").fill("DƯỢC liệu")
    assert seen.names() == ["Sâm dây sấy Xốp"]
    page.get_by_label("Tìm").fill("không có đâu")
    assert "Không có sản phẩm nào khớp" in page.locator("#so-ket-qua").inner_text()
    page.get_by_label("Tìm").fill("")
    page.locator("#loc-sao").select_option("hết hạn")
    assert seen.names() == ["Măng khô Xốp"]
    page.locator("#loc-sao").select_option("tất cả")
    page.locator("#loc-nganh").select_option("Đồ uống")
    assert seen.names() == ["Rượu ghè Xốp"]


def test_lapsed_and_unread_are_states_of_their_own(seen: Seen) -> None:
    text = seen.page.locator("header").inner_text()
    assert "Chưa tính, vì không đọc được: lan-rung" in text
    assert "Giấy chứng nhận đã hết hạn: Măng khô Xốp" in text


def test_a_product_tells_its_story_scores_and_papers(seen: Seen) -> None:
    page = seen.page
    page.get_by_label("Tìm").fill("gui tre")
    page.locator("summary").click()
    text = page.locator(".body:not(:empty)").inner_text()
    assert "Điểm các nội dung cấp xã" in text
    assert "Phụ lục" in text
    assert "Giấy tờ của hồ sơ" in text
    page.get_by_label("Tìm").fill("ca phe")
    page.locator("summary").click()
    assert "Hạt cà phê đầu tiên" in page.locator(".body:not(:empty)").inner_text()


def test_it_is_used_by_keyboard_alone(seen: Seen) -> None:
    page = seen.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Tới danh sách sản phẩm"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("ca phe")
    assert seen.names() == ["Cà phê Xốp"]
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("details[open]").count() == 1
    button = page.locator(".stage").filter(has_text="Đang hoàn thiện hồ sơ")
    button.focus()
    page.get_by_label("Tìm").fill("")
    button.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert len(seen.names()) == int(button.locator("b").inner_text())


def test_nothing_runs_off_the_screen_and_markup_is_text(seen: Seen) -> None:
    page = seen.page
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert any("<img" in name for name in seen.names())
    assert page.locator("img").count() == 0


def test_it_prints_on_a4_with_every_product(chromium: Any, made: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader

    seen = Seen(chromium, made, "dark", (1280, 900))
    seen.page.pdf(path=tmp_path / "in.pdf", prefer_css_page_size=True)
    seen.context.close()
    pages = PdfReader(tmp_path / "in.pdf").pages
    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages} == {
        (595, 842)
    }
    text = "\n".join(page.extract_text() for page in pages)
    assert "Trà dây leo Xốp" in text
    assert "tên, chủ thể" not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(chromium: Any, made: Path, scheme: str) -> None:
    source = os.environ.get("AXE_CORE")
    if not source:
        pytest.skip("AXE_CORE names no axe.min.js: .ci/run fetches it")
    seen = Seen(chromium, made, scheme, (1280, 900))
    for summary in seen.page.locator("summary").all()[:5]:
        summary.click()
    told = seen.page.evaluate(Path(source).read_text(encoding="utf-8") + "; axe.run()")
    seen.context.close()
    found = [
        (each["id"], each["nodes"][0]["html"]) for each in told["violations"] if each["impact"] in SERIOUS
    ]
    assert found == []
