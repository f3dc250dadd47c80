"""Names of a workspace's files that are ids: which are taken, and which do not work on every system."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.form import ids_of_form
from ocop_cli.store.dossier.dossiers import DOSSIER_FOLDER, PRIVATE_FOLDER, list_ids
from ocop_cli.store.dossier.producers import PRODUCER_FOLDER
from ocop_cli.store.papers.document_records import NUMBER_FOLDER
from ocop_cli.store.papers.forms import TEMPLATE_FOLDER, form_ids
from ocop_cli.store.programme.inspection_files import INSPECTION_FOLDER
from ocop_cli.store.programme.inspection_programmes import INSPECTION_PROGRAMME_FOLDER
from ocop_cli.store.programme.meetings import MEETING_FOLDER
from ocop_cli.store.programme.plans import PLAN_FOLDER
from ocop_cli.store.programme.report_words import REPORT_FOLDER
from ocop_cli.store.programme.year_log import LOG_FOLDER
from ocop_cli.store.workspace.data_files import data_files, data_stems, is_year, stands_for_folder
from ocop_cli.viet.ids import free_id, is_id
from ocop_cli.viet.text import clean, slug

_BY_YEAR = (PLAN_FOLDER, LOG_FOLDER, INSPECTION_PROGRAMME_FOLDER, NUMBER_FOLDER)
_WHY_ID = "máy Windows không mở được tệp tên con, aux…; tên có dấu dễ hỏng khi chép, gửi"
_WHY_UNREAD = "tệp đặt tên khác thì không được đọc"


def taken_ids(root: Path) -> list[str]:
    """Return the ids that a new dossier may not have: those of dossiers and of personal data that were kept."""
    return [*list_ids(root), *data_stems(root / PRIVATE_FOLDER)]


def id_findings(root: Path) -> list[Finding]:
    """Return a finding for every file whose name is no id, year or form: what it is called, and what it should be."""
    return [*_no_ids(root), *_no_years(root), *_no_forms(root)]


def _no_ids(root: Path) -> Iterator[Finding]:
    dossiers = data_stems(root / DOSSIER_FOLDER)
    yield from _renamed(DOSSIER_FOLDER, dossiers, " (cả tệp cùng tên trong private/)")
    yield from _renamed(
        PRIVATE_FOLDER, [stem for stem in data_stems(root / PRIVATE_FOLDER) if stem not in dossiers]
    )
    for folder in (PRODUCER_FOLDER, MEETING_FOLDER, INSPECTION_FOLDER, REPORT_FOLDER):
        yield from _renamed(folder, data_stems(root / folder))


def _renamed(folder: str, stems: Sequence[str], beside: str = "") -> Iterator[Finding]:
    for stem in stems:
        if not is_id(stem):
            better = free_id(slug(stem) or "tep", [other for other in stems if other != stem])
            message = f"Tên tệp “{clean(stem)}” không dùng được trên mọi máy"
            hint = f"đổi tên tệp thành {better}.yaml{beside}, rồi sửa mã ở những tệp nhắc đến"
            yield _finding(f"{folder}/{stem}.yaml", message, _WHY_ID, hint)


def _no_years(root: Path) -> Iterator[Finding]:
    for folder in _BY_YEAR:
        for path in data_files(root / folder):
            if not (is_year(path.stem) or stands_for_folder(path)):
                yield _finding(
                    f"{folder}/{path.name}",
                    f"Tên tệp “{clean(path.stem)}” không phải là năm",
                    _WHY_UNREAD,
                    "đổi tên thành năm, ví dụ 2026.yaml",
                )


def _no_forms(root: Path) -> Iterator[Finding]:
    known = {name for form_id in form_ids() for name in ids_of_form(form_id)}
    for path in sorted((root / TEMPLATE_FOLDER).glob("*/form.docx")):
        if path.parent.name not in known:
            yield _finding(
                path.relative_to(root).as_posix(),
                f"Không có biểu mẫu nào tên “{clean(path.parent.name)}”",
                _WHY_UNREAD,
                "đổi tên thư mục theo mã biểu mẫu: `ocop templates list`",
            )


def _finding(name: str, message: str, why: str, hint: str) -> Finding:
    return Finding("P015", Severity.WARNING, message, Place(clean(name)), why=why, hint=hint)
