"""Tags that were spoilt in Word are told with their place before a paper goes out without its grounds."""

import io
import zipfile
from pathlib import Path

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.ooxml.package import open_package
from ocop_cli.render.broken_tags import broken_tags
from ocop_cli.render.inspect import open_template
from ocop_cli.store.papers.forms import form_ids, packaged_template
from support.word.package import R, W, pack, relations


def faults(*paragraphs: str) -> list[tuple[str, str]]:
    body = "".join(
        p if p.startswith("<") else f'<w:p><w:r><w:t xml:space="preserve">{p}</w:t></w:r></w:p>'
        for p in paragraphs
    )
    content = pack({"word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'})
    return [(fault.place, fault.what) for fault in broken_tags(open_package(content))]


@pytest.mark.parametrize("form", form_ids())
def test_the_forms_of_the_program_have_none(form: str) -> None:
    assert list(broken_tags(open_template(packaged_template(form)))) == []


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("T2 a loop over paragraphs without its p", "{% for line in lines %}", "thiếu chữ p"),
        ("T3 one closing brace lost", "{{ opening }", "ngoặc nhọn"),
        ("T3 the same before another tag", "{{ opening } và {{ subject }}", "ngoặc nhọn"),
        ("T4 two tags in one paragraph", "{%p for line in lines %}{{ line }}", "đứng chung đoạn"),
        ("T5 single braces", "Kính gửi: { opening }", "ngoặc nhọn"),
        ("T5 braces apart", "{ { opening } }", "ngoặc nhọn"),
        ("T5 wide braces", "｛｛ opening ｝｝", "ngoặc nhọn"),
        ("T10 a zero-width space", "{{ ope\u200bning }}", "dấu lạ"),
        ("T10 Vietnamese words", "{{ số văn bản }}", "dấu lạ"),
    ],
)
def test_a_spoilt_tag_is_told_with_its_place(name: str, text: str, what: str) -> None:
    found = faults("Trước", text, "sau")
    assert len(found) == 1
    assert found[0][0].startswith("đoạn 2")
    assert what in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "{{ opening }}",
        "{% if x %}có{% else %}không{% endif %}",
        "{%p for line in lines %}",
        "{{ x|join(“, ”) }}",
        "Thường",
    ],
)
def test_a_sound_tag_is_none(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("opening", "closing", "place"),
    [
        ("{% for row in items %}", "{%tr endfor %}", "đoạn 1"),
        ("{%tr for row in items %}", "{% endfor %}", "đoạn 3"),
    ],
)
def test_a_loop_over_rows_without_its_tr_is_told_with_both_cures(
    opening: str, closing: str, place: str
) -> None:
    texts = (opening, "{{ row.name }}", closing)
    rows = "".join(f"<w:tr><w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>" for text in texts)
    (found,) = faults(f"<w:tbl>{rows}</w:tbl>")
    assert found[0].startswith(place)
    assert "thiếu chữ p hoặc tr" in found[1]


def test_tracked_changes_are_told() -> None:
    tracked = f'<w:p xmlns:w="{W}"><w:ins><w:r><w:t>chèn</w:t></w:r></w:ins></w:p>'
    assert "Track Changes" in faults(tracked)[0][1]


def altered(path: Path, name: str, before: bytes, after: bytes) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts[name] = parts[name].replace(before, after)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    path.write_bytes(stream.getvalue())


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (b"wordprocessingml.template.main+xml", "mẫu .dotx"),
        (b"vnd.ms-word.document.macroEnabled.main+xml", ".docm"),
    ],
)
def test_a_renamed_dotx_or_docm_is_told_in_one_sentence(tmp_path: Path, after: bytes, told: str) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(packaged_template("receipt").read_bytes())
    altered(path, "[Content_Types].xml", b"wordprocessingml.document.main+xml", after)
    with pytest.raises(OcopError) as refused:
        open_template(path)
    assert told in refused.value.message
    assert ".docx" in refused.value.hint
    assert refused.value.code == "F303"


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("word/vbaProject.bin", "có macro"),
        ("word/charts/chart1.xml", "có biểu đồ"),
        ("word/embeddings/sheet1.xlsx", "bảng Excel"),
    ],
)
def test_what_is_embedded_is_named_with_its_cure(tmp_path: Path, part: str, told: str) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(
        pack({"word/document.xml": f'<w:document xmlns:w="{W}"><w:body/></w:document>', part: "x"})
    )
    with pytest.raises(OcopError) as refused:
        open_template(path)
    assert told in refused.value.message
    assert "lại" in refused.value.message


@pytest.mark.parametrize(("kind", "told"), [("attachedTemplate", ".dotx"), ("image", "lấy từ mạng")])
def test_what_leads_outside_is_named_with_its_cure(tmp_path: Path, kind: str, told: str) -> None:
    path = tmp_path / "form.docx"
    text = relations(("rId1", f"{R}/{kind}", "https://vi-du.vn/x")).replace("/>", ' TargetMode="External"/>')
    body = f'<w:document xmlns:w="{W}"><w:body/></w:document>'
    path.write_bytes(pack({"word/document.xml": body, "word/_rels/document.xml.rels": text}))
    with pytest.raises(OcopError) as refused:
        open_template(path)
    assert told in refused.value.message
