"""``ocop templates``: an official takes a template, changes it in Word, and has it checked."""

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from filelock import FileLock

from ocop_cli.store.other_programs.apart import done_apart
from ocop_cli.store.papers.forms import form_ids, load_form, packaged_template
from ocop_cli.usecases.templates.lost_labels import lost_of_the_law

Ocop = Callable[..., int]
Printed = Callable[[], Any]


def changed(path: Path, before: str, after: str) -> None:
    """Change words of a template as Word would."""
    document = Document(str(path))
    for paragraph in document.element.body.iter("{*}t"):
        if paragraph.text and before in paragraph.text:
            paragraph.text = paragraph.text.replace(before, after)
    stream = io.BytesIO()
    document.save(stream)
    path.write_bytes(stream.getvalue())


def test_an_own_template_wins(ocop: Ocop, workspace: Path, printed: Printed) -> None:
    assert ocop("templates", "eject", "full-score-sheet") == 0
    own = workspace / "templates/full-score-sheet/form.docx"
    changed(own, "BỘ TIÊU CHÍ ĐÁNH GIÁ SẢN PHẨM OCOP", "PHIẾU CHẤM CỦA XÃ")
    assert ocop("templates", "check") == 0
    assert "F309" in printed_findings(ocop, printed)
    assert ocop("rules", "sheet", "26-2026", "14") == 0
    made = Document(str(workspace / "documents/2026/bo-14-full-score-sheet.docx"))
    assert "PHIẾU CHẤM CỦA XÃ" in [p.text for p in made.paragraphs]
    _clear(printed)
    assert ocop("templates", "list", "--json") == 0
    rows = {row[0]: row[3] for row in printed()["rows"]}
    assert rows["full-score-sheet"] == "của xã"
    assert rows["inventory"] == "của chương trình"


def printed_findings(ocop: Ocop, printed: Printed) -> set[str]:
    """What the check of own templates tells, by code: a title of the law that was changed is a line lost."""
    _clear(printed)
    ocop("templates", "check", "--json")
    return {finding["code"] for finding in printed()["findings"]}


def _clear(printed: Printed) -> None:
    try:
        printed()
    except ValueError:
        return


def test_unknown_and_unused_places_are_named_with_their_paragraph(
    ocop: Ocop, workspace: Path, printed: Printed
) -> None:
    assert ocop("templates", "eject", "full-score-sheet") == 0
    changed(workspace / "templates/full-score-sheet/form.docx", "{{ scorer }}", "{{ nguoi_cham }}")
    _clear(printed)
    assert ocop("templates", "check", "--json") == 1
    found = {finding["code"]: finding["message"] for finding in printed()["findings"]}
    assert "nguoi_cham" in found["F305"]
    assert "đoạn" in found["F305"]
    assert "Người chấm: {{ nguoi_cham }}" in found["F305"]
    assert "scorer" in found["F306"]


def test_broken_tags_and_unsafe_files_are_refused_in_words(
    ocop: Ocop, workspace: Path, printed: Printed
) -> None:
    assert ocop("templates", "eject", "full-score-sheet") == 0
    own = workspace / "templates/full-score-sheet/form.docx"
    changed(own, "{{ scorer }}", "{{ scorer ")
    _clear(printed)
    assert ocop("templates", "check", "--json") == 1
    assert printed()["findings"][0]["code"] == "F301"
    own.write_bytes(b"khong phai tep Word")
    assert ocop("templates", "check", "--json") == 1
    assert printed()["findings"][0]["code"] == "F303"


def test_a_template_is_taken_once(ocop: Ocop) -> None:
    assert ocop("templates", "eject", "inventory") == 0
    assert ocop("templates", "eject", "inventory") == 1
    assert ocop("templates", "eject", "khong-co") == 2
    assert ocop("templates", "check", "khong-co") == 2


@pytest.fixture
def own_sheet(ocop: Ocop, workspace: Path) -> tuple[str, ...]:
    """The line of a verb that fills a template of the commune."""
    assert ocop("templates", "eject", "full-score-sheet") == 0
    changed(
        workspace / "templates/full-score-sheet/form.docx",
        "BỘ TIÊU CHÍ ĐÁNH GIÁ SẢN PHẨM OCOP",
        "PHIẾU CHẤM CỦA XÃ",
    )
    return ("rules", "sheet", "26-2026", "14")


def meanwhile(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Let somebody act while a template of the commune is filled."""

    def filled(*given: Any, **more: Any) -> bytes:
        act()
        return done_apart(*given, **more)

    monkeypatch.setattr("ocop_cli.usecases.templates.fill_template.done_apart", filled)


def test_others_may_write_while_an_own_template_is_filled(
    ocop: Ocop, workspace: Path, own_sheet: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    lock, taken = workspace / ".ocop/lock-file", list[bool]()

    def hold() -> None:
        with FileLock(lock).acquire(timeout=0):  # as another process would
            taken.append(True)

    meanwhile(monkeypatch, hold)
    assert ocop(*own_sheet) == 0
    assert taken == [True]
    hold()


def test_what_others_wrote_meanwhile_is_not_passed_over(
    ocop: Ocop,
    workspace: Path,
    own_sheet: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    dossier = workspace / "dossiers/sam-day.yaml"

    def edit() -> None:
        dossier.write_text(dossier.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    meanwhile(monkeypatch, edit)
    assert ocop(*own_sheet) == 3
    assert "vừa được sửa ở nơi khác" in capsys.readouterr().err
    assert not (workspace / "documents/2026/bo-14-full-score-sheet.docx").exists()


@pytest.mark.parametrize("form_id", [form for form in form_ids() if load_form(form).printed])
def test_a_form_of_the_law_as_the_program_has_it_lost_nothing(workspace: Path, form_id: str) -> None:
    own = workspace / "templates" / form_id / "form.docx"
    own.parent.mkdir(parents=True)
    shutil.copy(packaged_template(form_id), own)
    assert lost_of_the_law(workspace, form_id) == []
