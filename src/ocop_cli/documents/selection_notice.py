"""Values of the notice of which ideas were chosen, and why the others were not."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ocop_cli.documents.frame import committee_name, commune_name, frame
from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import OcopError
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.viet.collation import collation_key
from ocop_cli.viet.text import as_sentence
from ocop_cli.workflow.cycle import Cycle
from ocop_cli.workflow.selection import Outcome, last_selection


def decided_ideas(
    dossiers: Mapping[str, Dossier], cycle: Cycle, year: int
) -> list[tuple[str, Dossier, Outcome]]:
    """Return the ideas of a year that were decided on, by their ids, with their last outcome, by name of product."""
    found, chosen = [], cycle.selection(chosen=True)
    for dossier_id, dossier in dossiers.items():
        if move := last_selection(dossier, year):
            found.append((dossier_id, dossier, Outcome(move.stage == chosen, "; ".join(move.reasons))))
    return sorted(found, key=lambda pair: collation_key(pair[1].product.name))


def selection_notice_values(
    decided: list[tuple[Dossier, Outcome]], year: int, profile: Profile, form: FormInfo, on: date
) -> dict[str, Any]:
    """Return the values of the notice. Raises ``OcopError`` while no idea of the year was decided on.

    Keys: those of ``frame``; ``opening``, ``closing`` (texts); ``chosen``, ``declined`` (rows: number, product,
    producer, reason).
    """
    if not decided:
        raise OcopError(f"Chưa có ý tưởng nào của năm {year} được xem xét.", "Lựa chọn trước: `ocop select`.")
    chosen = [pair for pair in decided if pair[1].chosen]
    declined = [pair for pair in decided if not pair[1].chosen]
    commune = commune_name(profile)
    return {
        **frame(profile, form, f"Kết quả lựa chọn ý tưởng, sản phẩm tham gia Chương trình OCOP năm {year}", on),
        "opening": (
            f"{committee_name(profile)} đã xem xét {len(decided):02d} ý tưởng, sản phẩm đăng ký tham gia Chương trình OCOP "
            f"năm {year} trên địa bàn {commune}, kết quả như sau:"
        ),
        "chosen": _rows(chosen),
        "declined": _rows(declined),
        "closing": (
            f"Đề nghị các chủ thể có ý tưởng được chọn liên hệ {profile.office.unit.name} để được hướng dẫn lập phương án; "
            "các chủ thể chưa được chọn có thể hoàn thiện ý tưởng và đăng ký lại"
        ),
    }  # fmt: skip


def _rows(pairs: list[tuple[Dossier, Outcome]]) -> list[dict[str, str]]:
    return [
        {
            "number": str(n),
            "product": d.product.name,
            "producer": d.producer.name,
            "reason": as_sentence(outcome.reason),
        }
        for n, (d, outcome) in enumerate(pairs, 1)
    ]
