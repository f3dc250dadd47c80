"""The example workspace, and the year that the demo plays on it."""

from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from ocop_cli.store.built_in.resources import resource_root
from ocop_cli.store.files.disk import write_new_folder
from ocop_cli.store.workspace.new_files import ignored_by_git

_REPORT = "documents/2026/sam-day-evaluation-report.docx"
_LETTER = "documents/2026/de-nghi-01-request-letter.docx"
_SECOND_REPORT = "documents/2026/sam-day-lan-2-evaluation-report.docx"
_SECOND_LETTER = "documents/2026/de-nghi-01-lan-2-request-letter.docx"
_SCANS = "papers/ban-ky"
_WAY = ("--way", "Trục liên thông văn bản", "--to", "UBND tỉnh Quảng Ngãi")
_SCHEMA_LINKS = (
    ("../../../schemas/", "../../schemas/"),
    ("../../schemas/", "../schemas/"),
    ("../schemas/", "schemas/"),
)


class Step(NamedTuple):
    """One step of the demo: what happens, on which day, by which command."""

    says: str
    on: str
    words: tuple[str, ...]


class Played(NamedTuple):
    """How a step went: its exit status, what it printed on stdout and on stderr."""

    status: int
    said: str
    complained: str


STEPS: tuple[Step, ...] = (
    Step(
        "Nhận một ý tưởng mới",
        "2026-11-23",
        (
            "register", "--name", "Bánh củ mì nướng", "--producer", "HTX Bánh Ví Dụ", "--kind", "cooperative",
            "--representative", "Y Bánh Mẫu", "--set", "6", "--track", "new", "--star", "3",
            "--idea", "Bánh nướng từ củ mì trồng trên nương, ăn vào mùa mưa.",
        ),
    ),
    Step(
        "Lựa chọn ý tưởng của đợt",
        "2026-11-24",
        (
            "select", "--year", "2026", "--choose", "banh-cu-mi-nuong: nguyên liệu sẵn, có người làm",
            "--decline", "lan-rung: chưa rõ nguồn cây giống, làm lại đợt sau",
        ),
    ),
    Step("Chuyển ý tưởng sang lập phương án", "2026-11-25", ("advance", "banh-cu-mi-nuong")),
    Step("Xem việc tiếp theo của từng hồ sơ", "2026-11-25", ("next",)),
    Step(
        "Mời họp lấy ý kiến",
        "2026-11-25",
        (
            "meeting", "invite", "sam-day", "homestay", "--on", "27/11/2026", "--starts", "08:00",
            "--place", "Phòng họp UBND xã", "--chair", "A Xốp Mẫu, Chủ tịch UBND xã",
            "--secretary", "Y Ví Dụ Hai, Công chức Phòng Kinh tế", "--producers",
        ),
    ),
    Step(
        "Ghi ý kiến của một đơn vị",
        "2026-11-27",
        (
            "meeting", "reply", "hop-2026-11-27", "sam-day", "--unit", "Phòng Văn hóa - Xã hội",
            "--content", "local_identity", "--stance", "agree", "--text", "Câu chuyện đúng với tập quán của làng.",
        ),
    ),
    Step(
        "Ghi ý kiến không nhất trí về một con số",
        "2026-11-27",
        (
            "meeting", "reply", "hop-2026-11-27", "sam-day", "--unit", "Văn phòng HĐND và UBND",
            "--content", "local_labour", "--stance", "disagree",
            "--text", "Danh sách lao động có 17 người trong xã, không phải 18 người.",
        ),
    ),
    Step(
        "Ghi biên bản họp",
        "2026-11-27",
        (
            "meeting", "hold", "hop-2026-11-27", "--ends", "10:30",
            "--conclusion", "Nhất trí nội dung đánh giá. Phòng Kinh tế đã đối chiếu danh sách lao động với dữ liệu cư trú: 18 người trong xã; giữ số liệu.",
            "--present", "Phòng Văn hóa - Xã hội: Y Văn Mẫu, Phó Trưởng phòng",
            "--response", "Văn phòng HĐND và UBND: đã đối chiếu với dữ liệu cư trú, 18 người trong xã; giữ số liệu.",
            "--present", "Văn phòng HĐND và UBND", "--absent", "Ủy ban MTTQ Việt Nam xã: dự hội nghị của tỉnh",
            "--present", "HTX Dược liệu Ví Dụ: Y Sâm Mẫu, Giám đốc", "--absent", "homestay: đón khách",
        ),
    ),
    Step("Đánh giá sâm dây", "2026-11-27", ("evaluate", "sam-day", "--meeting", "hop-2026-11-27")),
    Step("Đánh giá dịch vụ du lịch (bộ 26)", "2026-11-27", ("evaluate", "homestay", "--meeting", "hop-2026-11-27")),
    Step("Văn thư cấp số báo cáo", "2026-11-27", ("docs", "number", _REPORT, "--number", "31")),
    Step("Kiểm tra thể thức báo cáo", "2026-11-27", ("lint", _REPORT)),
    Step("Hỏi một con số trên báo cáo lấy từ đâu", "2026-11-27", ("why", _REPORT, "75%")),
    Step("Chấm theo bộ tiêu chí của tỉnh, in phiếu", "2026-11-28", ("score", "sam-day", "--print")),
    Step("Tìm cách lên 4 sao", "2026-11-28", ("advise", "sam-day", "--to", "4")),
    Step("Lập bộ hồ sơ gửi tỉnh: bản dự thảo", "2026-11-30", ("submit", "sam-day")),
    Step("Văn thư cấp số tờ trình", "2026-11-30", ("docs", "number", _LETTER, "--number", "12")),
    Step("Đính kèm bản ký của tờ trình", "2026-11-30", ("docs", "sign", _LETTER, "--scan", f"{_SCANS}/to-trinh-sam-day.pdf")),
    Step("Đính kèm bản ký của báo cáo", "2026-11-30", ("docs", "sign", _REPORT, "--scan", f"{_SCANS}/bao-cao-sam-day.pdf")),
    Step("Lập gói hồ sơ từ bản đã ký", "2026-11-30", ("submit", "sam-day")),
    Step("Ghi việc gửi cấp tỉnh", "2026-12-01", ("send", "sam-day", *_WAY)),
    Step(
        "Cấp tỉnh trả hồ sơ",
        "2026-12-04",
        (
            "return", "sam-day", "--on", "03/12/2026", "--reason", "Bổ sung ảnh vùng trồng sâm dây",
            "--document", "Công văn số 5/SNNMT-PTNT (ví dụ) ngày 02/12/2026 của Sở Nông nghiệp và Môi trường về việc bổ sung hồ sơ sản phẩm OCOP",
        ),
    ),
    Step("Chủ thể nộp lại, xã nhận", "2026-12-07", ("advance", "sam-day", "--to", "received", "--note", "Đã bổ sung ảnh vùng trồng")),
    Step("Đánh giá lại sâm dây", "2026-12-08", ("evaluate", "sam-day")),
    Step("Lập lại bộ hồ sơ, giữ mã số sản phẩm", "2026-12-08", ("submit", "sam-day")),
    Step("Văn thư cấp số báo cáo mới", "2026-12-08", ("docs", "number", _SECOND_REPORT, "--number", "33")),
    Step("Văn thư cấp số tờ trình mới", "2026-12-08", ("docs", "number", _SECOND_LETTER, "--number", "13")),
    Step("Đính kèm bản ký của báo cáo mới", "2026-12-08", ("docs", "sign", _SECOND_REPORT, "--scan", f"{_SCANS}/bao-cao-sam-day-lan-2.pdf")),
    Step("Đính kèm bản ký của tờ trình mới", "2026-12-08", ("docs", "sign", _SECOND_LETTER, "--scan", f"{_SCANS}/to-trinh-sam-day-lan-2.pdf")),
    Step("Lập gói hồ sơ từ bản đã ký", "2026-12-08", ("submit", "sam-day")),
    Step("Ghi việc gửi cấp tỉnh lần hai", "2026-12-09", ("send", "sam-day", *_WAY)),
    Step("Xem hồ sơ: hai lần đánh giá, hai lần gửi", "2026-12-09", ("show", "sam-day")),
    Step(
        "Ghi kết quả của tỉnh",
        "2026-12-28",
        (
            "result", "sam-day", "--star", "3", "--score", "66,5", "--on", "25/12/2026",
            "--number", "11/QĐ-UBND (ví dụ)", "--issuer", "UBND tỉnh Quảng Ngãi", "--certificate", "02-VD",
        ),
    ),
    Step("Báo cáo năm", "2026-12-31", ("report", "--period", "2026")),
    Step("Danh sách ý tưởng, sản phẩm", "2026-12-31", ("report", "--kind", "ideas", "--period", "2026")),
    Step("Sổ sản phẩm được công nhận", "2026-12-31", ("report", "--kind", "certified", "--period", "2026")),
    Step("Kế hoạch năm sau", "2026-12-31", ("plan", "2027")),
    Step("Sổ văn bản của năm", "2026-12-31", ("docs", "list")),
    Step("Kiểm tra toàn bộ thư mục", "2026-12-31", ("check",)),
)  # fmt: skip


