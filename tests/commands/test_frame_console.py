"""How the terminal shows data: literally, whole, and findings in one shape."""

import json
import re

import pytest

from ocop_cli.console import Console, ReadyItems, count_words, describe, given_choice, literal
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.tables import Align, Column, Table
from support.terminal import type_answers

FAULT = Finding(
    "D010",
    Severity.ERROR,
    "Tỷ lệ quá 100 %",
    Place("dossiers/a.yaml", ("materials",), 18, 10, 3),
    why="tỷ lệ quyết định điểm",
    hint="ghi số từ 0 đến 100",
    cite="Phụ lục II",
    related=(Place("dossiers/b.yaml", (), 4, 2),),
)


def table(*rows: tuple[str, str]) -> Table:
    return Table("Danh sách", (Column("Tên"), Column("Số", Align.RIGHT)), rows)


def test_a_finding_has_place_words_excerpt_reason_and_cure() -> None:
    assert describe(FAULT, lambda _file, _line: "  share: 120").splitlines() == [
        "dossiers/a.yaml:18:10  lỗi  D010  Tỷ lệ quá 100 %",
        "   18 |   share: 120",
        "      |          ^^^",
        "   Cũng xem: dossiers/b.yaml:4:2",
        "   Vì sao: tỷ lệ quyết định điểm.",
        "   Căn cứ: Phụ lục II.",
        "   Sửa:    ghi số từ 0 đến 100.  Xem thêm: ocop explain D010",
    ]


def test_a_finding_without_a_line_has_no_excerpt() -> None:
    finding = Finding("F203", Severity.WARNING, "Thiếu giấy", Place("dossiers/a.yaml"))
    assert describe(finding, lambda _file, _line: "x").splitlines() == [
        "dossiers/a.yaml  cảnh báo  F203  Thiếu giấy",
        "   Xem thêm: ocop explain F203",
    ]


def test_the_worst_stands_first_and_the_count_last(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = (Severity.HINT, Severity.WARNING, Severity.OVERDUE, Severity.ERROR)
    found = [Finding("D010", kind, kind.value, Place("a.yaml")) for kind in kinds]
    Console().findings(found, lambda _file, _line: "")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[1] for line in lines if line.startswith("a.yaml")] == [
        "lỗi",
        "cam kết quá hạn",
        "cảnh báo",
        "gợi ý",
    ]
    assert lines[-1] == count_words(found) == "1 lỗi, 1 cam kết quá hạn, 1 cảnh báo, 1 gợi ý."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mđỏ", "␛[31mđỏ"),
        ("a\x07b\r", "a␇b␍"),
        ("a\u202eb", "a␦b"),
        (r"[b]C:\x[/] :smile:", r"[b]C:\x[/] :smile:"),
    ],
)
def test_data_never_steer_the_terminal(text: str, shown: str) -> None:
    assert literal(text) == shown


def test_a_pipe_gets_plain_whole_rows(capsys: pytest.CaptureFixture[str]) -> None:
    name = "Mật ong " * 40
    Console().table(table((name.strip(), "1"), ("Măng\nkhô", "20")))
    shown = capsys.readouterr().out
    assert name.strip() in shown
    assert "Măng khô" in shown
    assert not set(shown) & set("│─┃━\x1b")
    assert len(shown.splitlines()) == 4


