"""What officials really save, row by row: each trap with the result we want of it."""

import random
import unicodedata
from typing import Any

import pytest

from ocop_cli.findings import Place, Severity
from ocop_cli.store.yaml.decode import decode
from ocop_cli.store.yaml.faults import faults_of
from ocop_cli.store.yaml.source import parse
from ocop_cli.store.yaml.tree import Mapping


def codes(raw: bytes) -> list[str]:
    return [f.code for f in parse(raw, "x.yaml").findings]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 0912345678", {"a": "0912345678"}),
        ("a: 010", {"a": "010"}),
        ("a: 1.234.567", {"a": "1.234.567"}),
        ("a: 1.234", {"a": "1.234"}),
        ("a: 12,5", {"a": "12,5"}),
        ("a: no\nb: yes\nc: on", {"a": "no", "b": "yes", "c": "on"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 2026-02-30", {"a": "2026-02-30"}),
        ("a: 23/11/2026", {"a": "23/11/2026"}),
        ("a: " + "9" * 5000, {"a": "9" * 5000}),
        ("a: ~\nb: null\nc:\nd: ''", {"a": None, "b": None, "c": None, "d": ""}),
        ("a: '~'", {"a": "~"}),
        ("- x".replace("- x", "a:\n  - x\n  - y: 1"), {"a": ["x", {"y": "1"}]}),
        ("a: |\n  hai\n  dòng\n", {"a": "hai\ndòng\n"}),
        ("a: x # ghi chú", {"a": "x"}),
        ("a: |\n  Gồm:\tmột\n  \thai\n", {"a": "Gồm:\tmột\n\thai\n"}),
        ("a: OCOP®\nb: 10 µg/kg\nc: «Mật ong» 3×5", {"a": "OCOP®", "b": "10 µg/kg", "c": "«Mật ong» 3×5"}),
        ("---\na: 1\n", {"a": "1"}),
        ("<<: x", {"<<": "x"}),
    ],
)
def test_every_scalar_is_the_text_that_was_typed(text: str, data: Any) -> None:
    source = parse(text.encode(), "x.yaml")
    assert source.data == data
    assert source.findings == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: [12,5]", "Y028"),
        ("a: {b: 12,5}", "Y026"),
        ("a: {chưa điền}", "Y026"),
        ("a: số #5 đường", "Y030"),
        ("a: 1\nb: 2\na: 3", "Y027"),
        ("a: &x 1", "Y023"),
        ("a: *x", "Y023"),
        ("a: &Ớt rừng", "Y023"),
        ("a: *Ớt rừng", "Y023"),
        ("a: !Ớt rừng", "Y024"),
        ("a: &x 1\nb: &x 2", "Y023"),
        ("%YAML 1.1\n---\na: no", "Y020"),
        ("a: !!int abc", "Y024"),
        ("a: !!omap x", "Y024"),
        ("a: !!timestamp x", "Y024"),
        ('a: !!python/object/apply:os.system ["id"]', "Y024"),
        ('a: "\\ud800"', "Y008"),
        ('a: "\\u202e"', "Y008"),
        ("a: mật\u200bong", "Y008"),
        ("a:\n\tb: 1", "Y006"),
        ("a:\tb", "Y006"),
        ("a: x\n\tb: 1", "Y006"),
        ("a: x\n\tb", "Y006"),
        ("a: ! x", "Y024"),
        ("a: @x", "Y019"),
        ("a: - x", "Y019"),
        ("a: 'x' y", "Y019"),
        ('a: "papers\\giay.pdf"', "Y019"),
        ("a:\n  b:x\n  c: 1", "Y019"),
        ("a: x\u2028y", "Y008"),
        ("a: x\x1by", "Y008"),
        ("a:\n\u00a0\u00a0b: 1", "Y007"),
        ("gi\u00a0á: 1", "Y007"),
        ("idea:\u00a0\n  narrative: x", "Y007"),
        ("idea：\n  narrative: x", "Y007"),
        ("idea:\n  narrative： x", "Y007"),
        ("idea:\n  narrative:\u00a0x", "Y007"),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x", "Y005"),
        ("", "Y016"),
        ("\n\n", "Y016"),
        ("# chỉ chú thích", "Y017"),
        ("chỉ một câu", "Y018"),
        ("- a\n- b", "Y018"),
        ("a: 1\n---\nb: 2", "Y021"),
        ("a: x: y", "Y011"),
        ("a: 1\nb", "Y012"),
        ("a: 'x", "Y014"),
        ("a: [1, 2", "Y015"),
        ("a: Céng hoµ x· héi", "Y009"),
        ("? [a]\n: 1", "Y025"),
        ("a: " + "[" * 100_000, "Y022"),
        ("a: " + "[" * 40 + "]" * 40, "Y022"),
        ("a: [" + "x, " * 60_000 + "]", "Y022"),
    ],
)
def test_traps_are_named_with_line_and_cure(text: str, code: str) -> None:
    source = parse(text.encode(), "x.yaml")
    found = [f for f in source.findings if f.code == code]
    assert found, [f.code for f in source.findings]
    assert found[0].place.line is not None
    assert found[0].hint


