"""Forms that got another id are still found under the old one: in settings, own templates, records and commands."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.programme.form import RENAMED_FORMS, current_form_id
from ocop_cli.store.papers.forms import form_ids, load_form, own_template, template_path
from ocop_cli.store.programme.profile import load_profile
from ocop_cli.store.reading.sources import Sources

Ocop = Callable[..., int]
FORMER = pytest.mark.parametrize(("old", "new"), RENAMED_FORMS.items())


def test_an_old_id_never_gets_another_meaning() -> None:
    assert not set(RENAMED_FORMS) & set(form_ids())
    assert set(RENAMED_FORMS.values()) <= set(form_ids())


@FORMER
def test_a_form_is_read_under_its_old_id(old: str, new: str) -> None:
    assert load_form(old) == load_form(new)
    assert current_form_id(new) == new


@FORMER
def test_settings_under_the_old_id_hold(workspace: Path, old: str, new: str) -> None:
    profile = workspace / "ocop.yaml"
    text = profile.read_text(encoding="utf-8").replace("office:", "office:\n  issues: [" + old + "]", 1)
    profile.write_text(f"{text}\nrecipients:\n  {old}: [Thường trực Đảng ủy]\n", encoding="utf-8")
    read = load_profile(Sources(workspace)).record
    assert read is not None
    assert read.recipients_of(new) == ("Thường trực Đảng ủy",)
    assert read.is_issued_by_unit(new)


@FORMER
def test_an_own_template_under_the_old_id_is_used(workspace: Path, ocop: Ocop, old: str, new: str) -> None:
    own = workspace / "templates" / old / "form.docx"
    own.parent.mkdir(parents=True)
    shutil.copy(template_path(workspace, new), own)
    assert template_path(workspace, new) == own == own_template(workspace, old)
    assert ocop("templates", "eject", old) == 1
    assert not (workspace / "templates" / new).exists()


def test_a_record_of_an_old_document_is_verified(
    workspace: Path, ocop: Ocop, printed: Callable[[], Any]
) -> None:
    assert ocop("score", "ruou-ghe", "--print") in (0, 1)
    printed_on = workspace / "documents/2026/ruou-ghe-full-score-sheet.yaml"
    text = printed_on.read_text(encoding="utf-8").replace("form: full-score-sheet", "form: criteria-sheet")
    printed_on.write_text(text, encoding="utf-8")
    assert ocop("verify", "documents/2026/ruou-ghe-full-score-sheet.docx") == 0
