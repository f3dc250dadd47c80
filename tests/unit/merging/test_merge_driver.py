"""What git is given back: one text where nothing collides, else both copies of each field between the signs."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop_cli.merging.three_way import Side, merge
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.edit import edit
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.merge.driver import drive, merged_text
from ocop_cli.usecases.merge.edits import edits_to
from support.copies import Change, changed, fields_of
from support.paths import EXAMPLES
from support.runs import runs

NAMES = ("dossiers/sam-day.yaml", "ocop.yaml", "producers/htx-ruong-cao.yaml")
TEXTS = {name: (EXAMPLES / name).read_bytes() for name in NAMES}
REGION = re.compile(r"<<<<<<< [^\n]*\n(.*?)=======\n(.*?)>>>>>>> [^\n]*\n", re.DOTALL)


def data_of(raw: bytes, name: str) -> object:
    source = parse(raw, name)
    assert source.data is not None, source.findings
    return source.filled


def copy_of(name: str, raw: bytes, changes: list[Change]) -> bytes:
    source = parse(raw, name)
    model, data = model_of(name), data_of(raw, name)
    return edit(source, list(edits_to(model, data, changed(model, data, changes)))).raw


def without_empty_parts(data: object) -> object:
    """A part of which nothing is left reads like one that is not there."""
    if isinstance(data, dict):
        return {key: kept for key, value in data.items() if (kept := without_empty_parts(value)) != {}}
    return [without_empty_parts(item) for item in data] if isinstance(data, list) else data


@st.composite
def two_copies(draw: st.DrawFn) -> tuple[str, bytes, bytes, bytes]:
    name = draw(st.sampled_from(NAMES))
    base = TEXTS[name].replace(b"\n", b"\r\n") if draw(st.booleans()) else TEXTS[name]
    ways = [*fields_of(model_of(name), data_of(base, name))]
    drawn = draw(st.lists(st.sampled_from(ways), unique=True, min_size=2, max_size=6))
    texts = st.sampled_from([None, "một", "hai", "12"])
    mine, other = ([Change(way, draw(texts)) for way in ways] for ways in (drawn[1:], drawn[:-1]))
    return name, base, copy_of(name, base, mine), copy_of(name, base, other)


@given(two_copies())
@settings(max_examples=runs(6, 1000), deadline=None)
def test_between_the_signs_stand_both_copies_and_nothing_else_changes(
    case: tuple[str, bytes, bytes, bytes],
) -> None:
    name, base, ours, theirs = case
    text, is_clean = merged_text(name, base, ours, theirs)
    model = model_of(name)
    before, mine, other = (data_of(raw, name) for raw in (base, ours, theirs))
    conflicts = merge(model, before, mine, other).conflicts
    assert is_clean == (not conflicts)
    assert is_clean == (not REGION.search(text.decode().replace("\r\n", "\n")))
    for number, side in enumerate(Side, 1):
        kept = REGION.sub(rf"\{number}", text.decode().replace("\r\n", "\n")).encode()
        wanted = merge(model, before, mine, other, {conflict.key: side for conflict in conflicts}).data
        assert without_empty_parts(data_of(kept, name)) == without_empty_parts(wanted)


def test_remarks_and_places_of_our_file_stay() -> None:
    name, base = NAMES[0], TEXTS[NAMES[0]]
    ours = base.replace(b"  total: 24\n", "  total: 25   # đếm lại\n".encode())
    theirs = base.replace(b"  women: 15\n", b"  women: 16\n")
    text, is_clean = merged_text(name, base, ours, theirs)
    assert is_clean
    assert text == ours.replace(b"  women: 15\n", b"  women: 16\n")


def test_a_history_that_went_on_differently_stands_twice_from_where_it_parts() -> None:
    name, base = NAMES[0], TEXTS[NAMES[0]]
    last = "    by: Phòng Kinh tế\nscores:".encode()
    ours, theirs = (
        base.replace(
            last, last.replace(b"scores:", f"  - stage: {stage}\n    on: 2026-11-20\nscores:".encode())
        )
        for stage in ("evaluated", "preparing")
    )
    text, is_clean = merged_text(name, base, ours, theirs)
    assert not is_clean
    (region,) = REGION.finditer(text.decode())
    assert region.groups() == tuple(
        f"  - stage: {stage}\n    on: 2026-11-20\n" for stage in ("evaluated", "preparing")
    )


@pytest.mark.parametrize("broken", [b"\x00" * 9, b"a: [", b"x: 1\ny: *a\n", b"- 1\n", b""])
def test_a_copy_that_cannot_be_read_is_given_whole(tmp_path: Path, broken: bytes) -> None:
    files = [tmp_path / word for word in "OAB"]
    for file, content in zip(files, (b"x: 1\n", broken, b"x: 2"), strict=True):
        file.write_bytes(content)
    assert drive([*map(str, files), "dossiers/x.yaml"]) == 1
    (region,) = re.finditer(rb"<<<<<<< [^\n]*\n(.*?)=======\n(.*?)>>>>>>> ", files[1].read_bytes(), re.DOTALL)
    assert (region.group(1).rstrip(b"\n"), region.group(2)) == (broken.rstrip(b"\n"), b"x: 2\n")
    assert not [file for file in tmp_path.iterdir() if file not in files]


def test_hashes_of_a_seal_are_asked_of_nobody() -> None:
    seals = [f"schema: ocop/seal@1\nfile: x\nparts: {{history.0: a, history.1: {word}}}\n" for word in "bcd"]
    text, is_clean = merged_text("programme/seals/dossiers/x.yaml", *(seal.encode() for seal in seals))
    assert (text.decode(), is_clean) == (seals[1], True)


BLOCK = """\
schema: ocop/dossier@1
product:
  name: Măng
