"""An edit changes exactly what was meant: the data, and only the lines it stands on."""

import difflib
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_cli.errors import OcopError
from ocop_cli.store.yaml import edit as edit_module
from ocop_cli.store.yaml.dump import as_read, dump
from ocop_cli.store.yaml.edit import Append, Edit, Enlist, Remove, Set, edit, meant
from ocop_cli.store.yaml.source import Source, parse

DOSSIER = """\
# yaml-language-server: $schema=../schemas/dossier.json
# Câu chuyện: hồ sơ ví dụ.

product:   # sản phẩm
  name: "Rượu ngô men lá"
  set: 14        # bộ sản phẩm
  description: |
    Dòng một.

    Dòng hai: có dấu hai chấm.
  specification:
producer: {name: HTX Ví Dụ, kind: cooperative}

# Nguyên liệu
materials:
  - name: Ngô
    share: 60
    evidence: [p1, "p 2"]
  # còn lại
  - name: 'Men lá'
    share: 40
labour:
    total: 10
    commune: ~

papers: []
history:
- stage: idea
  on: 2026-01-05   # ngày nhận
# hết
"""


def source(text: str = DOSSIER) -> Source:
    found = parse(text.encode(), "dossiers/x.yaml")
    assert found.findings == ()
    return found


def changed_lines(before: str, after: str) -> list[str]:
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def edited(*edits: Edit, text: str = DOSSIER) -> str:
    return edit(source(text), edits).raw.decode()


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (Set(("product", "name"), 'Rượu "ngô"'), ['-   name: "Rượu ngô men lá"', '+   name: "Rượu \\"ngô\\""']),
        (Set(("product", "set"), 15), ["-   set: 14        # bộ sản phẩm", "+   set: 15        # bộ sản phẩm"]),
        (Set(("product", "specification"), "chai 500 ml"), ["-   specification:", "+   specification: chai 500 ml"]),
        (Set(("labour", "commune"), 8), ["-     commune: ~", "+     commune: 8"]),
        (Set(("labour", "women"), 5), ["+     women: 5"]),
        (Set(("materials", 0, "share"), Decimal("62.50")), ["-     share: 60", "+     share: 62.5"]),
        (Set(("materials", 1, "origin"), "commune"), ["+     origin: commune"]),
        (Set(("samples",), {"units": 5}), ["+ samples:", "+   units: 5"]),
        (Set(("registration", "slip", "received_on"), date(2026, 6, 1)), ["+ registration:", "+   slip:", "+     received_on: 2026-06-01"]),
        (Append(("history",), {"stage": "selected", "on": date(2026, 2, 1)}), ["+ - stage: selected", "+   on: 2026-02-01"]),
        (Append(("materials",), {"name": "Nước"}), ["+   - name: Nước"]),
        (Append(("promises",), {"paper": "x"}), ["+ promises:", "+   - paper: x"]),
        (Append(("papers",), {"id": "p1"}), ["- papers: []", "+ papers:", "+   - id: p1"]),
        (Set(("producer", "kind"), "company"), ["- producer: {name: HTX Ví Dụ, kind: cooperative}", '+ producer: {name: HTX Ví Dụ, kind: "company"}']),
        (Set(("producer", "since"), 2019), ["- producer: {name: HTX Ví Dụ, kind: cooperative}", "+ producer: {name: HTX Ví Dụ, kind: cooperative, since: 2019}"]),
        (Append(("materials", 0, "evidence"), "p3"), ['-     evidence: [p1, "p 2"]', '+     evidence: [p1, "p 2", "p3"]']),
        (Remove(("producer", "name")), ["- producer: {name: HTX Ví Dụ, kind: cooperative}", "+ producer: {kind: cooperative}"]),
        (Remove(("materials", 0, "name")), ["-   - name: Ngô", "-     share: 60", "+   - share: 60"]),
        (Remove(("materials", 1)), ["-   - name: 'Men lá'", "-     share: 40"]),
        (Set(("labour", "total"), Decimal("12345678901234567.25")), ["-     total: 10", "+     total: 12345678901234567.25"]),
        (Remove(("materials", 0, "share")), ["-     share: 60"]),
        (Remove(("labour",)), ["- labour:", "-     total: 10", "-     commune: ~"]),
    ],
)  # fmt: skip
def test_an_edit_touches_only_its_lines(change: Edit, lines: list[str]) -> None:
    assert sorted(changed_lines(DOSSIER, edited(change))) == sorted(lines)


def test_no_edit_changes_nothing() -> None:
    assert edited() == DOSSIER


