"""``ocop meeting`` and ``ocop evaluate``: from the invitation to the report, and every refusal on the way."""

import json
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.commune_contents import CommuneContent
from ocop_cli.render.texts import text_lines
from ocop_cli.rules.pick import force
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.reading.sources import Sources
from support.dossiers import PERSON, dossier_yaml
from support.parts import to_yaml
from support.workspaces import write_workspace

OFFICE = {
    "officer": "Lê Thị Mẫu",
    "consulted": [{"name": "Phòng Văn hóa - Xã hội", "code": "VHXH"}, {"name": "Công an xã", "code": "CAX"}],
}
DOSSIER = dossier_yaml("""\
materials:
  - {name: Ngô nếp, share: 80, origin: commune, evidence: [giay]}  # bản làng
  - {name: Men lá, share: 20, origin: elsewhere}
labour: {total: 24, commune: 18, evidence: [giay]}
idea:
  narrative: Nấu rượu theo nếp nhà.
  choice: {option: missing, evidence: [giay]}
identity:
  story: Chuyện của bản.
  choice: {option: missing, evidence: [giay]}
history:
  - {stage: received, on: 2026-06-01}
""")
NAME = "dossiers/ruou-ngo.yaml"
CLOSING = (
    "--ends", "10:00", "--conclusion", "nhất trí",
    "--present", "Phòng Văn hóa - Xã hội", "--present", "Công an xã",
)  # fmt: skip
UNRELATED = {
    "title": "Họp",
    "on": "2026-06-09",
    "starts": "08:00",
    "place": "UBND xã",
    "chair": {"name": "A Mẫu", "title": "Chủ tịch"},
    "secretary": {"name": "Y Mẫu", "title": "Công chức"},
    "held": "có",
    "dossiers": ["khac"],
}
"""A meeting about another dossier."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_workspace(tmp_path, {"ruou-ngo": DOSSIER}, office=OFFICE)
    (root / "private").mkdir()
    (root / "private/ruou-ngo.yaml").write_text(to_yaml(PERSON), encoding="utf-8")
    return root


def ocop(root: Path, *words: str) -> int:
    return run(["-C", str(root), "--as-of", "2026-06-10", "--no-input", *words])


def levels(root: Path, content: CommuneContent) -> list[str]:
    criterion = force(load_rulebook(root), "26-2026", 14).product_set.content(content)
    assert criterion
    return [level.id for level in criterion.levels]


def choices(root: Path) -> list[str]:
    declared = {"--idea": CommuneContent.IDEA_ORIGIN, "--identity": CommuneContent.LOCAL_IDENTITY}
    words = []
    for option, content in declared.items():
        words += [option, levels(root, content)[-1], f"{option}-reason", "Theo hồ sơ và thực tế."]
    return words


def test_json_is_one_document_and_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / NAME).read_bytes()
    assert ocop(root, "evaluate", "ruou-ngo", "--json", *choices(root)) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "ocop/evaluation@1"
    assert [c["status"] for c in document["contents"]] == ["scored"] * 4
    assert "18/24 lao động là người trong xã, đạt 75%" in [c["reason"] for c in document["contents"]]
    assert (root / NAME).read_bytes() == before


def test_missing_facts_refuse_and_name_every_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (root / NAME).read_bytes()
    assert ocop(root, "evaluate", "ruou-ngo") == 1
    told = "".join(capsys.readouterr())
    assert "E013" in told
    assert "E014" in told
    assert (root / NAME).read_bytes() == before


def called(root: Path) -> str:
    """Call a meeting about the dossier and return its id."""
    invited = ("--on", "05/6/2026", "--starts", "08:00", "--place", "Hội trường UBND xã", "-y")
    assert ocop(root, "meeting", "invite", "ruou-ngo", *invited) == 0
    return "hop-2026-06-05"


def test_a_meeting_then_an_evaluation(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    meeting = called(root)
    heard = (
        "--unit",
        "Công an xã",
        "--content",
        "local_labour",
        "--stance",
        "agree",
        "--text",
        "Đúng danh sách.",
    )
    assert ocop(root, "meeting", "reply", meeting, "ruou-ngo", *heard) == 0
    attended = ("--present", "Phòng Văn hóa - Xã hội", "--absent", "Công an xã: đi công tác")
    closing = ("--ends", "10:00", "--conclusion", "Nhất trí.", *attended)
    assert ocop(root, "meeting", "hold", meeting, *closing) == 0
    assert ocop(root, "evaluate", "ruou-ngo", *choices(root)) == 0
    text = (root / NAME).read_text(encoding="utf-8")
    assert "# bản làng" in text
    assert "stage: evaluated" in text
    assert f"meeting: {meeting}" in text
    made = {path.name for path in (root / "documents" / "2026").glob("*.docx")}
    recorded = {f"{path.stem}.docx" for path in (root / "documents" / "2026").glob("*.yaml")}
    assert recorded == made
    assert {name for name in made if "opinion-sheet" not in name} == {
        f"{meeting}-meeting-invitation.docx",
        f"{meeting}-meeting-minutes.docx",
        "ruou-ngo-evaluation-report.docx",
        "ruou-ngo-commune-points.docx",
    }
    capsys.readouterr()
    assert ocop(root, "evaluate", "ruou-ngo", "--no-write") == 0


def test_an_unheld_meeting_carries_no_evaluation(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    invited = ("--on", "05/6/2026", "--starts", "08:00", "--place", "Hội trường UBND xã", "-y")
    assert ocop(root, "meeting", "invite", "ruou-ngo", *invited) == 0
    assert ocop(root, "evaluate", "ruou-ngo", "--meeting", "hop-2026-06-05", *choices(root)) == 1
    assert "E032" in "".join(capsys.readouterr())


def test_a_meeting_whose_file_is_wrong_is_not_said_to_be_missing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    invited = ("--on", "05/6/2026", "--starts", "08:00", "--place", "Hội trường UBND xã", "-y")
    assert ocop(root, "meeting", "invite", "ruou-ngo", *invited) == 0
    with (root / "programme/meetings/hop-2026-06-05.yaml").open("a", encoding="utf-8") as file:
        file.write("noi_hop: nhà rông\n")
    assert ocop(root, "evaluate", "ruou-ngo", "--meeting", "hop-2026-06-05", *choices(root)) == 1
    told = "".join(capsys.readouterr())
    assert "S002" in told
    assert "E031" not in told


def test_an_override_needs_its_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop(root, "evaluate", "ruou-ngo", "--override", "local_labour=below_25") == 2
    assert "--reason" in "".join(capsys.readouterr())


def test_an_override_is_kept_with_what_was_computed(root: Path) -> None:
    labour_levels = levels(root, CommuneContent.LOCAL_LABOUR)
    assert (
        ocop(
            root,
            "meeting",
            "invite",
            "ruou-ngo",
            "--on",
            "05/6/2026",
            "--starts",
            "08:00",
            "--place",
            "Xã",
            "-y",
        )
        == 0
    )
    attended = ("--present", "Phòng Văn hóa - Xã hội", "--present", "Công an xã")
    closing = ("--ends", "09:00", "--conclusion", "Nhất trí.", *attended)
    assert ocop(root, "meeting", "hold", "hop-2026-06-05", *closing) == 0
    own = ("--override", f"local_labour={labour_levels[0]}", "--reason", "Danh sách chưa xác minh.")
    assert ocop(root, "evaluate", "ruou-ngo", "--meeting", "hop-2026-06-05", *own, *choices(root)) == 0
    record = load_dossier(Sources(root), "ruou-ngo").dossier.evaluation
    assert record
    labour = next(c for c in record.contents if c.content.value == "local_labour")
    assert labour.option == labour_levels[0]
    assert labour.override
    assert labour.override.computed == labour_levels[-1]
    assert labour.override.reason == "Danh sách chưa xác minh."


def test_a_content_without_evidence_is_asked_for_and_named_by_an_option(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / NAME
    paper = "papers:\n  - {id: giay, kind: labour_list, title: Danh sách lao động}\n"
    file.write_text(
        paper + file.read_text(encoding="utf-8").replace("commune: 18, evidence: [giay]", "commune: 18"),
        encoding="utf-8",
    )
    assert ocop(root, "evaluate", "ruou-ngo", *choices(root)) == 1
    assert "Sử dụng lao động địa phương: chưa nêu minh chứng" in "".join(capsys.readouterr())
    named = ("--evidence", "local_labour=giay")
    assert ocop(root, "evaluate", "ruou-ngo", *named, *choices(root)) == 0
    assert load_dossier(Sources(root), "ruou-ngo").dossier.labour.evidence == ("giay",)  # type: ignore[union-attr]  # it has labour


def test_evidence_that_the_dossier_does_not_have_is_refused(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop(root, "evaluate", "ruou-ngo", "--evidence", "local_labour=khong-co") == 2
    assert "khong-co" in "".join(capsys.readouterr())


def test_the_report_asks_for_what_the_form_says_of_the_representative(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "private/ruou-ngo.yaml").unlink()
    assert ocop(root, "evaluate", "ruou-ngo", *choices(root)) == 1
    told = "".join(capsys.readouterr())
    assert "Chưa ghi giới tính, dân tộc, địa chỉ thường trú của người đại diện" in told
    assert "private/ruou-ngo.yaml" in told


def test_a_dissent_is_answered_by_the_chair_before_the_report(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    meeting = called(root)
    heard = (
        "--unit",
        "Công an xã",
        "--content",
        "local_labour",
        "--stance",
        "disagree",
        "--text",
        "17 người, không phải 18.",
    )
    assert ocop(root, "meeting", "reply", meeting, "ruou-ngo", *heard) == 0
    assert ocop(root, "meeting", "hold", meeting, *CLOSING) == 0
    assert "chưa có tiếp thu, giải trình" in "".join(capsys.readouterr())
    assert ocop(root, "evaluate", "ruou-ngo", *choices(root)) == 1
    assert "E034" in "".join(capsys.readouterr())
    answer = ("--response", "Công an xã: Đã đối chiếu danh sách, đủ 18 người.")
    assert ocop(root, "meeting", "hold", meeting, *CLOSING, *answer) == 0
    assert ocop(root, "evaluate", "ruou-ngo", *choices(root)) == 0
    shown = capsys.readouterr().out
    assert "sát ngưỡng: bớt 01 người thì thuộc mức" in " ".join(shown.split())
    report = (root / "documents/2026/ruou-ngo-evaluation-report.docx").read_bytes()
    lines = list(text_lines(report))
    told = "17 người, không phải 18. Tiếp thu, giải trình: Đã đối chiếu danh sách, đủ 18 người."
    assert any(told in line for line in lines)


def test_an_answer_to_nobody_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    invited = ("--on", "05/6/2026", "--starts", "08:00", "--place", "Hội trường UBND xã", "-y")
    assert ocop(root, "meeting", "invite", "ruou-ngo", *invited) == 0
    answer = ("--response", "Công an xã: Đã xem.")
    assert ocop(root, "meeting", "hold", "hop-2026-06-05", *CLOSING, *answer) == 2
    assert "không có ý kiến nào chờ trả lời" in "".join(capsys.readouterr())


def test_a_meeting_that_the_dossier_names_is_the_line_that_is_wrong(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """B20: what is wrong with the meeting is told at the line that names it."""
    assert ocop(root, "evaluate", "ruou-ngo", *choices(root)) == 0
    path = root / NAME
    before, by, after = path.read_text(encoding="utf-8").rpartition("    by: Lê Thị Mẫu\n")
    path.write_text(f"{before}{by}    meeting: hop-2026-06-09\n{after}", encoding="utf-8")
    (root / "programme/meetings").mkdir(parents=True, exist_ok=True)
    (root / "programme/meetings/hop-2026-06-09.yaml").write_text(
        to_yaml(UNRELATED),
        encoding="utf-8",
    )
    capsys.readouterr()
    assert ocop(root, "evaluate", "ruou-ngo") == 1
    number = 1 + path.read_text(encoding="utf-8").splitlines().index("    meeting: hop-2026-06-09")
    told = capsys.readouterr().err
    assert f"{NAME}:{number}:14  lỗi  E033" in told
