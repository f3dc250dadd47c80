"""``ocop verify`` of the papers that are made of several records: every such form, as the code knows them."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ocop_cli.app import run
from ocop_cli.documents.report_sections import NOT_ALLOTTED
from ocop_cli.store.dossier.dossiers import DOSSIER_FOLDER
from ocop_cli.store.papers.document_records import DocumentFile, list_documents, record_name
from ocop_cli.store.papers.forms import form_ids
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import DATA_PLACES, DataPlace
from ocop_cli.store.yaml.edit import Set, change_of
from ocop_cli.usecases.papers import remake, remake_many
from ocop_cli.usecases.verify.source_words import source_words
from ocop_cli.usecases.year.report import ReportKind
from support.whole import no_gap

Capture = pytest.CaptureFixture[str]
VERBS = [
    (
        "log",
        "cử cán bộ",
        "8/5",
        "nghiệp vụ OCOP",
        "1",
        "người",
        "người được cử: A Mẫu, Công chức, Phòng Kinh tế",
    ),
    ("log", "--letter", "1"),
    ("submit", "sam-day"),
    ("submit", "homestay", "--force", "--reason", "thử", "--by", "A Ví Dụ"),
    ("inspect", "homestay", "--member", "A Ví Dụ, Công chức"),
    *(("report", "--kind", kind.value) for kind in ReportKind),
    ("plan", "2027"),
    ("plan", "2026", "--kind", "xúc tiến thương mại"),
    ("plan", "2026", "--kind", "kinh phí"),
    ("inspect", "plan", "2026", "--from", "01/12/2026"),
    ("inspect", "team", "2026", "--member", "A Ví Dụ, Công chức"),
    ("meeting", "invite", "mat-ong", "--on", "3/12/2026", "--starts", "8:00", "--place", "Hội trường", "-y"),
]
COUNTED = {"summary-report": ("producer", "name")}
"""A fact that a form counts by; the others print the name of the product."""
NAMES_NO_PRODUCT = {"means-proposal", "nomination-letter", "inspection-team"}
SILENT = ("business", "technology")
"""A fact that no form over several records prints."""


def _made(root: Path) -> list[DocumentFile]:
    return [file for file in list_documents(Sources(root), no_gap) if file.record.made.records]


@pytest.fixture
def papers(fresh: Callable[[], Path]) -> tuple[Path, dict[str, DocumentFile]]:
    """One paper of every form that is made of several records."""
    root = fresh()
    profile = root / "ocop.yaml"
    text = profile.read_text(
        encoding="utf-8"
    )  # the letter of the demo is a tờ trình, the next one a công văn
    profile.write_text(text.replace("request_letter: to_trinh", "request_letter: cong_van"), encoding="utf-8")
    for words in VERBS:
        assert run(list(words)) in (0, 1), words
    return root, {file.record.form: file for file in _made(root)}


def _dossiers(file: DocumentFile) -> list[str]:
    return [name for name in file.record.made.records if name.startswith(f"{DOSSIER_FOLDER}/")]


def _state(root: Path, names: list[str], field: tuple[str, ...], words: str) -> dict[str, bytes]:
    """State a fact in some dossiers and return the files as they were."""
    own = [name for name in names if isinstance(Sources(root).load(name).data.get(field[0], {}), dict)]
    before = {name: (root / name).read_bytes() for name in own}  # of a shared producer no field stands here
    for name in own:
        (root / name).write_bytes(change_of(Sources(root).load(name), [Set(field, words)]).after or b"")
    return before


def _put_back(root: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (root / name).write_bytes(content)


@pytest.mark.parametrize("place", DATA_PLACES, ids=lambda place: place.path)
def test_a_data_file_of_every_kind_has_words(place: DataPlace) -> None:
    name = place.path if place.path.endswith(".yaml") else f"{place.path}/2026.yaml"
    assert source_words(name).endswith(f" {Path(name).stem}")


def test_an_act_logged_after_the_report_is_told(fresh: Callable[[], Path], capsys: Capture) -> None:
    fresh()
    spoken = ("log", "tuyên truyền", "12/3", "loa thôn Ví Dụ Một")
    assert run([*spoken, "120", "người"]) == 0
    assert run(["report"]) == 0
    assert run([*spoken, "90", "người"]) == 0
    capsys.readouterr()
    assert run(["verify"]) == 1
    assert "việc đã ghi năm 2026" in capsys.readouterr().out


def test_every_form_made_of_dossiers_can_be_made_again() -> None:
    known = [*remake._MAKERS, *remake_many._MAKERS, *remake.OF_THEIR_DAY]
    assert sorted(known) == sorted(form_ids())


def test_a_paper_over_several_records_tells_a_changed_printed_fact_and_no_other(
    papers: tuple[Path, dict[str, DocumentFile]], capsys: Capture
) -> None:
    root, files = papers
    assert set(files) == set(remake_many._MAKERS)
    for form, file in files.items():
        capsys.readouterr()
        assert run(["verify", file.document]) == 0, (form, capsys.readouterr().out)
        if form in NAMES_NO_PRODUCT:
            continue
        before = _state(root, _dossiers(file), SILENT, "Sấy bằng năng lượng mặt trời")
        assert run(["verify", file.document]) == 0, (form, capsys.readouterr().out)
        assert "không chạm chữ nào" in capsys.readouterr().out
        _put_back(root, before)
        field = COUNTED.get(form, ("product", "name"))
        before = _state(root, _dossiers(file), field, "Tên Đã Đổi")
        assert run(["verify", file.document]) == 1, form
        told = capsys.readouterr().out
        assert "lập lại hôm nay sẽ in khác" in told, (form, told)
        assert f"hồ sơ {Path(_dossiers(file)[0]).stem}" in told, (form, told)
        _put_back(root, before)


def test_verify_of_everything_is_silent_after_the_papers_were_made(
    papers: tuple[Path, dict[str, DocumentFile]], capsys: Capture
) -> None:
    root, _ = papers
    capsys.readouterr()
    run(["verify"])
    told = capsys.readouterr().out
    assert not [file.document for file in _made(root) if file.document in told], told
    report = next(file for file in _made(root) if file.record.form == "summary-report")
    (root / _dossiers(report)[0]).unlink()
    assert run(["verify"]) == 1
    assert report.document in capsys.readouterr().out


def test_a_dossier_of_a_request_that_is_gone_is_named(
    papers: tuple[Path, dict[str, DocumentFile]], capsys: Capture
) -> None:
    root, files = papers
    (root / "dossiers/sam-day.yaml").unlink()
    capsys.readouterr()
    assert run(["verify", files["request-letter"].document]) == 1
    assert "Hồ sơ sam-day không còn" in capsys.readouterr().out


def test_a_record_of_an_earlier_version_is_read_as_before(
    papers: tuple[Path, dict[str, DocumentFile]], capsys: Capture
) -> None:
    root, files = papers
    document = files["year-plan"].document
    path = root / record_name(document)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith("  records:"))
    end = next(n for n, line in enumerate(lines) if line.startswith("printed:"))
    path.write_text("".join(lines[:start] + lines[end:]), encoding="utf-8")
    capsys.readouterr()
    assert run(["verify", document]) == 0
    assert "không ghi đã lập từ hồ sơ nào" in capsys.readouterr().out


def test_a_sum_that_an_earlier_version_left_out_is_no_change(
    papers: tuple[Path, dict[str, DocumentFile]], capsys: Capture
) -> None:
    """0.8 printed nothing where this one prints that the sum is not allotted yet; what else changed is told."""
    root, files = papers
    report = files["summary-report"]
    path = root / record_name(report.document)
    text = path.read_text(encoding="utf-8")
    earlier, times = re.subn(rf"(?m)^  \S+:\n    text: {NOT_ALLOTTED}\n", "", text)
    assert times == 1
    path.write_text(earlier, encoding="utf-8")
    _state(root, _dossiers(report)[:1], ("producer", "name"), "HTX Mới")
    capsys.readouterr()
    run(["verify", report.document])
    told = capsys.readouterr().out
    assert "HTX Mới" in told
    assert NOT_ALLOTTED not in told
