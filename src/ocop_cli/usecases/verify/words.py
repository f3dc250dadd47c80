"""What was found of a document, in words: short, one line a place, with the old words and the new."""

from collections.abc import Iterator

from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.store.dossier.dossiers import DOSSIER_FOLDER
from ocop_cli.usecases.papers.files_words import files_words
from ocop_cli.usecases.papers.remake import OF_THEIR_DAY
from ocop_cli.usecases.verify.folder import FolderCheck
from ocop_cli.usecases.verify.source_words import source_words
from ocop_cli.usecases.verify.verify import GONE, PlaceChange, Verification
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.text import shortened

_MOST = 20  # places that a screen names
_FEW = 3  # files of an earlier version that it names: one command seals them all
_AROUND = 25  # letters shown on both sides of what differs
_WAY_BACK = " Lấy lại bản sao lưu, hoặc sửa tay là đúng thì `ocop seal TỆP --by NGƯỜI --reason LÝ_DO`."
_LONGEST = 90  # letters of one wording


def verification_lines(record: DocumentRecord, found: Verification) -> list[str]:
    """Tell document, template, losses and dossier apart, and name every place whose words would be others."""
    return [
        "Văn bản: đã sửa tay sau khi lập." if found.edited else "Văn bản: đúng như khi lập.",
        _template_line(found),
        *(f"Đã ban hành, {each.words}: {each.reason}." for each in record.revisions),
        *(f"Đã ban hành: {loss}." for loss in found.losses),
        *(f"Ảnh của lần kiểm tra: {words}." for words in found.photos),
        *_dossier_lines(record, found),
    ]


def _template_line(found: Verification) -> str:
    if found.newer_form:
        return "Biểu mẫu: chương trình đã có bản khác từ khi lập; văn bản đã lập giữ nguyên."
    return "Biểu mẫu: đã đổi từ khi lập." if found.template else "Biểu mẫu: chưa đổi."


def summary_line(found: Verification) -> str:
    """Tell in one line why a document would read otherwise today; empty for one that would not."""
    told = []
    if found.dossier:
        told.append(
            "hồ sơ không còn" if found.dossier == GONE else "không đọc được hồ sơ, chưa đối chiếu được"
        )
    if found.differences:
        first = found.differences[0]
        more = f" và {len(found.differences) - 1} chỗ khác" if len(found.differences) > 1 else ""
        told.append(f"{_place_words(first)}{more}")
    told += found.photos
    if found.private:
        told.append("dữ liệu cá nhân đã đổi")
    return f"{found.document}: {'; '.join(told)}" if told else ""


def folder_words(found: FolderCheck) -> list[str]:
    """Tell what else was noticed in the folder, and which files have no seal yet."""
    lines = [noticed.line() for noticed in found.noticed]
    if found.noticed:
        lines.append(f"{len(found.noticed)} điểm khác dấu niêm, mã băm hoặc danh mục gói.{_WAY_BACK}")
    if found.unsealed:
        lines.append(f"Chưa có dấu niêm: {files_words(found.unsealed, _FEW)}. Niêm: `ocop seal`.")
    return lines


def _dossier_lines(record: DocumentRecord, found: Verification) -> Iterator[str]:
    dossier, lost = _made_of(record), ", ".join(found.which)
    if record.current_form in OF_THEIR_DAY:
        yield f"Hồ sơ: văn bản ghi tình hình ngày {show_date(record.made.on)}, không đối chiếu với việc làm sau ngày đó."
    elif record.lapsed:
        yield "Hồ sơ: văn bản không còn hiệu lực nên chữ in không đối chiếu nữa."
    elif not dossier:
        yield "Hồ sơ: văn bản này không ghi đã lập từ hồ sơ nào."
    elif found.dossier == GONE:
        yield f"Hồ sơ {lost} không còn trong thư mục làm việc; văn bản và chữ in trên đó giữ nguyên."
    elif found.which:
        yield f"Không đọc được hồ sơ {lost} nên chưa đối chiếu được; xem `ocop check {found.which[0]}`."
    elif found.dossier:
        yield "Dữ liệu hiện nay không đủ để lập lại văn bản này nên chưa đối chiếu được; xem `ocop check`."
    elif not found.facts_differ:
        changed = ", ".join(map(source_words, found.changed))
        aside = f" (đã đổi {changed}, không chạm chữ nào trên văn bản)" if changed else ""
        yield f"{dossier}: chữ in trên văn bản khớp với hồ sơ hiện nay{aside}."
    else:
        yield f"{dossier}: lập lại hôm nay sẽ in khác:"
        yield from (f"  {_place_words(change)}" for change in found.differences[:_MOST])
        more = len(found.differences) - _MOST
        yield from [f"  … và {more} chỗ khác"] if more > 0 else []
        yield from ["  dữ liệu cá nhân của người đại diện"] if found.private else []


def _made_of(record: DocumentRecord) -> str:
    """Say what a document was made of: its dossier, or how many; empty where its record names none."""
    count = sum(name.startswith(f"{DOSSIER_FOLDER}/") for name in record.made.records)
    return (
        f"Hồ sơ {record.made.dossier}" if record.made.dossier else f"{count} hồ sơ đã dùng" if count else ""
    )


def _place_words(change: PlaceChange) -> str:
    """Name a place with both wordings; only with the one on paper where the other is not known."""
    if change.after is None:
        return f"{change.title} đã đổi, xem lại chỗ in {_quoted(change.before)}"
    before, after = _around_difference(change.before, change.after)
    return f"{change.title}: {_quoted(before)} → {_quoted(after)}"


def _around_difference(before: str, after: str) -> tuple[str, str]:
    """Cut two long wordings down to where they part, with a little on both sides."""
    start = next(
        (n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
        min(len(before), len(after)),
    )
    cut = max(0, start - _AROUND)
    lead = "…" if cut else ""
    return lead + before[cut:], lead + after[cut:]


def _quoted(text: str) -> str:
    line = shortened(text, _LONGEST)
    return f"“{line}”" if line else "(không in)"