def test_several_edits_in_one_go() -> None:
    text = edited(
        Set(("product", "set"), 15), Append(("history",), {"stage": "selected"}), Remove(("papers",))
    )
    data = source(text).data
    assert data["product"]["set"] == "15"
    assert data["history"][-1] == {"stage": "selected"}
    assert "papers" not in data


CHANGES: list[Edit] = [
    Set(("product", "name"), "Khác"),
    Set(("product", "specification"), "chai"),
    Set(("product", "standard"), "TCVN"),
    Set(("product", "description"), "một\nhai"),
    Set(("producer", "kind"), "company"),
    Set(("producer", "since"), 2019),
    Set(("materials", 0, "share"), 50),
    Set(("materials", 1, "origin"), "commune"),
    Append(("materials",), {"name": "Nước", "evidence": ["p"]}),
    Append(("materials", 0, "evidence"), "p3"),
    Set(("materials", 2, "share"), 10),
    Remove(("materials", 0)),
    Set(("labour", "commune"), 8),
    Set(("labour", "women"), 5),
    Set(("labour",), {"total": 1}),
    Append(("papers",), {"id": "p1"}),
    Append(("papers",), {"id": "p2"}),
    Set(("papers", 0, "id"), "p9"),
    Append(("history",), {"stage": "selected", "on": date(2026, 2, 1)}),
    Append(("history",), {"stage": "implementing"}),
    Set(("evaluation",), {"on": date(2026, 2, 1), "contents": [{"points": 5}]}),
    Set(("evaluation", "by"), "Y Mẫu"),
    Set(("idea", "choice", "option"), "x"),
    Set(("idea", "choice", "reason"), "vì\nthế"),
    Append(("results",), {"star": 3}),
    Append(("results",), {"star": 4}),
    Remove(("product", "set")),
    Remove(("papers",)),
]