def test_a_duplicate_key_in_another_unicode_form_is_the_same_key() -> None:
    text = f"giá: 1\n{unicodedata.normalize('NFD', 'giá')}: 2"
    (found,) = parse(text.encode(), "x.yaml").findings
    assert found.code == "Y027"
    assert "dòng 1 và 2" in found.message


def test_a_value_glued_to_its_colon_is_told_at_its_own_line() -> None:
    (found,) = parse("product:\n  name:Rượu\n  set: 14\n".encode(), "x.yaml").findings
    assert (found.place.line, found.message) == (2, "Thiếu dấu cách sau dấu hai chấm")


def test_a_hidden_character_does_not_hide_the_other_faults() -> None:
    found = parse("a: mật\u200bong\nb: 1\nb: 2\nc: rượu\u202e\n".encode(), "x.yaml").findings
    assert [(f.code, f.place.line) for f in found] == [("Y008", 1), ("Y008", 4), ("Y027", 3)]


def test_damaged_bytes_are_never_a_traceback_and_every_fault_has_a_line() -> None:
    whole = 'product: # ghi chú\n  name: "Rượu"\n  set: 14\nmaterials:\n  - {name: Ngô, share: 60}\nstory: |\n  một\n  hai\n'.encode()
    chance = random.Random(2026)
    for _ in range(3000):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            raw[chance.randrange(len(raw))] = chance.choice(b"\x00\t\n\r #&*!|>'\"%@`{}[]:,-?\x80\xffa1")
        source = parse(bytes(raw), "x.yaml")
        assert source.root is not None or source.findings
        assert all(f.place.line and f.hint for f in source.findings)


def test_merge_bomb_is_refused_before_it_grows() -> None:
    lines = ["a0: &a0 {x: 1}"] + [f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}" for i in range(1, 23)]
    assert "Y023" in codes("\n".join(lines).encode())


def test_encodings() -> None:
    text = "tên: Mật ong\n"
    for raw in (text.encode("utf-8-sig"), text.encode("utf-16")):
        assert parse(raw, "x.yaml").data == {"tên": "Mật ong"}
    assert codes(text.encode("utf-16")) == ["Y004"]
    assert codes(text.encode("utf-16-le")) == ["Y002"]
    assert codes("tên: Rượu".encode().replace(b"\xc6\xb0", b"\xfd")) == ["Y003"]
    assert codes(b"\x00" * 4096) == ["Y002"]
    assert codes(b"a: " + b"x" * 1024 * 1024) == ["Y001"]


def test_strings_are_composed_and_crlf_reads_like_lf() -> None:
    decomposed = unicodedata.normalize("NFD", "tên: Rượu\r\nmô tả: |\r\n  một\r\n  hai\r\n")
    source = parse(decomposed.encode(), "x.yaml")
    assert source.data == {"tên": "Rượu", "mô tả": "một\nhai\n"}
    assert source.newline == "\r\n"


def test_places_point_at_the_value_or_at_the_nearest_key() -> None:
    source = parse(b"product:\n  name: x\nmaterials:\n  - name: a\n    share: 120\n", "dossiers/x.yaml")
    assert str(source.place(("materials", 0, "share"))) == "dossiers/x.yaml:5:12"
    assert source.place(("materials", 0, "share")).width == 3
    assert str(source.place(("materials", 0, "origin"))) == "dossiers/x.yaml:4:5"
    assert str(source.place(("product", "set"))) == "dossiers/x.yaml:1:1"


