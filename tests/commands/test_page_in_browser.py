"""The page of a form as a phone shows it: in two languages of the browser, without a network, by keyboard, read aloud."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ocop_cli.intake.filled import Filled
from ocop_cli.render.form_page import page_form
from support.forms import all_layouts, brought_back, differences, random_form

pytestmark = pytest.mark.browser
LAYOUTS = all_layouts()
PHONE = {"width": 390, "height": 844}
STACKED = "Hộ Y Ngưỡng Ẵm, thôn Đắk Lế̂"


class Phone:
    """A page on a phone without a network; what it asked for and complained about is kept."""

    def __init__(self, browser: Any, file: Path, locale: str) -> None:
        self.context = browser.new_context(locale=locale, viewport=PHONE, offline=True, accept_downloads=True)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.file = file
        self.page.goto(file.as_uri())

    def saved(self) -> tuple[str, bytes]:
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Lưu tệp").click()
        return download.value.suggested_filename, Path(download.value.path()).read_bytes()

    def close(self) -> None:
        self.context.close()
        assert self.complaints == []
        assert set(self.asked) == {self.file.as_uri()}


@pytest.fixture(params=["vi-VN", "en-US"])
def phone(request: pytest.FixtureRequest, chromium: Any, tmp_path: Path) -> Iterator[Phone]:
    """A blank Mẫu 02 on a phone."""
    file = tmp_path / "Mẫu 02 – phiếu.html"
    file.write_bytes(page_form(blank("mau-02")))
    shown = Phone(chromium, file, request.param)
    yield shown
    shown.close()


def blank(form_id: str) -> Filled:
    return Filled(LAYOUTS[form_id], "", "", "UBND xã Mẫu", "0", {}, {})


def test_what_is_typed_is_read_back_and_saved(phone: Phone) -> None:
    page = phone.page
    page.get_by_label("Tên chủ thể").fill(STACKED)
    page.get_by_label("Tỷ lệ tiêu thụ qua hợp đồng (%)").fill("62,5")
    page.get_by_label("Ngày thành lập").fill("05/10/2026")
    page.get_by_role("button", name="Thêm dòng: số liệu theo năm").click()
    page.get_by_label("Doanh thu (đồng)").fill("1.234.567")
    read = page.locator(".read").all_inner_texts()
    assert "Đọc là: 62,5 phần trăm" in read
    assert "Đọc là: thứ Hai, ngày 5 tháng 10 năm 2026" in read
    assert any(text.startswith("Đọc là: 1.234.567 đồng") for text in read)
    page.get_by_label("Ngày thành lập").fill("31/02/2026")
    assert page.get_by_label("Ngày thành lập").get_attribute("aria-invalid") == "true"
    page.get_by_label("Ngày thành lập").fill("05/10/2026")
    name, content = phone.saved()
    assert name == "mau-02.json"
    assert len(name.encode()) <= 100
    answers = json.loads(content)["answers"]
    assert answers["producer.name"] == STACKED
    assert answers["business.contracted_share"] == "62,5"
    returned = brought_back(blank("mau-02"), content)
    assert returned.answers["producer.founded_on"].text == "05/10/2026"
    row = returned.rows["business.years"][0].answers
    assert row["business.years[].revenue"].text == "1.234.567"


def test_it_is_used_by_keyboard_alone(phone: Phone) -> None:
    page = phone.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Tới các mục cần ghi"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Mật ong")
    assert page.get_by_label("1. Tên chủ thể").input_value() == "Mật ong"
    add = page.get_by_role("button", name="Thêm dòng: nguyên liệu")
    add.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.path") == "materials[].name"
    page.keyboard.type("Sâm dây")
    page.get_by_role("button", name="Xóa dòng 1").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Thêm dòng: nguyên liệu"
    assert page.locator(".rows > .row").count() == 0


def test_a_screen_reader_finds_a_name_for_every_field(phone: Phone) -> None:
    page = phone.page
    page.get_by_role("button", name="Thêm dòng: nguyên liệu").click()
    unnamed = page.evaluate(
        "[...document.querySelectorAll('input, select, textarea')].filter((each) => !each.labels.length).length"
    )
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert unnamed == 0
    assert len(ids) == len(set(ids))
    tree = page.locator("main").aria_snapshot()
    assert 'textbox "1. Tên chủ thể"' in tree
    assert 'group "Nguyên liệu, dòng 1"' in tree
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_draft_is_offered_named_and_deleted(phone: Phone) -> None:
    page = phone.page
    page.get_by_label("Tên chủ thể").fill(STACKED)
    page.wait_for_timeout(500)
    page.reload()
    assert page.get_by_label("Tên chủ thể").input_value() == ""
    page.get_by_role("button", name="Ghi tiếp bản đó").click()
    assert page.get_by_label("Tên chủ thể").input_value() == STACKED
    page.reload()
    page.get_by_role("button", name="Xóa bản đó khỏi máy").click()
    page.reload()
    assert page.locator("#draft").is_hidden()
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("form_id", LAYOUTS)
def test_a_page_nobody_touches_saves_what_was_printed_in_it(
    form_id: str, chromium: Any, tmp_path: Path
) -> None:
    form = random_form(LAYOUTS[form_id], Random(form_id))
    file = tmp_path / "phieu.html"
    file.write_bytes(page_form(form))
    shown = Phone(chromium, file, "vi-VN")
    _, content = shown.saved()
    shown.close()
    _, doubted, changed = differences(form, brought_back(form, content))
    assert (doubted, changed) == ([], [])
