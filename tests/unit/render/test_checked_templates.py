"""What the check of an own template finds by filling it beside the program's own: T1 to T11 of the templates that went wrong."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.findings import Finding
from ocop_cli.ooxml.package import unzip
from ocop_cli.ooxml.zip import zip_parts
from ocop_cli.render.texts import text_lines
from ocop_cli.store.papers.forms import packaged_template
from ocop_cli.usecases.templates import fill_template
from ocop_cli.usecases.templates.templates import has_own, template_findings

DOCUMENT = "word/document.xml"
Check = Callable[..., list[Finding]]


def paragraph(words: str, text: str) -> str:
    """Return the XML of the paragraph that has some words."""
    found = [p for p in re.findall(r"<w:p>.*?</w:p>|<w:p .*?</w:p>", text, re.DOTALL) if words in p]
    assert found, words
    return str(found[0])


def replaced(before: str, after: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert before in text, before
        return text.replace(before, after, 1)

    return change


def twice(words: str) -> Callable[[str], str]:
    return lambda text: text.replace(paragraph(words, text), paragraph(words, text) * 2)


def swapped(words: str, others: str) -> Callable[[str], str]:
    """Let two paragraphs change places."""

    def change(text: str) -> str:
        one, two = paragraph(words, text), paragraph(others, text)
        return text.replace(one, "@").replace(two, one).replace("@", two)

    return change


def fixed_row(text: str) -> str:
    row = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:trPr><w:trHeight w:val="300" w:hRule="exact"/></w:trPr><w:tc><w:tcPr/>{}</w:tc></w:tr></w:tbl>'
    line = paragraph("{{ samples }}", text)
    return text.replace(line, row.format(line))


def split_braces(text: str) -> str:
    """T8: every tag parted between its two braces, as Word does when somebody corrects one of them."""
    return text.replace("{{", "{</w:t></w:r><w:r><w:t>{")


def saved_by_libreoffice(parts: dict[str, bytes]) -> dict[str, bytes]:
    """T1: the ids of styles made anew of their names, the letters with marks left out."""
    styles = parts["word/styles.xml"].decode()
    names = re.findall(r'w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"', styles)
    made = {
        name: content.decode() for name, content in parts.items() if name in ("word/styles.xml", DOCUMENT)
    }
    for old, name in names:
        new = re.sub(r"[^A-Za-z0-9]", "", name)
        made = {
            n: re.sub(rf'(styleId|[bB]asedOn|next|[pr]Style)( w:val)?="{old}"', rf'\1\2="{new}"', t)
            for n, t in made.items()
        }
        made = {n: t.replace(f'w:val="{old}"', f'w:val="{new}"') for n, t in made.items()}
    return {**parts, **{name: text.encode() for name, text in made.items()}}


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Change the document of a packaged form and return what the check finds; it is filled in this process."""
    monkeypatch.setattr(fill_template, "done_apart", lambda work, *given, limits: work(*given))

    def checked(*changes: Callable[[str], str], form: str = "receipt", saved: bool = False) -> list[Finding]:
        own = tmp_path / f"templates/{form}/form.docx"
        own.parent.mkdir(parents=True, exist_ok=True)
        parts = unzip(packaged_template(form).read_bytes())
        text = parts[DOCUMENT].decode()
        for change in changes:
            text = change(text)
        parts = {**parts, DOCUMENT: text.encode()}
        own.write_bytes(zip_parts(saved_by_libreoffice(parts) if saved else parts))
        return template_findings(tmp_path, form)

    return checked


def test_an_untouched_template_is_right(check: Check) -> None:
    assert check() == []


def test_a_template_saved_in_libreoffice_prints_the_same(check: Check) -> None:
    assert check(form="completion-letter", saved=True) == []


def test_braces_parted_by_word_are_one_tag(check: Check, tmp_path: Path) -> None:
    assert check(split_braces) == []
    made = fill_template.tried(tmp_path / "templates/receipt/form.docx")
    assert "{{" not in "".join(text_lines(made["specimen"]))