@pytest.mark.parametrize(
    ("raw", "where"),
    [
        (b"a: 1\x00", "Y002 1:1"),
        (b"a: 1\nb: x\xe1\xbb\n", "Y003 2:5"),
        ("a: 1".encode("utf-16"), "Y004 1:1"),
        ("a: 1\nb: xy\u200bz\n".encode(), "Y008 2:6"),
        (b"a: 1\nb 2\nc: 3\n", "Y012 2:1"),
        (b"a: 1\nb: 2\n  c: 3\n", "Y013 3:3"),
        (b"product:\n  name: @x\n", "Y019 2:9"),
        (b"a: 1\nb: 'x' y\nc: 1\n", "Y019 2:8"),
        (b"a: " + b"[" * 32 + b"]" * 32, "Y022 1:35"),
        (b"a: " + b"[" * 31 + b"]" * 31, ""),
        (b"a: &x 1\n", "Y023 1:4"),
    ],
)
def test_a_fault_is_told_at_its_sign(raw: bytes, where: str) -> None:
    found = [f"{each.code} {each.place.line}:{each.place.column}" for each in parse(raw, "x.yaml").findings]
    assert " ".join(found) == where


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        (">>>>>>> may-2\n", ": “may-1” và “may-2” ghi khác nhau trong 5 dòng từ đây"),
        (">>>>>>> \n", ": “may-1” và “không tên” ghi khác nhau trong 5 dòng từ đây"),
        ("", ""),
    ],
)
def test_a_conflict_names_both_versions_and_where_it_ends(theirs: str, told: str) -> None:
    text = f"a: 1\n<<<<<<< may-1\nb: 2\n=======\nb: 3\n{theirs}c: 1\n"
    (found,) = parse(text.encode(), "x.yaml").findings
    assert (found.place.line, found.message) == (2, f"Còn dấu xung đột của git{told}")


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("a:\nb: 1", {"b": "1"}),
        ("b:\n  c:\n  d: 1", {"b": {"d": "1"}}),
        ("e:\n  - f:\n  - g: 2", {"e": [{}, {"g": "2"}]}),
        ("e:\n  -\n  - 1", {"e": [None, "1"]}),
        ("a: {b: 1}", {"a": {"b": "1"}}),
    ],
)
def test_an_empty_value_is_an_unanswered_one(text: str, filled: object) -> None:
    assert parse(text.encode(), "x.yaml").filled == filled


def test_only_a_place_of_its_own_without_a_line_is_located() -> None:
    source = parse(b"a: 1\nb: 2\n", "x.yaml")
    assert str(source.located(Place("x.yaml", ("b",)))) == "x.yaml:2:4"
    for told in (Place("y.yaml", ("b",)), Place("x.yaml", ("b",), 1, 1)):
        assert source.located(told) is told


def test_warnings_leave_the_data_usable() -> None:
    source = parse("a: số #5".encode(), "x.yaml")
    assert source.data == {"a": "số"}
    assert source.findings[0].severity is Severity.WARNING


@pytest.mark.parametrize("rare", ['"\\t"', "a\tb", "A\u00a0B", "x #y", unicodedata.normalize("NFD", "é")])
def test_one_rare_sign_changes_nothing_that_is_read_around_it(rare: str) -> None:
    """The composer looks at single values only in texts with such a sign: both ways must read the same."""
    text = "a: 1 # ghi chú\nb: {c: \"x\", d: [y, 'z']}\ne: |\n  một\n  hai\nf: ~\ng:\n  - h: Rượu\n"
    alone, beside = parse(text.encode(), "x.yaml"), parse(f"{text}rare: {rare}\n".encode(), "x.yaml")
    assert isinstance(alone.root, Mapping)
    assert isinstance(beside.root, Mapping)
    assert {key: beside.root.entries[key] for key in alone.root.entries} == alone.root.entries


def test_a_bare_return_ends_a_remark() -> None:
    assert parse(b"# x\rb: 1\na: 1\n", "a.yaml").data == {"b": "1", "a": "1"}


@pytest.mark.parametrize("head", ["- ", "? ", "a:\n  - ", "a:\n  ? ", " " * 30 + "- "])
def test_what_lies_too_deep_is_refused_before_the_library_is_led_there(head: str) -> None:
    found = parse((head + head[-2:] * 20_000 + "x\n").encode(), "a.yaml").findings
    assert [each.code for each in found] == ["Y022"]


def test_the_bounds_of_a_file_are_the_last_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = b"# " + b"x" * (1024 * 1024 - 8) + b"\na: 12"
    assert [decode(text, "a.yaml", looks=False).readable for text in (whole, whole + b"3")] == [True, False]
    assert [faults_of("a: " + "[" * depth + "]" * depth, "a.yaml")[1] for depth in (31, 32)] == [True, False]
    monkeypatch.setattr("ocop_cli.store.yaml.faults.MAX_NODES", 5)
    assert [faults_of(text, "a.yaml")[1] for text in ("a: 1\nb: 2\n", "a: 1\nb: 2\nc: 3\n")] == [True, False]
