"""Shares of local material and local labour, with the arithmetic shown."""

from decimal import Decimal
from typing import NamedTuple

from ocop_cli.dossier.facts import Labour, Material, origins_within, share_from
from ocop_cli.dossier.vocabulary import Origin
from ocop_cli.rules.criterion import Basis
from ocop_cli.viet.numbers import show_number, show_percent
from ocop_cli.viet.text import inside_sentence

AREA = {Basis.COMMUNE: "trong xã", Basis.DISTRICT: "trong huyện cũ", Basis.PROVINCE: "trong tỉnh"}
_WHOLE = Decimal(100)
_ROUNDING = Decimal("0.05")  # shares typed with two decimals may miss a whole by so much


class Share(NamedTuple):
    """A share in percent that lies between ``low`` and ``high``; ``missing`` says what keeps it from being known.

    ``beside`` holds the shares with one worker or one percent less and more, each by how much that is in words.
    """

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    arithmetic: str = ""
    missing: str = ""
    field: tuple[str | int, ...] = ()
    beside: tuple[tuple[str, Decimal], ...] = ()


def is_whole(total: Decimal) -> bool:
    """Say whether shares in percent add up to a whole, rounding aside."""
    return abs(total - _WHOLE) <= _ROUNDING


def material_share(materials: tuple[Material, ...], basis: Basis) -> Share:
    """Return the share of material from an area. What is of unknown origin may or may not count."""
    if not materials:
        return Share(missing="chưa ghi nguyên liệu và nơi có nguyên liệu", field=("materials",))
    for number, material in enumerate(materials):
        if material.share is None:
            return Share(missing=f"chưa ghi tỷ lệ của {material.name}", field=("materials", number, "share"))
    total = sum((m.share or Decimal(0) for m in materials), Decimal(0))
    if not is_whole(total):
        return Share(
            missing=f"các tỷ lệ cộng lại bằng {show_percent(total)}, không bằng 100%", field=("materials",)
        )
    local = min(share_from(materials, origins_within(basis)), _WHOLE)
    unknown = share_from(materials, (Origin.UNKNOWN,))
    less, more = max(local - 1, Decimal(0)), min(local + 1, _WHOLE)
    beside = (("bớt 1% nguyên liệu", less), ("thêm 1% nguyên liệu", more))
    return Share(local, min(local + unknown, _WHOLE), _sum_words(materials, basis, local), beside=beside)


def labour_share(labour: Labour | None, basis: Basis) -> Share:
    """Return the share of workers who live in an area."""
    if labour is None or not labour.total:
        return Share(missing="chưa ghi tổng số lao động", field=("labour",))
    local: int | None = getattr(labour, basis.value)
    if local is None:
        return Share(missing=f"chưa ghi số lao động {AREA[basis]}", field=("labour",))
    if local > labour.total:
        return Share(
            missing=f"lao động {AREA[basis]} ({local}) nhiều hơn tổng số ({labour.total})",
            field=("labour", basis.value),
        )
    less, share, more = (
        Decimal(min(max(people, 0), labour.total)) * _WHOLE / Decimal(labour.total)
        for people in (local - 1, local, local + 1)
    )
    beside = (("bớt 01 người", less), ("thêm 01 người", more))
    words = f"{local}/{labour.total} lao động là người {AREA[basis]}, đạt {show_percent(share)}"
    return Share(share, share, words, beside=beside)


def _sum_words(materials: tuple[Material, ...], basis: Basis, local: Decimal) -> str:
    counted = [m for m in materials if m.origin in origins_within(basis)]
    if not counted:
        return f"không có nguyên liệu {AREA[basis]}, đạt 0%"
    parts = ", ".join(f"{inside_sentence(m.name)} ({show_number(m.share or Decimal(0))}%)" for m in counted)
    return f"nguyên liệu {AREA[basis]} gồm {parts}; đạt {show_percent(local)}"
