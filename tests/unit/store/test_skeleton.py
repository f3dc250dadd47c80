"""What register writes holds every field that people state: as a value, or as a comment that is read when it is one no more."""

import re
from datetime import date

import pytest

from ocop_cli.dossier.draft import draft_dossier
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import SCHEMA, PrivateData
from ocop_cli.store.built_in.packaged import load_field_map
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.workspace.new_files import dossier_text, private_text
from ocop_cli.store.yaml.edit import Set, edit
from ocop_cli.store.yaml.source import parse

ANSWERS = {"name": "Bánh lá", "producer": "HTX Mẫu", "track": "new", "registration": "first"}
FULL = {
    **ANSWERS,
    "kind": "household",
    "representative": "Y Mẫu, chủ hộ",
    "village": "Thôn Một",
    "idea": "Gói lá rừng.",
}


def new(answers: dict[str, str]) -> str:
    return dossier_text(draft_dossier(answers, "idea", date(2026, 11, 23), "Phòng Kinh tế"), "banh-la")


@pytest.mark.parametrize("answers", [ANSWERS, FULL], ids=["least", "full"])
def test_every_field_stands_in_a_new_dossier_and_reads_without_its_sign(answers: dict[str, str]) -> None:
    text = new(answers)
    assert read_record(parse(text.encode(), "dossiers/banh-la.yaml"), Dossier).record is not None
    bare = re.sub(r"^( *)# (?=[ ]*(?:- )?[a-z_]+:|[ ]*- )", r"\1", text, flags=re.MULTILINE)
    bare = bare.replace("yaml-language-server: $schema=../schemas/dossier.json\n", "", 1)
    loaded = read_record(parse(bare.encode(), "dossiers/banh-la.yaml"), Dossier)
    assert loaded.findings == ()
    told = [f for f in load_field_map() if not f.path.startswith(("private.", "producer.labour"))]
    missing = [
        f.path
        for f in told
        if f"# {f.name}\n" not in text and not re.search(rf"^ *{f.key}:", bare, re.MULTILINE)
    ]
    assert missing == []


def test_a_part_that_is_stated_later_is_written_and_the_comments_stay() -> None:
    source = parse(new(ANSWERS).encode(), "dossiers/banh-la.yaml")
    after = edit(source, [Set(("labour", "commune"), 9), Set(("producer", "address"), "Thôn Hai")])
    comments = [line for line in source.text.splitlines() if line.lstrip().startswith("#")]
    assert [line for line in after.text.splitlines() if line.lstrip().startswith("#")] == comments
    assert after.data["labour"] == {"commune": "9"}
    assert after.data["producer"]["address"] == "Thôn Hai"


def test_a_new_private_file_names_what_each_line_is_for() -> None:
    text = private_text()
    assert read_record(
        parse(text.encode(), "private/banh-la.yaml"), PrivateData
    ).record == PrivateData.model_validate({"schema": SCHEMA})
    assert "gender:   # Giới tính, ví dụ: Nữ" in text
