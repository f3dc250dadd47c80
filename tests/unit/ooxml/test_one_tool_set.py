"""Word XML is read and written with one set of tools."""

import pytest

from support.source import FILES


@pytest.mark.parametrize(
    ("words", "home"),
    [
        ("XMLParser(", "xml.py"),
        ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "names.py"),
        ("(1980, 1, 1, 0, 0, 0)", "zip.py"),
        ('"pStyle", "keepNext"', "order.py"),
        ("fldSimple", "text.py"),
        ("infolist()", "package.py"),
    ],
)
def test_each_tool_has_one_home(words: str, home: str) -> None:
    homes = [path for path in FILES if words in path.read_text(encoding="utf-8")]
    assert {path.name for path in homes if path.parent.name in ("ooxml", "render", "lint")} == {home}
