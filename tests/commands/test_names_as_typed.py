"""A name that is typed with its title or its kind is split, wherever it is typed, and printed once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from ocop_cli.app import run
from ocop_cli.checks.alone import names_with_words
from ocop_cli.documents.frame import commune_name, place_name, province_name
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.producer import ProducerRecord
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.meeting import Meeting
from ocop_cli.programme.profile import Profile, Signer
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.programme.profile import load_workspace
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.fields import Record
from ocop_cli.viet.leaves import marks_of
from ocop_cli.viet.name_fields import Alone
from ocop_cli.viet.names import TITLES, split_kind, split_title
from support.dossiers import make_dossier
from support.profiles import make_profile

INIT = (
    "--commune", "xã Ia Tơ Ver", "--commune-code", "23356", "--province", "tỉnh Quảng Ngãi", "--province-code", "51",
    "--signer", "A Ví Dụ, Phó Chủ tịch UBND xã", "--signer-mode", "KT",
)  # fmt: skip


def test_a_commune_typed_with_its_kind_is_printed_with_it_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "xa"
    assert run(["--no-input", "init", str(root), *INIT, "--place", "xã Ia Tơ Ver"]) == 0
    assert "Ghi tên “Ia Tơ Ver”, loại đơn vị “xã”" in "".join(capsys.readouterr())
    profile = load_workspace(Sources(root)).profile
    assert (profile.commune.name, profile.commune.kind, profile.commune.place) == (
        "Ia Tơ Ver",
        "xã",
        "Ia Tơ Ver",
    )
    assert (profile.province.name, profile.province.kind) == ("Quảng Ngãi", "tỉnh")
    assert (profile.signers.committee.name, profile.signers.committee.title) == ("A Ví Dụ", "Phó Chủ tịch")


def test_a_representative_typed_with_a_title_has_both(workspace: Path) -> None:
    typed = ("--name", "Rượu cần Mẫu", "--producer", "Hộ Ksor", "--kind", "household", "--track", "new")
    person = ("--registration", "first", "--representative", "Ksor H'Lớp, chủ hộ")
    assert run(["-C", str(workspace), "--no-input", "register", *typed, *person]) == 0
    representative = load_dossier(Sources(workspace), "ruou-can-mau").dossier.producer.representative
    assert representative
    assert (representative.name, representative.title) == ("Ksor H'Lớp", "Chủ hộ")


def test_a_file_that_has_the_kind_in_the_name_prints_it_once() -> None:
    profile = make_profile(
        commune={"name": "xã Ia Tơ Ver", "place": "Xã Ia Tơ Ver"}, province={"name": "tỉnh Gia Lai"}
    )
    assert (commune_name(profile), place_name(profile)) == ("xã Ia Tơ Ver", "Ia Tơ Ver")
    assert province_name(profile) == "tỉnh Gia Lai"


def test_a_place_of_a_person_or_a_number_is_printed_with_its_kind() -> None:
    """The decree asks for the full name; that a name is a person's only the commune can tell."""
    person = make_profile(
        commune={"name": "Điện Biên Phủ", "kind": "phường", "place": "Điện Biên Phủ", "full_place": "có"}
    )
    number = make_profile(commune={"name": "5", "kind": "phường", "place": "Phường 5"})
    assert (place_name(person), place_name(number)) == ("Phường Điện Biên Phủ", "Phường 5")


def test_what_has_no_kind_or_title_stays() -> None:
    assert split_kind("Xãng", ("xã",)) == ("", "Xãng")
    assert split_kind("Xốp", ("xã", "phường")) == ("", "Xốp")
    assert split_title("Y Mẫu") == ("Y Mẫu", "")
    assert split_title("Ông Mẫu") == ("Ông Mẫu", "")
    assert split_title("Chủ tịch") == ("Chủ tịch", "")


@pytest.mark.parametrize("title", TITLES)
def test_a_title_before_the_name_is_known(title: str) -> None:
    assert split_title(f"{title.lower()} Y Mẫu") == ("Y Mẫu", title)
    assert split_title(f"{title} Y Mẫu, người ký thay") == ("Y Mẫu", "Người ký thay")


FREE = {
    "Unit.name": "the whole name of a unit: no word of its own is printed beside it",
    "Holiday.name": "of a day",
    "ReportDay.name": "of a report, in words",
    "Material.name": "of what a product is made of",
    "Material.place": "a place in words",
    "Material.supplier": "a person, a household or a firm",
    "Producer.name": "the whole registered name, kind included",
    "ProducerRecord.name": "the whole registered name, kind included",
    "Producer.village": "named with its kind, as the commune's list has it",
    "ProducerRecord.village": "named with its kind, as the commune's list has it",
    "Meeting.place": "where a meeting is held, in words",
    "Photo.name": "of a file, as it lay where it came from",
    "Inspection.place": "where an inspection is held, in words",
    "Participant.unit": "see test_unit_names",
    "Opinion.unit": "see test_unit_names",
    "Office.unit": "a part of its own",
    "Signers.unit": "a part of its own",
    "RegistrationSlip.received_by": "a person or an office, in words",
}
"""Names that stand on paper as they are typed, each with the reason."""
_ASKED = ("name", "place", "officer", "village", "former_district", "supplier", "unit", "received_by")
_TITLED = ("title", "head_title")


