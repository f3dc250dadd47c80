"""The year of a commune, verb by verb, as an official would do it."""

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bagit
import docx
import pytest

from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.papers.document_records import load_numbers
from ocop_cli.store.reading.sources import Sources
from support.runs import runs
from support.sending import send
from support.whole import no_gap

Ocop = Callable[..., int]
Printed = Callable[[], Any]


def changed_lines(root: Path, name: str, before: str) -> list[str]:
    old, new = before.splitlines(), (root / name).read_text(encoding="utf-8").splitlines()
    return [line for line in new if line not in old]


def test_an_idea_becomes_a_dossier_with_its_slip(workspace: Path, ocop: Ocop) -> None:
    words = (
        "register",
        "--name",
        "Mắm cá suối",
        "--producer",
        "Hộ Mẫu",
        "--kind",
        "household",
        "--track",
        "new",
    )
    assert ocop(*words) == 0
    assert ocop(*words, "-y") == 0
    first, second = (
        load_dossier(Sources(workspace), name).dossier for name in ("mam-ca-suoi", "mam-ca-suoi-2")
    )
    assert first == second
    assert first.stage == "idea"
    assert (workspace / "private/mam-ca-suoi.yaml").is_file()
    assert (workspace / "documents/2026/mam-ca-suoi-idea-slip.docx").is_file()