materials:
  - name: mía
  - name: gừng
"""


@pytest.mark.parametrize(
    ("ours", "theirs", "before", "shown"),
    [
        (
            ("Măng", "Măng khô"),
            ("Măng", "Măng tươi"),
            "product:\n",
            "<\n  name: Măng khô\n=\n  name: Măng tươi\n>\n",
        ),
        (
            ("  name: Măng\n", ""),
            ("Măng", "Măng tươi"),
            "schema: ocop/dossier@1\n",
            "<\nproduct:\n=\nproduct:\n  name: Măng tươi\n>\n",
        ),
        (
            ("mía\n", "mía\n    share: 60\n"),
            ("mía\n", "mía\n    share: 70\n"),
            "  - name: mía\n",
            "<\n    share: 60\n=\n    share: 70\n>\n",
        ),
        (
            ("gừng\n", "gừng\nnote: một"),
            ("gừng\n", "gừng\nnote: hai\n"),
            "gừng\n",
            "<\nnote: một\n=\nnote: hai\n>\n",
        ),
        (("gừng\n", "gừng"), ("gừng\n", "gừng\nnote: hai\n"), "gừng\n", ""),
        (  # not at the end of our file, which ends amid a line
            (
                "Măng\nmaterials:\n  - name: mía\n  - name: gừng\n",
                "Măng khô\nmaterials:\n  - name: mía\n  - name: gừng",
            ),
            ("Măng", "Măng tươi"),
            "1\nproduct:\n",
            "<\n  name: Măng khô\n=\n  name: Măng tươi\n>\n",
        ),
        (  # at the end of our file, which ends with its line
            ("gừng\n", "gừng\nnote: một\n"),
            ("gừng\n", "gừng\nnote: hai\n"),
            "  - name: gừng\n",
            "<\nnote: một\n=\nnote: hai\n>\n",
        ),
        (
            ("gừng\n", "gừng\nhistory:\n  - stage: idea\n    on: 1\n  - stage: received\n    on: 2\n"),
            ("gừng\n", "gừng\nhistory:\n  - stage: idea\n    on: 1\n  - stage: preparing\n    on: 3\n"),
            "  - stage: idea\n    on: 1\n",
            "<\n  - stage: received\n    on: 2\n=\n  - stage: preparing\n    on: 3\n>\n",
        ),
    ],
)
def test_what_collides_stands_twice_between_the_signs(
    ours: tuple[str, str], theirs: tuple[str, str], before: str, shown: str
) -> None:
    texts = (BLOCK, BLOCK.replace(*ours), BLOCK.replace(*theirs))
    text, is_clean = merged_text("dossiers/x.yaml", *(each.encode() for each in texts))
    found = re.search(r"((?:.*\n)*)(<<<(?:.*\n)*>>>.*\n)", text.decode())
    assert is_clean == (not shown) == (found is None)
    if found:
        assert re.sub(r"(?m)^([<=>])\1{6}.*$", r"\1", found[2]) == shown
        assert found[1].endswith(before)