def records_in(model: type[Record], seen: set[type[Record]]) -> set[type[Record]]:
    """Collect a record and every record in it."""
    if model in seen:
        return seen
    seen.add(model)
    for info in model.model_fields.values():
        for part in _parts(info.annotation):
            if isinstance(part, type) and issubclass(part, Record):
                records_in(part, seen)
    return seen


def _parts(annotation: object) -> Iterator[object]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def test_every_name_and_place_of_the_models_is_checked_or_known_to_be_free() -> None:
    models: set[type[Record]] = set()
    for model in (Profile, Dossier, ProducerRecord, Meeting, Inspection):
        records_in(model, models)
    fields = {
        f"{model.__name__}.{name}": (*info.metadata, *marks_of(info.annotation))
        for model in models
        for name, info in model.model_fields.items()
        if name in _ASKED or (name in _TITLED and model is Signer)
    }
    unhandled = {name for name, marks in fields.items() if not any(isinstance(mark, Alone) for mark in marks)}
    assert unhandled - FREE.keys() == set()
    assert FREE.keys() <= unhandled, "a name that is no longer free"


@pytest.mark.parametrize(
    ("parts", "field", "name"),
    [
        ({"commune": {"name": "xã Ia Tơ Ver"}}, ("commune", "name"), "Ia Tơ Ver"),
        ({"commune": {"former_district": "Huyện Đắk Glei"}}, ("commune", "former_district"), "Đắk Glei"),
        ({"province": {"name": "tỉnh Gia Lai"}}, ("province", "name"), "Gia Lai"),
        ({"office": {"officer": "Y Mẫu, Công chức"}}, ("office", "officer"), "Y Mẫu"),
        ({"signers": {"committee": {"name": "Chủ tịch A Mẫu", "title": "Chủ tịch"}}}, ("signers", "committee", "name"), "A Mẫu"),
        ({"signers": {"committee": {"name": "A Mẫu", "title": "Chủ tịch UBND xã"}}}, ("signers", "committee", "title"), "Chủ tịch"),
    ],
)  # fmt: skip
def test_check_tells_a_name_of_the_profile_that_holds_more(
    parts: dict[str, Any], field: tuple[str, ...], name: str
) -> None:
    (found,) = names_with_words("ocop.yaml", make_profile(**parts))
    assert (found.place.field, found.hint) == (field, f"chỉ ghi “{name}”")


def test_check_tells_a_name_of_a_dossier_that_holds_more() -> None:
    dossier = make_dossier(
        product={"name": "Sản phẩm Rượu ngô"}, producer={"representative": {"name": "Ksor H'Lớp, chủ hộ"}}
    )
    found = {finding.place.field: finding.hint for finding in names_with_words("x", dossier)}
    assert found == {
        ("product", "name"): "chỉ ghi “Rượu ngô”",
        ("producer", "representative", "name"): "chỉ ghi “Ksor H'Lớp”",
    }


def test_the_officer_is_kept_without_the_title(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--no-input", "init", str(tmp_path / "xa"), *INIT, "--officer", "Y Mẫu, công chức"]) == 0
    assert "Ghi tên “Y Mẫu”; chức vụ “Công chức” không ghi ở mục này." in "".join(capsys.readouterr())
    assert load_workspace(Sources(tmp_path / "xa")).profile.office.officer == "Y Mẫu"


def test_no_is_no_name_of_a_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--no-input", "init", str(tmp_path / "xa"), *INIT, "--place"]
    assert run([*words, "không"]) == 2
    assert "“không” không phải là tên." in capsys.readouterr().err
    assert not (tmp_path / "xa").exists()
    assert run([*words, "Không Tên"]) == 0


@pytest.mark.parametrize(
    ("typed", "kept", "told"),
    [
        ("vi du mot", "thôn Ví Dụ Một", "Ghi “thôn Ví Dụ Một” cho “vi du mot”."),
        ("thôn Mới", "thôn Mới", "“thôn Mới” không có trong danh sách thôn của xã"),
    ],
)
def test_a_village_is_known_however_it_is_typed(
    workspace: Path, typed: str, kept: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--name", "Rượu cần Mẫu", "--producer", "Hộ Ksor", "--kind", "household", "--track", "new")
    assert (
        run(
            [
                "-C",
                str(workspace),
                "--no-input",
                "register",
                *words,
                "--registration",
                "first",
                "--village",
                typed,
            ]
        )
        == 0
    )
    assert told in "".join(capsys.readouterr())
    assert load_dossier(Sources(workspace), "ruou-can-mau").dossier.producer.village == kept