def test_a_missing_answer_names_its_option(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("register", "--name", "Mắm") == 2
    assert "--producer" in capsys.readouterr().err


def test_a_move_only_adds_lines(workspace: Path, ocop: Ocop) -> None:
    before = (workspace / "dossiers/gao-do.yaml").read_text(encoding="utf-8")
    assert ocop("advance", "gạo đỏ", "--note", "đủ mẫu bao bì") == 0
    added = changed_lines(workspace, "dossiers/gao-do.yaml", before)
    assert [line.strip() for line in added] == [
        "- stage: preparing",
        "from: implementing",
        "on: 2026-11-23",
        "kind: advance",
        "note: đủ mẫu bao bì",
    ]
    assert (workspace / "dossiers/gao-do.yaml").read_text(encoding="utf-8").startswith(before.rstrip("\n"))


def test_receiving_a_dossier_starts_the_limit(workspace: Path, ocop: Ocop) -> None:
    assert ocop("advance", "ot-rung", "--to", "received") == 1
    with (workspace / "dossiers/ot-rung.yaml").open("a", encoding="utf-8") as file:
        file.write("samples:\n  units: 5\n")
    assert ocop("advance", "ot-rung", "--to", "received") == 0
    slip = load_dossier(Sources(workspace), "ot-rung").dossier.registration.slip
    assert slip is not None
    assert str(slip.received_on) == "2026-11-23"


def test_a_dry_run_writes_nothing(workspace: Path, ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    assert ocop("advance", "gao-do", "-n") == 0
    assert "Trạng thái: “Đang hoàn thiện hồ sơ”" in capsys.readouterr().out
    after = {
        path: path.read_bytes()
        for path in workspace.rglob("*")
        if path.is_file() and ".ocop" not in path.parts
    }
    assert after == before


def test_ideas_are_chosen_with_reasons_and_all_are_listed(
    workspace: Path, ocop: Ocop, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("select", "--choose", "lan-rung: có vườn giống") == 0
    assert load_dossier(Sources(workspace), "lan-rung").dossier.history[-1].reasons == ("có vườn giống",)
    capsys.readouterr()
    assert ocop("select", "--json") == 0
    assert {"lan-rung", "tra-day", "gao-do"} <= {row[0] for row in printed()["items"]}


def test_an_idea_is_not_chosen_and_declined_at_once(workspace: Path, ocop: Ocop) -> None:
    assert ocop("select", "--choose", "lan-rung: hay", "--decline", "lan-rung: dở") == 2
    assert load_dossier(Sources(workspace), "lan-rung").dossier.stage == "idea"


def test_an_unreadable_dossier_is_told_by_selection(workspace: Path, ocop: Ocop) -> None:
    (workspace / "dossiers/hong.yaml").write_text("product: {}\n", encoding="utf-8")
    assert ocop("select", "--choose", "hong: hay") == 3


def test_an_empty_reason_writes_nothing(workspace: Path, ocop: Ocop) -> None:
    before = (workspace / "dossiers/gao-do.yaml").read_bytes()
    assert ocop("return", "gao-do", "--reason", "  ") == 1
    assert (workspace / "dossiers/gao-do.yaml").read_bytes() == before


def test_a_closed_dossier_is_never_overdue(
    workspace: Path, ocop: Ocop, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("withdraw", "ot-rung", "--reason", "ngừng sản xuất") == 0
    capsys.readouterr()
    assert ocop("next", "ot-rung", "--json", "--as-of", "2027-01-01") == 0
    (step,) = printed()["items"]
    assert (step["due"], step["overdue"], step["missing"]) == (None, False, [])


def test_what_is_missing_stops_the_submission_all_at_once(ocop: Ocop, printed: Printed) -> None:
    assert ocop("submit", "homestay", "--json") == 1
    refusal = printed()
    assert refusal["schema"] == "ocop/error@1"
    assert {"F213", "F217"} <= {finding["code"] for finding in refusal["findings"]}
    assert all(finding["line"] for finding in refusal["findings"])


def test_from_evaluation_to_certificate(
    workspace: Path, ocop: Ocop, printed: Printed, tmp_path: Path
) -> None:
    assert ocop("evaluate", "sam-day") == 0
    send(ocop, workspace, "sam-day")
    bag = unpacked(workspace / "packages/ocop-23356-2026-01.zip", tmp_path)
    bag.validate()
    names = {name.removeprefix("data/") for name in bag.payload_entries()}
    assert {
        "01-van-ban-de-nghi.pdf",
        "02-danh-muc-ho-so.docx",
        "sam-day/bao-cao-danh-gia.pdf",
    } <= names
    assert sum(name.startswith("sam-day/giay-to/") for name in names) == 9
    dossier = load_dossier(Sources(workspace), "sam-day").dossier
    assert dossier.submission is not None
    assert dossier.submission.product_code == "51-23356-01-2026"
    assert ocop("submit", "sam-day") == 1
    assert (
        ocop("result", "sam-day", "--star", "4", "--score", "66,5", "--on", "23/11/2026", "--number", "1/QĐ")
        == 2
    )
    assert (
        ocop("result", "sam-day", "--star", "3", "--score", "66,5", "--on", "23/11/2026", "--number", "1/QĐ")
        == 0
    )
    assert load_dossier(Sources(workspace), "sam-day").dossier.stage == "certified"
    assert ocop("check") == 0


def unpacked(archive: Path, folder: Path) -> bagit.Bag:
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as opened:
        opened.extractall(folder)
    return bagit.Bag(str(folder / archive.stem))


def test_facts_that_change_after_the_evaluation_stop_the_submission(
    workspace: Path, ocop: Ocop, printed: Printed
) -> None:
    assert ocop("evaluate", "sam-day", "-q") == 0
    path = workspace / "dossiers/sam-day.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("commune: 18", "commune: 17"), encoding="utf-8")
    assert ocop("check", "sam-day", "-q") == 1
    assert ocop("submit", "sam-day") == 1


def test_a_dossier_that_contradicts_itself_is_not_sent(
    workspace: Path, ocop: Ocop, printed: Printed, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ocop("evaluate", "sam-day", "-q") == 0
    capsys.readouterr()
    path = workspace / "dossiers/sam-day.yaml"
    text = path.read_text(encoding="utf-8").replace("revenue: 392000000", "revenue: 300000000")
    path.write_text(text, encoding="utf-8")
    assert ocop("submit", "sam-day", "--json") == 1
    assert [finding["code"] for finding in printed()["findings"]] == ["D012"]


def test_a_forced_submission_records_who_and_why(workspace: Path, ocop: Ocop) -> None:
    assert (
        ocop(
            "submit",
            "gui-tre",
            "--force",
            "--yes",
            "--by",
            "A Xốp Mẫu",
            "--reason",
            "tỉnh đồng ý bổ sung sau",
        )
        == 0
    )
    submission = load_dossier(Sources(workspace), "gui-tre").dossier.prepared
    assert submission is not None
    assert submission.force is not None
    assert submission.force.by == "A Xốp Mẫu"
    assert submission.force.missing


def test_force_does_not_move_a_dossier_past_the_cycle(workspace: Path, ocop: Ocop, printed: Printed) -> None:
    before = (workspace / "dossiers/lan-rung.yaml").read_bytes()
    asked = ("--force", "--yes", "--by", "A Xốp Mẫu", "--reason", "tỉnh đồng ý")
    assert ocop("submit", "lan-rung", *asked, "--json") == 1
    assert "W003" in [finding["code"] for finding in printed()["findings"]]
    assert (workspace / "dossiers/lan-rung.yaml").read_bytes() == before
    assert not list(workspace.glob("packages/*"))


def test_re_ranking_appears_in_its_window(ocop: Ocop, printed: Printed) -> None:
    assert ocop("next", "mang-kho", "--json") == 0
    (step,) = printed()["items"]
    assert (step["action"], step["due"]) == ("nộp hồ sơ phân hạng lại", "2026-12-21")


def test_the_desk_sorts_every_open_dossier_once(ocop: Ocop, printed: Printed) -> None:
    assert ocop("--json") == 0
    desk = printed()
    listed = [
        step["dossier"] for bucket in ("overdue", "this_week", "waiting", "later") for step in desk[bucket]
    ]
    assert len(listed) == len(set(listed)) == 10
    assert [step["dossier"] for step in desk["this_week"]] == ["gui-tre"]


@pytest.mark.parametrize(
    ("warn_days", "title", "soon"),
    [("7", "Trong tuần này", {"gui-tre"}), ("8", "Trong 8 ngày tới", {"gui-tre", "sam-day"}), ("3", "Việc còn lại", {"gui-tre"}), ("30", "Trong 30 ngày tới", {"gui-tre", "sam-day", "homestay", "ot-rung", "mang-kho"})],
)  # fmt: skip
def test_the_setting_says_how_long_before_its_day_a_thing_is_shown_as_coming_due(
    warn_days: str,
    title: str,
    soon: set[str],
    ocop: Ocop,
    workspace: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    profile = workspace / "ocop.yaml"
    text = profile.read_text(encoding="utf-8").replace(
        "settings:\n", f"settings:\n  warn_days: {warn_days}\n"
    )
    profile.write_text(text, encoding="utf-8")
    assert ocop("--json") == 0
    assert {step["dossier"] for step in json.loads(capsys.readouterr().out)["this_week"]} == soon
    assert ocop("next", "--json") == 0
    items = json.loads(capsys.readouterr().out)["items"]
    assert {step["dossier"] for step in items if step["due_soon"]} == soon
    assert ocop() == 0
    assert title in capsys.readouterr().out.splitlines()


def test_reports_say_the_same_on_paper_and_as_json(workspace: Path, ocop: Ocop, printed: Printed) -> None:
    assert ocop("report", "--period", "2026", "--json") == 0
    rows = dict(row[:2] for row in printed()["tables"][0]["rows"])
    ended = sum(int(count) for name, count in rows.items() if name.startswith("Không còn theo dõi"))
    assert (rows["Tổng số hồ sơ đang theo dõi"], ended) == ("11", 2)
    for kind in ("periodic", "ideas", "certified"):
        assert ocop("report", "--kind", kind) == 0
    assert len(list((workspace / "documents/2026").glob("*.docx"))) == 3


def test_show_keeps_personal_data_back(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("show", "sam-day") == 0
    assert "09000000" not in capsys.readouterr().out
    assert ocop("show", "sam-day", "--internal") == 0
    assert "09000000" in capsys.readouterr().out


def test_show_tells_who_decided_to_send_an_incomplete_dossier(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "dossiers/ruou-ghe.yaml"
    forced = "  - force: {by: A Xốp Mẫu, on: 2026-10-01, reason: Kịp đợt, missing: [Phiếu kiểm nghiệm]}\n    "
    text = path.read_text(encoding="utf-8").replace("submissions:\n  - ", f"submissions:\n{forced}")
    path.write_text(text, encoding="utf-8")
    assert ocop("show", "ruou-ghe") == 0
    assert "A Xốp Mẫu quyết định: Kịp đợt (Phiếu kiểm nghiệm)" in capsys.readouterr().out


def test_show_names_the_former_district_where_the_profile_does(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "dossiers/gao-do.yaml"
    text = path.read_text(encoding="utf-8").replace("origin: commune", "origin: district")
    path.write_text(text, encoding="utf-8")
    assert ocop("show", "gao-do") == 0
    assert "Lúa đỏ 100%: trong địa bàn huyện cũ Đắk Glei" in capsys.readouterr().out
    (workspace / "ocop.yaml").write_text("schema: nothing\n", encoding="utf-8")
    assert ocop("show", "gao-do") == 0
    assert "Lúa đỏ 100%: trong địa bàn huyện cũ, " in capsys.readouterr().out


def test_personal_data_that_no_form_prints_are_read_and_named_but_never_shown(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (workspace / "private/sam-day.yaml").open("a", encoding="utf-8") as file:
        file.write("citizen_id: '000000000011'\nborn_on: khoảng 1980\n")
    assert ocop("show", "sam-day", "--internal") == 0
    shown = capsys.readouterr().out
    assert "09000000" in shown
    assert not any(text in shown for text in ("000000000011", "1980", "căn cước"))
    assert ocop("check", "sam-day") == 0
    said = capsys.readouterr().out
    assert "private/sam-day.yaml:9:1  gợi ý  P021  Không cần giữ mục citizen_id (Số căn cước)" in said
    assert "private/sam-day.yaml:10:1  gợi ý  P021  Không cần giữ mục born_on (Ngày sinh)" in said
    assert not any(text in said for text in ("000000000011", "1980"))


def test_a_new_file_asks_for_no_personal_data_that_no_form_prints(ocop: Ocop, workspace: Path) -> None:
    assert ocop("register", "--name", "Bánh lá", "--producer", "Hộ Mẫu", "--kind", "household") == 0
    since, *asked = (workspace / "private/banh-la.yaml").read_text(encoding="utf-8").splitlines()[3:]
    assert since == "held_since: 2026-11-23"
    keys = [line.partition(":")[0] for line in asked]  # an example follows each, as a comment
    assert keys == ["gender", "ethnicity", "permanent_address", "phone", "email"]
    assert all(line.partition(":")[2].strip().startswith("#") for line in asked)


def test_a_file_of_personal_data_with_an_error_is_found(ocop: Ocop, workspace: Path) -> None:
    (workspace / "private/sam-day.yaml").write_text("phone_number: 0900000011\n", encoding="utf-8")
    assert ocop("check", "sam-day") == 1


def test_an_ambiguous_name_lists_the_candidates(ocop: Ocop, capsys: pytest.CaptureFixture[str]) -> None:
    assert ocop("show", "xop") == 2
    assert "gao-do (Gạo đỏ Xốp)" in capsys.readouterr().err


def test_documents_go_where_out_says_but_never_outside(workspace: Path, ocop: Ocop) -> None:
    assert ocop("report", "--kind", "certified", "-o", "nop/so.docx") == 0
    assert (workspace / "nop/so.docx").is_file()
    assert ocop("report", "--kind", "certified", "-o", "../so.docx") == 2


PROFILE = ("--commune", "Ví Dụ", "--commune-code", "00001", "--province", "Mẫu", "--signer", "A Văn Mẫu")


def test_a_document_edited_in_word_is_never_written_over(workspace: Path, ocop: Ocop) -> None:
    assert ocop("evaluate", "sam-day") == 0
    report = workspace / "documents/2026/sam-day-evaluation-report.docx"
    document = docx.Document(str(report))
    document.add_paragraph("Công chức viết thêm câu này.")
    document.save(str(report))
    edited = report.read_bytes()
    assert ocop("evaluate", "sam-day") == 0
    assert report.read_bytes() == edited
    beside = "documents/2026/sam-day-evaluation-report-2.docx"
    assert (workspace / beside).is_file()
    evaluation = load_dossier(Sources(workspace), "sam-day").dossier.evaluation
    assert evaluation is not None
    assert evaluation.report is not None
    assert evaluation.report.file == beside


def test_a_new_workspace_is_valid_and_never_overwritten(tmp_path: Path, ocop: Ocop) -> None:
    root = str(tmp_path / "moi")
    assert ocop("init", root, *PROFILE, "--province-code", "99") == 0
    assert ocop("-C", root, "check") == 0
    assert ocop("init", root, *PROFILE, "--province-code", "99") == 2


def test_private_data_stay_out_of_git_even_where_a_gitignore_was_before(tmp_path: Path, ocop: Ocop) -> None:
    root = tmp_path / "moi"
    root.mkdir()
    (root / ".gitignore").write_text("*.bak\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    assert ocop("init", str(root), *PROFILE, "--province-code", "99") == 0
    words = (
        "register",
        "--name",
        "Bánh lá",
        "--producer",
        "HTX Mẫu",
        "--kind",
        "household",
        "--track",
        "new",
    )
    assert ocop("-C", str(root), *words) == 0
    seen = ("ls-files", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(
        ["git", *seen], cwd=root, check=True, capture_output=True, text=True
    ).stdout.split()
    assert "dossiers/banh-la.yaml" in listed
    assert not [name for name in listed if name.startswith(("private/", ".ocop/"))]


def test_a_wrong_profile_is_refused_and_nothing_is_written(tmp_path: Path, ocop: Ocop) -> None:
    assert ocop("init", str(tmp_path / "sai"), *PROFILE, "--province-code", "9") == 2
    assert not (tmp_path / "sai").exists()


EDIT = """
import sys
from ocop_cli.app import run
from ocop_cli.store.files import lock
lock.WAITS = ((300, 0.005),)  # that a busy machine is slow is no lost edit
root, writer, edits = sys.argv[1:]
words = ["-C", root, "--as-of", "2026-11-23", "-q", "docs", "other", "--symbol", "BC-UBND", "--void", "thử"]
sys.exit(max(run([*words, "--number", str(int(writer) * 100 + n + 1)]) for n in range(int(edits))))
"""


def test_verbs_in_eight_processes_lose_no_edit(workspace: Path) -> None:
    edits = runs(5, 50)
    program = [sys.executable, "-c", EDIT, str(workspace)]
    writers = [subprocess.Popen([*program, str(n), str(edits)]) for n in range(8)]
    assert [writer.wait() for writer in writers] == [0] * 8
    assert len(load_numbers(Sources(workspace), no_gap, 2026).others) == 8 * edits
