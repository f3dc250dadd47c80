"""How tables stand on a terminal."""

import sys

import pytest

from ocop_cli.console import Console
from ocop_cli.tables import Column, Table

WORDS = "Phòng Kinh tế lập bộ hồ sơ đề nghị"
TABLE = Table("Việc", tuple(map(Column, "ABCDEFG")), ((*[WORDS] * 5, "23/11/2026 (quá 3 ngày)", "cuối"),))


@pytest.mark.parametrize(("width", "is_whole"), [(80, True), (60, False)])
def test_a_day_breaks_only_where_the_other_columns_would_be_lost(
    width: int, is_whole: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    Console().table(TABLE)
    shown = capsys.readouterr().out
    assert ("23/11/2026" in shown) is is_whole
    assert "cuối" in shown