@pytest.mark.parametrize("words", ["Mật ong [loại 1]", "[/] :smile: \\[x]"])
def test_a_terminal_shows_data_as_they_are(
    words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    Console(colour=False).table(table((words, "1")))
    assert words in capsys.readouterr().out


def test_json_is_the_only_thing_on_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(as_json=True)
    console.say("Đã ghi")
    console.json("ocop/x@1", {"name": "Mật ong"})
    shown = capsys.readouterr()
    assert shown.err == "Đã ghi\n"
    assert shown.out.startswith('{\n  "schema": "ocop/x@1",\n  "name": "Mật ong"')


def test_quiet_keeps_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(quiet=True)
    console.say("xong")
    console.note("ghi chú")
    console.result("kết quả")
    assert capsys.readouterr() == ("kết quả\n", "")


def test_the_excerpt_ends_where_the_line_does() -> None:
    long = FAULT._replace(place=Place("a.yaml", (), 7, None, 99), related=())
    assert describe(long, lambda _file, _line: "ab").splitlines()[1:3] == ["    7 | ab", "      | ^^"]


@pytest.mark.parametrize(("as_json", "to_stderr"), [(True, False), (False, True)])
def test_findings_beside_a_result_go_to_stderr(
    as_json: bool, to_stderr: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    Console(as_json=as_json).findings([FAULT], lambda _file, _line: "", to_stderr=to_stderr)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith("1 lỗi.\n")


def test_an_answer_is_what_was_typed_or_the_default(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    type_answers(monkeypatch, " có ", "", "6/3", "tên")
    assert (Console().ask("Vẫn ghi?"), Console().ask("Ngày", "05/3")) == ("có", "05/3")
    assert (Console().ask("Ngày nào?", "05/3"), Console().ask("Tên")) == ("6/3", "tên")
    assert capsys.readouterr().err == "Vẫn ghi? Ngày [05/3]: Ngày nào? [05/3]: Tên: "
    with pytest.raises(KeyboardInterrupt):
        Console().ask("Nữa?")


def test_a_choice_is_meant_by_number_id_or_words() -> None:
    choices = {"agree": "nhất trí", "other": "ý kiến khác"}
    assert [given_choice(said, choices, "--stance") for said in ("1", "agree", "ý kiến khác", "")] == [
        "agree",
        "agree",
        "other",
        "",
    ]
    assert given_choice("tự do", None, "--stance") == "tự do"
    with pytest.raises(OcopError, match="--stance: không có lựa chọn “không”") as refused:
        given_choice("không", choices, "--stance")
    assert (refused.value.exit_code, refused.value.hint) == (MISUSE, "Chọn một trong: nhất trí; ý kiến khác.")


def test_of_several_choices_that_may_be_meant_only_those_are_listed() -> None:
    choices = {"a": "trà xanh", "b": "trà đen", "c": "cà phê"}
    with pytest.raises(OcopError) as refused:
        given_choice("trà", choices, "--group")
    assert refused.value.hint == "Chọn một trong: trà xanh; trà đen."


def test_numbers_stand_to_the_right_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    Console().table(table(("Mật ong", "1"), ("Măng", "20")))
    assert capsys.readouterr().out.splitlines()[2:] == ["Mật ong   1", "Măng     20"]


def test_what_is_kept_is_printed_when_it_is_let_go(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console()
    console.keep()
    console.result("một")
    assert capsys.readouterr().out == ""
    console.release()
    assert capsys.readouterr().out == "một\n"
    console.result("hai")
    console.release()
    assert capsys.readouterr().out == "hai\n"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_are_left_out_where_the_system_says_so(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Console().colour
    monkeypatch.setenv(name, value)
    assert not Console().colour


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("a.yaml", ("materials", 1)), "a.yaml (materials/1)  lỗi"),
        (Place("a.yaml", ("materials", 1), 3, 1, 2), "a.yaml:3:1  lỗi"),
        (Place("a.yaml"), "a.yaml  lỗi"),
        (Place("", ("materials", 1)), "lỗi"),
    ],
)
def test_where_a_finding_is_said_by_line_by_field_or_not_at_all(place: Place, shown: str) -> None:
    first, *excerpt, cure = describe(
        Finding("D010", Severity.ERROR, "Sai", place), lambda _file, _line: " "
    ).splitlines()
    assert first == f"{shown}  D010  Sai"
    assert (excerpt, cure) == ([], "   Xem thêm: ocop explain D010")


def test_a_question_as_a_cure_ends_as_it_is_asked() -> None:
    asked = FAULT._replace(why="vì sao vậy?", cite="", hint="sửa lại.", related=(Place("b.yaml", width=0),))
    assert describe(asked, lambda _file, _line: "").splitlines()[1:] == [
        "   Vì sao: vì sao vậy?",
        "   Sửa:    lại.  Xem thêm: ocop explain D010",
    ]


@pytest.mark.parametrize("count", [0, 1, 250])
def test_items_that_are_ready_stand_in_a_document_as_any_list(
    count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    items = [{"n": f"số {number}"} for number in range(count)]
    ready = ReadyItems(json.dumps(item, ensure_ascii=False, indent=2) for item in items)
    Console().json("ocop/x@1", {"before": 1, "items": ready, "after": 2})
    whole = {"schema": "ocop/x@1", "before": 1, "items": items, "after": 2}
    assert capsys.readouterr().out == json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def test_two_hundred_rows_are_drawn_and_more_are_plain(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    shown = []
    for count in (200, 201):
        Console().table(table(*[("Măng", "1")] * count))
        shown.append("─" in capsys.readouterr().out)
    assert shown == [True, False]


def test_a_table_is_drawn_with_its_total_or_without(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    lines = []
    for total in (None, ("Tổng", "1")):
        Console().table(table(("Măng", "1"))._replace(total=total, notes=("Ghi chú",)))
        lines.append(
            [
                re.sub("\x1b.*?m", "", line).split()
                for line in capsys.readouterr().out.splitlines()
                if "─" not in line and line.strip()
            ]
        )
    assert lines[0] == [["Danh", "sách"], ["Tên", "Số"], ["Măng", "1"], ["Ghi", "chú"]]
    assert lines[1] == [*lines[0][:3], ["Tổng", "1"], lines[0][3]]