@pytest.mark.parametrize("name", ["form.dotx", "form.docm", "form.doc", "Form.odt"])
def test_a_file_that_is_not_taken_is_named(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "templates/receipt"
    folder.mkdir(parents=True)
    (folder / name.replace("Form", "form")).write_bytes(b"x")
    assert has_own(tmp_path, "receipt")
    (found,) = template_findings(tmp_path, "receipt")
    assert found.code == "F303"
    assert name.lower() in found.message
    assert ".docx" in found.hint


ERRORS = [
    ("T2", [replaced("{%p for line in papers %}", "{% for line in papers %}")], "F301", "thiếu chữ p"),
    ("T3", [replaced("{{ subject }}", "{{ subject }")], "F301", "ngoặc nhọn"),
    ("T4", [replaced("{%p for line in papers %}", "{%p for line in papers %} Có:")], "F301", "đứng chung đoạn"),
    ("T5", [replaced("{{ subject }}", "{ subject }")], "F301", "ngoặc nhọn"),
    ("T9", [replaced("<w:body>", "<w:body><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>")], "F301", "Track Changes"),
    ("T10", [replaced("{{ subject }}", "{{ sub\u2013ject }}")], "F301", "chữ hoặc dấu lạ"),
    ("T10", [replaced("{%p endfor %}", "{%p Endfor %}")], "F301", "“Endfor” viết hoa"),
    ("T10", [replaced("{{ subject }}", "{{ subject | hoa }}")], "F301", "không có lệnh “hoa”. Gần chỗ:"),
    ("another program's tag", [replaced("{{ subject }}", "«subject»")], "F301", "“«subject»” không phải chỗ điền"),
    ("a name without braces", [replaced("{{ producer_name }}", "producer_name")], "F301", "“producer_name” không phải chỗ điền"),
    ("a field of mail merge", [replaced("{{ subject }}", '</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD So "/><w:r><w:t>')], "F301", "trộn thư “So”"),
    ("nothing to fill in", [replaced("{{ subject }}", "{% if not subject %}{{ 1 / 0 }}{% endif %}")], "F301", "để trống"),
    ("a tag in the place of a run", [replaced("{{ subject }}", "{{r subject }}")], "F301", "“subject” có viết mà không in ra giấy"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "changes", "code", "words"), ERRORS, ids=[each[0] for each in ERRORS])
def test_a_spoilt_template_is_an_error_with_place_and_cure(
    check: Check, name: str, changes: list[Callable[[str], str]], code: str, words: str
) -> None:
    errors = [found for found in check(*changes) if found.severity == "error"]
    assert [found.code for found in errors] == [code], errors
    assert words in errors[0].message
    assert errors[0].place.file == "templates/receipt/form.docx"
    assert errors[0].hint


@pytest.mark.parametrize("tag", ["{%tr for row in items %}", "{%tr endfor %}"])
def test_a_loop_over_rows_that_lost_its_tr_is_an_error(check: Check, tag: str) -> None:
    (found,) = check(replaced(tag, tag.replace("{%tr", "{%")), form="certified-register")
    assert (found.code, found.severity) == ("F301", "error")
    assert "thiếu chữ p hoặc tr" in found.message
    assert "{%tr … %}" in found.hint


HINTS = [
    ("doubled", [twice("{{ samples }}")], "in nhiều lần hơn bản gốc: “samples” (ở “6. Sản phẩm mẫu"),
    ("moved", [swapped("{{ unit }}", "{{ samples }}")], "in ở chỗ khác thứ tự của bản gốc: “samples”"),
    ("cut short", [replaced("{{ samples }}", "{{ samples[:20] }}")], "in không đủ khi chữ dài, có &, <, > hoặc xuống dòng: “samples”"),
    ("signs taken for those of the format", [replaced("{{ samples }}", "{{ samples|safe }}")], "in không đủ khi chữ dài, có &, <, > hoặc xuống dòng: “samples”"),
    ("a row of fixed height", [fixed_row], "chữ dài hơn sẽ bị che: “6. Sản phẩm mẫu đã nhận: {{ samples }}.”"),
    ("other words", [replaced("NGƯỜI NỘP", "NGƯỜI GIAO")], "Lời in khác bản gốc: bỏ “NGƯỜI NỘP”; thêm “NGƯỜI GIAO”"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "changes", "words"), HINTS, ids=[each[0] for each in HINTS])
def test_what_is_printed_otherwise_is_a_hint(
    check: Check, name: str, changes: list[Callable[[str], str]], words: str
) -> None:
    found = [each for each in check(*changes) if each.code == "F311"]
    assert found
    assert {each.severity for each in found} == {"warning" if "không đủ" in words else "hint"}
    assert any(words in each.message for each in found), found


def test_a_fact_of_a_row_that_is_left_out_is_named_with_the_line_of_the_original(check: Check) -> None:
    (found,) = check(replaced("{{ row.number }}", ""), form="certified-register")
    assert (found.code, found.severity) == ("F311", "hint")
