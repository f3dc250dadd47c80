"""Find the dossier that is meant by an id or a part of a name."""

from collections.abc import Sequence
from pathlib import Path

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.store.dossier.dossiers import as_read, each_dossier, has_dossier, list_ids
from ocop_cli.store.reading.gaps import Gap, GapTaker, gap_names
from ocop_cli.store.reading.skim import skim_dossiers
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.text import consonants, fold


def resolve_id(sources: Sources, wanted: str) -> str:
    """Return the id meant by an id or any unambiguous part of an id or product name, diacritics aside.

    Raises ``OcopError`` when nothing or more than one dossier fits; the candidates are named.
    """
    if has_dossier(sources.root, wanted):
        return wanted
    gaps: list[Gap] = []
    found = _candidates(sources, fold(wanted), gaps.append)
    if len(found) == 1:
        return next(iter(found))
    raise _not_one(wanted, found, gaps)


def _candidates(sources: Sources, part: str, take: GapTaker) -> dict[str, str]:
    """Map the ids that fit a folded part to their product names; their files are kept.

    Of the others only those are read that hold the part's consonants somewhere; ``take`` is given one of them that
    cannot be read: it may be meant.
    """
    slug, letters, found = part.replace(" ", "-"), consonants(part.encode()), {}
    by_id = {dossier_id for dossier_id in list_ids(sources.root) if slug in dossier_id}
    by_text = skim_dossiers(sources.root, lambda raw: letters in consonants(raw))
    for dossier_id, loaded in each_dossier(sources, sorted({*by_id, *by_text})):
        name = loaded.record.product.name if loaded.record else ""
        sources.keep(loaded.source)
        if dossier_id in by_id or part in fold(name):
            found[dossier_id] = name
        elif isinstance(gap := as_read(dossier_id, loaded), Gap):
            take(gap)
    return found


def _not_one(wanted: str, found: dict[str, str], gaps: Sequence[Gap]) -> OcopError:
    if not found:
        unread = f" Không đọc được nên không tìm trong: {gap_names(gaps)}." if gaps else ""
        return OcopError(
            f"Không có hồ sơ nào khớp “{wanted}”.{unread}",
            _file_hint(wanted) or "Xem danh sách: `ocop list`",
            code="D002",
            exit_code=MISUSE,
            findings=tuple(finding for gap in gaps for finding in gap.findings),
        )
    listed = "; ".join(f"{i} ({name})" for i, name in found.items())
    return OcopError(
        f"“{wanted}” khớp nhiều hồ sơ: {listed}.", "Ghi rõ mã hồ sơ.", code="D003", exit_code=MISUSE
    )


def _file_hint(wanted: str) -> str:
    """Say which verbs take a file, where one was named in place of a dossier."""
    if not Path(wanted).is_file():
        return ""
    return f"“{wanted}” là một tệp: đọc phiếu gửi lại bằng `ocop intake`, nhận giấy tờ bằng `ocop receive HỒ_SƠ --from`"
