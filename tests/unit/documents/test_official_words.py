"""Papers speak as their readers expect: to whom, of whom, each law cited once, places under their own names."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ocop_cli.documents.frame import as_list, copies
from ocop_cli.dossier.private import PrivateData
from ocop_cli.programme.profile import Commune
from ocop_cli.programme.residence import village_heads, villages
from ocop_cli.render.texts import text_lines
from ocop_cli.reports.summary import summarise
from ocop_cli.rules.pick import force
from ocop_cli.store.dossier.dossiers import load_dossier, load_private
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import form_ids, load_form, template_path
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.text import as_sentence, upper_first
from support.dossiers import make_dossier
from support.every_form import Values, every_form
from support.paths import EXAMPLES
from support.profiles import make_profile
from support.sample_documents import fill

PROFILE = make_profile(commune={"villages": ["làng Ví Dụ Một", "làng Ví Dụ Hai", "thôn Ví Dụ Ba"]})
CITED = re.compile(r"\d+(?:/\d{4})?/QĐ-TTg")
SENTENCE = re.compile(r"(?<=[.;])\s")


@pytest.fixture(scope="module")
def filled() -> dict[str, Values]:
    """Every form, filled from the fullest example."""
    sources = Sources(EXAMPLES)
    return every_form(load_dossier(sources, "sam-day").dossier, load_private(sources, "sam-day"), PROFILE)


@pytest.mark.parametrize("form", form_ids())
def test_no_sentence_cites_a_decision_twice(filled: dict[str, Values], form: str) -> None:
    for line in text_lines(fill(form, filled[form])):
        for sentence in SENTENCE.split(line):
            cited = CITED.findall(sentence)
            assert len(cited) == len(set(cited)), sentence


@pytest.mark.parametrize("form", form_ids())
def test_nobody_reports_to_himself(form: str) -> None:
    """The Chairman signs: he may have a copy for his files, but nothing is reported to him."""
    reported = [line for line in copies(PROFILE, load_form(form)) if line.endswith("(b/c);")]
    assert not any("Chủ tịch" in line for line in reported)


@pytest.mark.parametrize(
    "form", [form for form in form_ids() if load_form(form).symbol == "BC" and not load_form(form).printed]
)
def test_a_report_names_the_higher_level_as_addressee_and_recipient(
    filled: dict[str, Values], form: str
) -> None:
    values = filled[form]
    assert values["addressee"] in {"Sở Nông nghiệp và Môi trường", "Ủy ban nhân dân tỉnh Quảng Ngãi"}
    assert values["copies"][0] == "- Như trên;"
    assert f"Kính gửi: {values['addressee']}." in list(text_lines(fill(form, values)))


def test_the_report_by_the_form_of_the_law_has_no_addressee_but_goes_to_the_province(
    filled: dict[str, Values],
) -> None:
    values = filled["evaluation-report"]
    assert values["copies"][0] == "- Ủy ban nhân dân tỉnh Quảng Ngãi;"
    assert not any("Kính gửi" in line for line in text_lines(fill("evaluation-report", values)))


@pytest.mark.parametrize("form", form_ids())
def test_villages_are_called_as_the_commune_calls_them(filled: dict[str, Values], form: str) -> None:
    text = "\n".join(text_lines(fill(form, filled[form])))
    assert not re.search(r"các thôn\b", text)
    assert "Trưởng các làng, thôn" in text or "Trưởng các" not in text


@pytest.mark.parametrize(
    ("kind", "named", "places", "heads"),
    [
        ("xã", [], "các thôn", "Trưởng các thôn"),
        ("phường", [], "các tổ dân phố", "Tổ trưởng các tổ dân phố"),
        ("đặc khu", [], "các khu dân cư", "Trưởng các khu dân cư"),
        ("xã", ["Buôn Mẫu", "buôn Ví Dụ"], "các buôn", "Trưởng các buôn"),
        ("xã", ["làng A", "thôn B", "làng C"], "các làng, thôn", "Trưởng các làng, thôn"),
        ("xã", ["Ví Dụ Một"], "các thôn", "Trưởng các thôn"),
    ],
)
def test_words_for_villages_come_from_the_commune(
    kind: str, named: list[str], places: str, heads: str
) -> None:
    commune = Commune(name="Mẫu", kind=kind, code="23356", place="Mẫu", villages=tuple(named))
    assert (villages(commune), village_heads(commune)) == (places, heads)


@pytest.mark.parametrize(
    ("kind", "called"),
    [("household", "hộ"), ("farm", "cơ sở"), ("cooperative", "đơn vị"), (None, "chủ thể")],
)
@pytest.mark.parametrize("form", ["completion-letter", "renewal-notice"])
def test_a_producer_is_addressed_by_its_kind(form: str, kind: str | None, called: str) -> None:
    values = every_form(make_dossier(producer={"name": "Hộ Mẫu", "kind": kind}), PrivateData(), PROFILE)[form]
    assert f"Đề nghị {called} " in values["closing"]


def test_the_register_tells_day_and_issuer_of_the_decision_and_the_certificate() -> None:
    result = {
        "recognised": "có",
        "on": "2026-11-20",
        "star": "3",
        "decision": {"number": "11/QĐ-UBND", "issuer": "UBND tỉnh Mẫu"},
        "certificate": {"number": "02-VD", "issued_on": "2026-11-20"},
    }
    row = summarise(
        "mau",
        make_dossier(results=[result]),
        force(load_rulebook(), "26-2026", 14).decision,
        date(2026, 11, 27),
    )
    assert row.decision == "11/QĐ-UBND ngày 20/11/2026 của UBND tỉnh Mẫu"
    assert row.certificate == "02-VD"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("nhất trí 100%", "Nhất trí 100%."),
        ("HTX đã ngừng xay xát", "HTX đã ngừng xay xát."),
        ("Đã xong.", "Đã xong."),
        ("Đủ hồ sơ;", "Đủ hồ sơ."),
        ("Nói: “Được.”", "Nói: “Được.”"),
        ("Còn gì nữa?", "Còn gì nữa?"),
        ("", ""),
    ],
)
def test_typed_words_are_printed_as_a_sentence(typed: str, printed: str) -> None:
    assert as_sentence(typed) == printed


def test_free_words_are_sentences_wherever_they_are_printed(filled: dict[str, Values]) -> None:
    """The conclusion of the meeting and the reason of a choice were typed without capital and full stop."""
    assert filled["meeting-minutes"]["conclusion"] == "Nhất trí 100%."
    assert filled["selection-notice"]["chosen"][0]["reason"] == "Có vùng nguyên liệu."


def test_the_identity_tells_everything_with_the_story(filled: dict[str, Values]) -> None:
    identity = load_dossier(Sources(EXAMPLES), "sam-day").dossier.identity
    assert identity
    told = filled["evaluation-report"]["contents"][3]["description"]
    for part in (identity.culture, identity.knowledge, identity.experience, identity.method, identity.story):
        assert part
        assert part in told


def test_what_a_slip_notes_of_a_move_reads_as_sentences(filled: dict[str, Values]) -> None:
    notes = [row["note"] for row in filled["control-slip"]["items"] if row["note"]]
    assert "Lựa chọn. Có vùng trồng, có đầu ra, nhiều lao động địa phương." in notes
    assert all(note == as_sentence(note) for note in notes)


def test_a_list_that_goes_out_as_a_report_says_what_it_reports(filled: dict[str, Values]) -> None:
    for form in ("idea-list", "certified-register"):
        assert "Ủy ban nhân dân xã Xốp báo cáo danh sách như sau:" in list(
            text_lines(fill(form, filled[form]))
        )


def test_what_is_asked_of_a_producer_begins_with_a_capital(filled: dict[str, Values]) -> None:
    assert all(row["cure"] == upper_first(row["cure"]) for row in filled["completion-letter"]["items"])


def test_lines_that_are_sentences_end_as_sentences() -> None:
    assert as_list(["Phòng A: nhất trí", "Phòng B: không nhất trí"])[0] == "Phòng A: nhất trí;"
    answered = as_list(["Phòng A: nhất trí", "Phòng B: không nhất trí. Tiếp thu, giải trình: đã sửa"])
    assert answered[0] == "Phòng A: nhất trí."


def test_the_internal_sheet_gives_its_reasons_as_sentences(filled: dict[str, Values]) -> None:
    reasons = [row["reason"] for row in filled["commune-points"]["lines"] if row["reason"] != "–"]
    assert reasons
    assert all(reason == as_sentence(reason) for reason in reasons)


_OF_EVERY_COMMUNE = re.compile(
    r"(?i)cấp xã|hợp tác xã|mỗi xã|xã hội|công an xã|tại xã|ở xã|thị trường ngoài xã|xã Xốp"
)
"""Where the word speaks of the level, of something else, or in the words of the law and of the example."""


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


_SIGNED = (
    "evaluation-report",
    "request-letter",
    "request-official-letter",
    "meeting-invitation",
    "meeting-minutes",
    "selection-notice",
    "withdrawal-proposal",
    "commune-points",
    "inspection-checklist",
    "raising-letter",
    "self-assessment",
)


def test_no_paper_of_a_ward_calls_it_a_rural_commune() -> None:
    """Neither the values nor the template of what is signed for a phường say “xã” of it."""
    ward = make_profile(commune={"name": "Ví Dụ", "kind": "phường"})
    dossier = make_dossier(
        product={"set": "4"},
        materials=[{"name": "Mật ong", "share": "100", "origin": "commune"}],
        labour={"total": "4", "commune": "3", "district": "4", "province": "4"},
    )
    values = every_form(dossier, PrivateData(), ward)
    lines = {
        line: form
        for form in _SIGNED
        for line in [*_texts(values[form]), *text_lines(template_path(Path("none"), form).read_bytes())]
    }
    called = [
        f"{form}: {line}"
        for line, form in lines.items()
        if re.search(r"(?i)(?<!\w)xã(?!\w)", _OF_EVERY_COMMUNE.sub("", line))
    ]
    assert not called, "\n".join(called)
