"""A commune's own template is filled in a process of its own; what runs away ends as a refusal in plain words."""

import mmap
import sys
import zipfile
from pathlib import Path

import pytest

from ocop_cli.errors import OcopError
from ocop_cli.render import compiled
from ocop_cli.render.compiled import template_environment
from ocop_cli.render.stand_ins import KINDS
from ocop_cli.store.other_programs import apart
from ocop_cli.store.other_programs.apart import Limits, RunAwayError, done_apart
from ocop_cli.store.papers.forms import form_ids, packaged_template
from ocop_cli.usecases.templates import fill_template
from ocop_cli.usecases.templates.fill_template import tried_own
from ocop_cli.usecases.templates.templates import template_findings

FORM = "control-slip"


def nothing() -> bytes:
    return b"made"


def much() -> bytes:
    return bytes(50_000_000)


def too_much() -> bytes:
    return bytes(5_000_000_000)


def without_end() -> bytes:
    raise RecursionError


def refused() -> bytes:
    raise OcopError("không được", "bỏ đi", code="F304")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system keeps the limit of memory")
def test_the_limit_of_memory_is_for_the_work_whatever_is_loaded_before() -> None:
    with mmap.mmap(-1, 3_000_000_000, flags=mmap.MAP_PRIVATE, prot=mmap.PROT_READ):
        assert len(done_apart(much, limits=Limits())) == 50_000_000
        with pytest.raises(RunAwayError, match="tốn quá nhiều bộ nhớ"):
            done_apart(too_much, limits=Limits())


@pytest.mark.parametrize("form", form_ids())
def test_stand_ins_fill_every_form(form: str) -> None:
    made = fill_template.tried(packaged_template(form))
    assert {kind: content[:2] for kind, content in made.items()} == dict.fromkeys(KINDS, b"PK")


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        (Limits(seconds=0), "chưa xong sau 0 giây"),
        (Limits(output=1000), "làm ra tệp quá lớn"),
    ],
)
def test_a_template_beyond_its_limits_is_refused_in_words(limits: Limits, why: str) -> None:
    with pytest.raises(OcopError) as told:
        tried_own(packaged_template(FORM), limits)
    error = told.value
    assert (error.code, error.message) == ("F301", f"Biểu mẫu {FORM} không điền được: {why}.")
    assert "xóa tệp" in error.hint


@pytest.mark.skipif(apart._START != "fork", reason="only Linux keeps a limit of memory")
def test_memory_is_limited_where_the_system_can() -> None:
    with pytest.raises(RunAwayError, match="bộ nhớ"):
        done_apart(bytes, 64_000_000, limits=Limits(memory=32_000_000))


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_what_the_work_makes_or_raises_comes_back(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_START", start)
    if start == "spawn":
        assert done_apart(bytes, 3, limits=Limits()) == b"\0\0\0"
        return
    assert done_apart(nothing, limits=Limits()) == b"made"
    with pytest.raises(RunAwayError, match="không dừng"):
        done_apart(without_end, limits=Limits())
    with pytest.raises(OcopError) as told:
        done_apart(refused, limits=Limits())
    assert (told.value.message, told.value.hint, told.value.code) == ("không được", "bỏ đi", "F304")


@pytest.mark.parametrize("tags", ["{% for n in range(9) %}0123456789{% endfor %}", "{{ 'ab' * 30 }}"])
def test_a_text_without_end_is_stopped_while_it_is_made(tags: str, monkeypatch: pytest.MonkeyPatch) -> None:
    template = template_environment().from_string(tags)
    assert len("".join(compiled._pieces(template, {}))) in (60, 90)
    monkeypatch.setattr(compiled, "LONGEST", 50)
    with pytest.raises(compiled.TooLongError):
        list(compiled._pieces(template, {}))


@pytest.mark.parametrize("parts", [{}, {"word/other.xml": "<a/>"}, {"word/document.xml": "<w"}])
def test_what_only_looks_like_a_word_file_is_a_finding(tmp_path: Path, parts: dict[str, str]) -> None:
    own = tmp_path / f"templates/{FORM}/form.docx"
    own.parent.mkdir(parents=True)
    with zipfile.ZipFile(own, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    (finding,) = template_findings(tmp_path, FORM)
    assert finding.code in ("F301", "F303")
    assert finding.place.file == f"templates/{FORM}/form.docx"