def free_folder(parent: Path) -> Path:
    """Return a folder name under ``parent`` that is not taken: ``ocop-demo``, ``ocop-demo-2``…"""
    names = (parent / f"ocop-demo{f'-{number}' if number > 1 else ''}" for number in range(1, 10_000))
    return next(path for path in names if not path.exists())


def copy_example(target: Path) -> None:
    """Copy the example workspace, with the schemas its files point to."""
    source = resource_root()
    files = {
        **_files_under(source / "examples"),
        **{f"schemas/{name}": content for name, content in _files_under(source / "schemas").items()},
        ".gitignore": ignored_by_git().encode(),
    }
    write_new_folder(target, files)


def play(step: Step, root: Path, run_line: Callable[[list[str]], int]) -> Played:
    """Run the command line of a step in this process, in the folder and on its day, with what it prints caught.

    Never by starting this program again: how it was started (a script, a bundle, an archive) cannot be known.
    """
    with chdir(root), redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()) as complained:
        status = run_line(["-C", str(root), "--as-of", step.on, "--no-input", *step.words])
    return Played(status, said.getvalue(), complained.getvalue())


def list_documents(root: Path) -> list[str]:
    """Return the documents and packages of a workspace, relative to it."""
    found = [*root.glob("documents/**/*.docx"), *root.glob("packages/*.zip")]
    return sorted(path.relative_to(root).as_posix() for path in found)


def _files_under(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder, by its path in it; YAML files link to the schemas beside them."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        name: _with_own_schema_link(path) for name, path in found.items() if not name.startswith(".ocop/")
    }


def _with_own_schema_link(path: Path) -> bytes:
    """Return a file's content; the schema link of a YAML file points to the workspace's own schemas."""
    if path.suffix != ".yaml":
        return path.read_bytes()
    text = path.read_text(encoding="utf-8")
    first, newline, rest = text.partition("\n")
    for outside, inside in _SCHEMA_LINKS:
        if outside in first:
            return (first.replace(outside, inside) + newline + rest).encode()
    return text.encode()
