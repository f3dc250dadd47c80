"""A file that a reader does not take is called by what it holds, with what to do where saving it anew helps."""

import pytest

from ocop_cli.ooxml.file_kind import EXCEL, WORD, not_taken

OLD = b"\xd0\xcf\x11\xe0" + bytes(8)
STRICT = {
    "_rels/.rels": b'<Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>'
}
ODF = b"application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("content", "parts", "taken", "why"),
    [
        (OLD + "WordDocument".encode("utf-16-le"), {}, (WORD,), "tệp Word đời cũ (.doc); mở bằng Word rồi Lưu thành .docx"),
        (OLD + "Workbook".encode("utf-16-le"), {}, (WORD,), "tệp Excel đời cũ (.xls), cần tệp Word .docx"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), {}, (WORD,), "tệp có mật khẩu (bỏ mật khẩu rồi Lưu lại)"),
        (OLD, {}, (EXCEL,), "tệp Office đời cũ (.doc, .xls) hoặc có mật khẩu (bỏ mật khẩu rồi Lưu lại), cần tệp Excel .xlsx"),
        (b"%PDF-1.7", {}, (WORD, EXCEL), "tệp PDF, cần tệp Word .docx hoặc Excel .xlsx"),
        (b"PK", {"xl/workbook.xml": b""}, (WORD,), "tệp Excel (.xlsx), cần tệp Word .docx"),
        (b"PK", {"xl/workbook.xml": b""}, (WORD, EXCEL), ""),
        (b"PK", {"word/document.xml": b"", "word/embeddings/a.xlsx": b""}, (WORD,), ""),
        (b"PK", {"xl/workbook.bin": b""}, (EXCEL,), "tệp Excel nhị phân (.xlsb); mở bằng Excel rồi Lưu thành .xlsx"),
        (b"PK", STRICT | {"word/document.xml": b""}, (WORD,),
         "tệp Word kiểu “Strict Open XML”, khác .docx thường; mở bằng Word rồi Lưu thành .docx"),
        (b"PK", STRICT | {"xl/workbook.xml": b""}, (WORD, EXCEL),
         "tệp Excel kiểu “Strict Open XML”, khác .xlsx thường; mở bằng Excel rồi Lưu thành .xlsx"),
        (b"PK", STRICT | {"xl/workbook.xml": b""}, (WORD,), "tệp Excel kiểu “Strict Open XML”, khác .xlsx thường, cần tệp Word .docx"),
        (b"PK", {"mimetype": ODF + b"text"}, (WORD,), "tệp LibreOffice Writer (.odt); mở bằng LibreOffice rồi Lưu thành .docx"),
        (b"PK", {"mimetype": ODF + b"spreadsheet"}, (WORD,), "tệp LibreOffice Calc (.ods), cần tệp Word .docx"),
        (b"PK", {"mimetype": ODF + b"spreadsheet", "meta.xml": b"<meta:generator>gnumeric/1.12.55<"}, (EXCEL,),
         "tệp .ods của Gnumeric; mở bằng Gnumeric rồi Lưu thành .xlsx"),
        (b"PK", {"Index/Document.iwa": b""}, (WORD,),
         "tệp Pages, Numbers của máy Mac (mở trên máy ấy rồi Xuất ra Word, Excel), cần tệp Word .docx"),
        (b"PK", {"phieu/1.docx": b""}, (WORD, EXCEL), "tệp nén (.zip; giải nén trước), cần tệp Word .docx hoặc Excel .xlsx"),
        (b"Rar!\x1a\x07", {}, (EXCEL,), "tệp nén (.rar; giải nén trước), cần tệp Excel .xlsx"),
        (b"\x1f\x8b\x08", {}, (EXCEL,), "tệp Gnumeric, hoặc tệp nén (.gz); mở bằng Gnumeric rồi Lưu thành .xlsx"),
        (b"<?xml?><office:document office:mimetype=\"" + ODF + b"spreadsheet\"", {}, (WORD, EXCEL),
         "tệp LibreOffice Calc (.fods); mở bằng LibreOffice rồi Lưu thành .xlsx"),
        (b"\0\0\0\x18ftypheic", {}, (WORD,), "ảnh, phim, cần tệp Word .docx"),
        (b"\xef\xbb\xbfT\xc3\xaan;Ch\xe1\xbb\xa7", {}, (EXCEL,), "tệp chữ (.csv, .txt); mở bằng Excel rồi Lưu thành .xlsx"),
        (b"PK\x03\x04cut", {}, (EXCEL,), ""),
        (b"<HTML><table><tr>", {}, (EXCEL,), "trang web (HTML) mang tên tệp Office; mở bằng Excel rồi Lưu thành .xlsx"),
        (b"<!DOCTYPE html>\n<html><p>", {}, (WORD,), "trang web (HTML) mang tên tệp Office; mở bằng Word rồi Lưu thành .docx"),
        (b"MIME-Version: 1.0\r\n", {}, (WORD,), "trang web (.mht) mang tên tệp Office; mở bằng Word rồi Lưu thành .docx"),
        (b'<?mso-application progid="Word.Document"?>', {}, (WORD,), "tệp Word 2003 dạng XML; mở bằng Word rồi Lưu thành .docx"),
    ],
)  # fmt: skip
def test_a_file_is_called_by_what_it_holds(
    content: bytes, parts: dict[str, bytes], taken: tuple[str, ...], why: str
) -> None:
    assert not_taken(content, parts, taken) == why