@settings(deadline=None)  # ruamel.yaml writes each new block: slow on a busy machine
@given(st.lists(st.sampled_from(CHANGES), min_size=2, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_edits_in_one_go_write_what_edits_one_by_one_write(changes: list[Edit], newline: str) -> None:
    whole = parse(DOSSIER.replace("\n", newline).encode(), "x.yaml")
    one_by_one = whole
    for change in changes:
        try:
            one_by_one = edit(one_by_one, [change])
        except (AssertionError, KeyError, IndexError, AttributeError, TypeError):
            return  # what this edit is about is not there any more
    assert edit(whole, changes).raw == one_by_one.raw


def test_edits_that_stand_apart_are_read_back_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(raw: bytes, name: str) -> Source:
        read.append(name)
        return parse(raw, name)

    before = source()
    monkeypatch.setattr(edit_module, "parse", counted)
    edit(
        before,
        [
            Set(("idea", "choice"), {"option": "x"}),
            Set(("product", "set"), 15),
            Set(("evaluation",), {"by": "Y Mẫu"}),
            Append(("history",), {"stage": "evaluated"}),
        ],
    )
    assert len(read) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_entry_becomes_the_first_item_of_a_list_with_every_word_and_remark(newline: str) -> None:
    text = (
        "a: 1\nact:  # lần đầu\n  # ngày ký\n  on: 2026-06-05\n  note: |\n    hai\n\n    dòng\n"
        "  parts:\n    - {x: 1}\nb: 2  # hết\n"
    ).replace("\n", newline)
    after = edit(parse(text.encode(), "x.yaml"), [Enlist(("act",), "acts"), Append(("acts",), {"on": "nay"})])
    assert after.raw.decode() == (
        "a: 1\nacts:  # lần đầu\n  # ngày ký\n  - on: 2026-06-05\n    note: |\n      hai\n\n      dòng\n"
        "    parts:\n      - {x: 1}\n  - on: nay\nb: 2  # hết\n"
    ).replace("\n", newline)


def test_an_entry_in_brackets_becomes_a_list_in_brackets() -> None:
    after = edited(Enlist(("act",), "acts"), Append(("acts",), {"y": 2}), text="act: {x: 1}  # một\nb: 2\n")
    assert after == "acts: [{x: 1}, {y: 2}]  # một\nb: 2\n"


def test_values_inside_brackets_are_quoted() -> None:
    assert 'name: "HTX A, B"' in edited(Set(("producer", "name"), "HTX A, B"))


NASTY = ["0912345678", "a: b", "- x", "# y", "số #5", "1.234.567", "12,5", "no", "có", "~", "null", "", " ", "{a}", "[b]", "'", '"', "\\", "&a", "*b", "!c", "%d", "@e", "`f`", "|", ">", "x\ny", "x\n\n  y\n", "  đầu", "👩‍🌾", "A & B < C", "2026-02-30", "1e5", "0x1F", "dài " * 60, "tab\tgiữa", "?", ": x", "a #", "---", "..."]  # fmt: skip


def leaves(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in leaves(value, (*path, key))]
    if isinstance(data, list):
        return [leaf for n, value in enumerate(data) for leaf in leaves(value, (*path, n))]
    return [path]


def all_fields(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for key, value in parts for found in [(*path, key), *all_fields(value, (*path, key))]]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "value", ["chữ: mới", "hai\n\tdòng", 5, True, {"x": {"y": ["a", "b\nc"]}}, [{"k": "v"}]]
)
def test_every_part_can_be_set_and_removed(value: Any, newline: str) -> None:
    whole = parse(DOSSIER.replace("\n", newline).encode(), "x.yaml")
    for path in all_fields(whole.data):
        for change in (Set(path, value), Remove(path)):
            text = edit(whole, [change]).raw.decode()  # raises when the data is not what was meant
            assert text.count("\n") == text.count(newline)
            assert all(comment in text for comment in ("# Câu chuyện", "# Nguyên liệu", "# hết"))


def test_the_comment_behind_a_value_stays_when_the_value_grows() -> None:
    text = "a: []  # giấy tờ\nb: x # mô tả\nc: | # dài\n  x\nd:  # trống\n"
    grown = edited(
        Append(("a",), "p"), Set(("b",), "hai\ndòng"), Set(("c",), "ba\ndòng"), Set(("d", "e"), 1), text=text
    )
    assert grown == (
        "a:  # giấy tờ\n  - p\nb: |- # mô tả\n  hai\n  dòng\nc: |- # dài\n  ba\n  dòng\nd:  # trống\n  e: 1\n"
    )


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\x1b", "\x00", "\u2028", "\ud800"])
def test_a_text_with_hidden_characters_is_refused_before_it_is_written(hidden: str) -> None:
    with pytest.raises(OcopError, match="ký tự điều khiển ẩn"):
        edited(Set(("product", "name"), f"Rượu{hidden}"))
    with pytest.raises(OcopError):
        dump({"a": [{"b": f"x{hidden}"}]})


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_every_leaf_takes_every_nasty_text(newline: str, bom: bytes) -> None:
    raw = bom + DOSSIER.replace("\n", newline).encode()
    whole = parse(raw, "x.yaml")
    for path in leaves(whole.data):
        if isinstance(path[-1], int):
            continue
        for value in NASTY:
            result = edit(whole, [Set(path, value)]).raw
            assert result.startswith(bom)
            assert b"\n" not in result.replace(b"\r\n", b"") if newline == "\r\n" else b"\r" not in result


text_values = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"], include_characters="\n\t#:-"
    ),
    max_size=30,
)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,8}", fullmatch=True),
        text_values | st.lists(text_values, max_size=3),
        min_size=1,
    )
)
def test_what_is_dumped_is_what_is_read(data: dict[str, Any]) -> None:
    read = parse(dump(data).encode(), "x.yaml").data
    assert {k: v or None if v == [] else v for k, v in as_read(data).items()} == {
        k: v if v != [] else None for k, v in read.items()
    }


@given(text_values, st.sampled_from(leaves(parse(DOSSIER.encode(), "x").data)))
def test_any_text_in_any_leaf_is_read_back(value: str, path: tuple[str | int, ...]) -> None:
    here = edit(source(), [Set(path, value)]).data
    for part in path:
        here = here[part]
    assert here == as_read(value)


def test_the_house_dialect() -> None:
    data = {
        "a": {"b": [{"c": 1, "d": None}]},
        "e": "hai\ndòng",
        "f": True,
        "g": Decimal("66.67"),
        "h": date(2026, 3, 5),
    }
    assert dump(data, "# đầu\n") == (
        "# đầu\na:\n  b:\n    - c: 1\ne: |-\n  hai\n  dòng\nf: có\ng: 66.67\nh: 2026-03-05\n"
    )


def test_one_object_in_two_places_is_written_twice() -> None:
    day, people = date(2026, 3, 5), ["A", "B"]
    assert "&" not in dump({"a": day, "b": day, "c": people, "d": people})


@pytest.mark.parametrize("field", [("business", "plan"), ("business", "aim"), ("market", "aim", "words")])
def test_a_field_can_be_emptied_whether_it_is_a_block_or_not_there(field: tuple[str, ...]) -> None:
    source = parse(b"business:\n  plan: |\n    one\n       \n    two\n  growth: rising\n", "x.yaml")
    after = edit(source, [Set(field, None)])
    assert after.data["business"]["growth"] == "rising"
    assert meant(source.data, [Set(field, None)]) == after.data
