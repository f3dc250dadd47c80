"""A name that is typed with its title or its kind is split, wherever it is typed, and printed once."""

from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.documents.frame import commune_name, place_name, province_name
from ocop_cli.store.dossiers import load_dossier
from ocop_cli.store.profile import load_workspace
from ocop_cli.store.sources import Sources
from ocop_cli.viet.names import split_kind, split_title
from support.profiles import make_profile

INIT = (
    "--commune", "xã Ia Tơ Ver", "--commune-code", "23356", "--province", "tỉnh Quảng Ngãi", "--province-code", "51",
    "--signer", "A Ví Dụ, Phó Chủ tịch", "--signer-mode", "KT",
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


def test_what_has_no_kind_or_title_stays() -> None:
    assert split_kind("Xãng", ("xã",)) == ("", "Xãng")
    assert split_kind("Xốp", ("xã", "phường")) == ("", "Xốp")
    assert split_title("Y Mẫu") == ("Y Mẫu", "")
