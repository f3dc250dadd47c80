"""Remarks of two copies of a file: what only one of them wrote or took out counts, and no remark of either is lost."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_cli.merging.three_way import Side
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.edit import edit
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.merge.edits import edits_to
from ocop_cli.usecases.merge.file import merge_file
from support.copies import Change, changed, fields_of
from support.paths import EXAMPLES
from support.runs import runs

NAMES = ("dossiers/sam-day.yaml", "ocop.yaml", "producers/htx-ruong-cao.yaml")
WRITTEN = re.compile(r"# ghi [a-z]+ [0-9]+")
BASE = """\
schema: ocop/dossier@1
# đầu tệp
product:
  name: Măng   # tên ngoài chợ
labour:
  # hỏi chị Ba
  total: 24
  # hỏi anh Tư
  women: 15
evidence: [a, b]   # trong ngoặc
history:
  # bước đầu
  - stage: idea   # hôm họp
    on: 2026-11-20
# cuối tệp
"""


def with_notes(text: str, whose: str, places: list[int]) -> str:
    """Return a file with remarks of somebody above some lines, and beside some, wherever its data stay as they are."""
    data = parse(text.encode(), "x").data
    for number, place in enumerate(places):
        lines = text.splitlines()
        at, note = place % len(lines), f"# ghi {whose} {number}"
        here = [f"{lines[at]}   {note}"] if place % 2 and "#" not in lines[at] else [note, lines[at]]
        noted = "\n".join([*lines[:at], *here, *lines[at + 1 :]]) + "\n"
        text = noted if parse(noted.encode(), "x").data == data else text
    return text


@st.composite
def two_copies(draw: st.DrawFn) -> tuple[str, str, str, str]:
    name = draw(st.sampled_from(NAMES))
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    source, model = parse(text.encode(), name), model_of(name)
    ways = [*fields_of(model, source.filled)]
    drawn = draw(st.lists(st.sampled_from(ways), unique=True, min_size=2, max_size=5))
    texts = st.sampled_from([None, "một", "hai"])
    copies = []
    for whose, mine in (("ta", drawn[1:]), ("ho", drawn[:-1])):
        wanted = changed(model, source.filled, [Change(way, draw(texts)) for way in mine])
        made = edit(source, list(edits_to(model, source.filled, wanted))).text
        copies.append(with_notes(made, whose, draw(st.lists(st.integers(0, 400), max_size=4))))
    return name, text, copies[0], copies[1]


@given(two_copies(), st.sampled_from(Side), st.booleans())
@settings(max_examples=runs(8, 400), deadline=None)
def test_no_remark_is_lost_and_none_stands_twice(
    case: tuple[str, str, str, str], side: Side, is_known: bool
) -> None:
    name, *texts = case
    base, ours, theirs = (text.encode() for text in texts)
    before = base if is_known else None
    open_ = merge_file(name, before, ours, theirs)
    assert open_
    chosen = {conflict.key: side for conflict in open_.conflicts}
    merged = merge_file(name, before, ours, theirs, chosen)
    assert merged
    assert not merged.conflicts
    written = {*WRITTEN.findall(texts[1]), *WRITTEN.findall(texts[2])}
    assert Counter([*WRITTEN.findall(merged.source.text), *merged.lost]) == Counter(written)
    again = merge_file(name, before, merged.source.raw, theirs, chosen)
    assert again
    assert Counter(WRITTEN.findall(again.source.text)) == Counter(WRITTEN.findall(merged.source.text))


def merged_text(ours: str, theirs: str, base: str = BASE) -> str:
    merged = merge_file("dossiers/x.yaml", base.encode(), ours.encode(), theirs.encode())
    assert merged
    assert not merged.conflicts
    return merged.source.text


@pytest.mark.parametrize(
    ("ours", "theirs", "wanted"),
    [
        (("24", "25"), ("women: 15", "women: 15   # cả mùa vụ"), ("women: 15", "women: 15   # cả mùa vụ")),
        (("24", "25"), ("# hỏi anh Tư", "# đã hỏi anh Tư"), ("# hỏi anh Tư", "# đã hỏi anh Tư")),
        (("24", "25"), ("  # hỏi anh Tư\n", ""), ("  # hỏi anh Tư\n", "")),
        (("24", "25"), ("# cuối tệp\n", "# cuối tệp\n\n# hết\n"), ("# cuối tệp\n", "# cuối tệp\n\n# hết\n")),
        (("24", "25"), ("# đầu tệp\n", "# đầu tệp\n\n"), ("# đầu tệp\n", "# đầu tệp\n\n")),
        (("24", "25"), ("# hôm họp", "# hôm xét"), ("# hôm họp", "# hôm xét")),
        (("24", "25"), ("# trong ngoặc", "# ngoài"), ("# trong ngoặc", "# ngoài")),
        (("24", "25"), ("women: 15", "women: 16   # đếm lại"), ("women: 15", "women: 16   # đếm lại")),
        (("24", "25"), ("  # hỏi anh Tư\n  women: 15\n", ""), ("  # hỏi anh Tư\n  women: 15\n", "")),
        (
            ("  # hỏi anh Tư\n", "  # hỏi anh Tư\n  # gọi chiều\n"),
            ("  # hỏi anh Tư\n", "  # gọi sáng\n  # hỏi anh Tư\n"),
            ("  # hỏi anh Tư\n", "  # gọi sáng\n  # hỏi anh Tư\n"),
        ),
        (
            ("  # hỏi anh Tư\n", "  # hỏi anh Tư\n  # gọi chiều\n"),
            ("  # hỏi anh Tư\n", ""),
            ("  # hỏi anh Tư\n", ""),
        ),
        (  # below a line of ours that stands before, and above it
            ("# hỏi anh Tư\n", "# gọi chiều\n  # gọi tối\n"),
            ("  # hỏi anh Tư\n", "  # gọi sáng\n  # hỏi anh Tư\n"),
            ("  # gọi chiều\n", "  # gọi sáng\n  # gọi chiều\n"),
        ),
        (
            ("total: 24", "total: 24   # của ta"),
            ("total: 24", "total: 24   # của họ"),
            ("  total: 24", "  # của họ\n  total: 24"),
        ),
        (  # the line of our remark is gone: it stands at the next one
            ("women: 15", "women: 15   # của ta"),
            ("  women: 15\n", ""),
            ("  women: 15   # của ta\nevidence", "# của ta\nevidence"),
        ),
    ],
)
def test_what_one_copy_did_to_its_remarks_stands(
    ours: tuple[str, str], theirs: tuple[str, str], wanted: tuple[str, str]
) -> None:
    mine = BASE.replace(*ours)
    assert merged_text(mine, BASE.replace(*theirs)) == mine.replace(*wanted)
    crossed = mine.replace("\n", "\r\n"), BASE.replace(*theirs)
    assert merged_text(*crossed).replace("\r\n", "\n") == mine.replace(*wanted)


def test_an_order_that_only_the_other_copy_changed_is_taken_with_its_remarks() -> None:
    base = "schema: ocop/dossier@1\nmaterials:\n  # từ vườn\n  - name: mía\n  - name: gừng   # mua ngoài\n"
    theirs = "schema: ocop/dossier@1\nmaterials:\n  - name: gừng   # mua ngoài\n  # từ vườn\n  - name: mía\n"
    assert merged_text(base + "note: a\n", theirs, base) == theirs + "note: a\n"


def test_a_remark_without_room_is_told() -> None:
    base = "schema: ocop/dossier@1\nnote: một\nsummary: a\n"
    ours = base.replace("note: một", 'note: "một\n\n  hai"')
    theirs = base.replace("note: một", "note: một   # chưa đủ")
    merged = merge_file("dossiers/x.yaml", base.encode(), ours.encode(), theirs.encode())
    assert merged
    assert "# chưa đủ\nnote" in merged.source.text
    assert not merged.lost


def test_an_item_that_nobody_changed_stays_as_it_was_typed() -> None:
    base = "schema: ocop/dossier@1\nmaterials:\n- {name: mía, share: 60}\n- name: 'gừng'\n  share: 40\n"
    theirs = base.replace("40", "30")
    assert merged_text(base + "note: a\n", theirs, base) == theirs + "note: a\n"
    fewer = base.replace("- name: 'gừng'\n  share: 40\n", "")
    assert merged_text(base + "note: a\n", fewer, base) == fewer + "note: a\n"


def test_numbers_and_days_of_an_item_that_is_taken_stay_without_quotes() -> None:
    base = "schema: ocop/dossier@1\nmaterials:\n  - name: mía\n"
    ours, theirs = base + "  - name: tỏi\n", base + "  - name: ớt\n    share: 2.5\n    seen_on: 2026-11-20\n"
    assert merged_text(ours, theirs, base) == ours + theirs.removeprefix(base)
