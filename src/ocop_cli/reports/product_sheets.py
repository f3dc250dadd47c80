"""What acts say of single products: what helped each from idea to star, who buys what it makes; the commune's countryside figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from ocop_cli.dossier.conclusions import Result
from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.log_entry import LogItem
from ocop_cli.programme.log_kind import LogKinds
from ocop_cli.reports.typed_sheet import Row, TypedColumn, TypedSheet

DEMAND, COUNTRYSIDE = "market", "countryside"
_HELP_COLUMNS = (
    TypedColumn("id", "Mã hồ sơ"),
    TypedColumn("product", "Sản phẩm", is_name=True),
    TypedColumn("producer", "Chủ thể", is_name=True),
    TypedColumn("begun", "Đăng ký ý tưởng"),
    TypedColumn("won", "Công nhận lần đầu"),
    TypedColumn("star", "Hạng sao"),
    TypedColumn("days", "Số ngày từ ý tưởng đến công nhận"),
    TypedColumn("acts", "Số lần hỗ trợ", is_summed=True),
    TypedColumn("before", "Tiền riêng đến khi công nhận (đồng)", is_summed=True),
    TypedColumn("after", "Tiền riêng sau công nhận (đồng)", is_summed=True),
    TypedColumn("shared", "Khoản chung với sản phẩm khác (đồng)"),
)
_DEMAND_COLUMNS = (
    TypedColumn("on", "Ngày"),
    TypedColumn("product", "Sản phẩm", is_name=True),
    TypedColumn("producer", "Chủ thể", is_name=True),
    TypedColumn("capacity", "Năng lực sản xuất"),
    TypedColumn("output", "Sản lượng năm gần nhất"),
    TypedColumn("supply", "Khả năng cung đã báo"),
    TypedColumn("demand", "Nhu cầu mua"),
    TypedColumn("buyer", "Bên mua"),
    TypedColumn("contracts", "Số hợp đồng"),
    TypedColumn("outcome", "Kết quả"),
)
_COUNTRYSIDE_COLUMNS = (
    TypedColumn("what", "Tiêu chí, nội dung"),
    TypedColumn("figure", "Số liệu"),
    TypedColumn("paper", "Hồ sơ kèm theo"),
    TypedColumn("on", "Ngày"),
)


def named_products(items: Iterable[LogItem], kinds: LogKinds) -> list[str]:
    """Return the ids of the products of which the sheets of single products have anything to say."""
    wanted = [item for item in items if kinds.kinds[item.entry.kind].helps or item.entry.kind == DEMAND]
    return sorted({product for item in wanted for product in item.entry.products})


def help_sheet(
    dossiers: Mapping[str, Dossier], items: Sequence[LogItem], kinds: LogKinds, note: str
) -> TypedSheet:
    """Return what was done for each product and what it cost, up to its first star and since.

    Money of an act for several products is nobody's alone: it stands beside each, and is added up for none.
    """
    acts = [item for item in items if kinds.kinds[item.entry.kind].helps]
    rows = [
        _help_row(product, dossier, own)
        for product, dossier in dossiers.items()
        if (own := [item for item in acts if product in item.entry.products])
    ]
    shared = "Khoản chi cho nhiều sản phẩm ghi ở từng sản phẩm, không cộng; ô trống là chưa ghi số tiền."
    return TypedSheet("Hỗ trợ từng sản phẩm", "Hỗ trợ từng sản phẩm từ ý tưởng đến hạng sao", (note, shared), _HELP_COLUMNS, tuple(rows))  # fmt: skip


def _help_row(product: str, dossier: Dossier, acts: Sequence[LogItem]) -> Row:
    begun, won = dossier.moves[0].on, _first_won(dossier)
    alone = [item for item in acts if len(item.entry.products) == 1]
    since = [item for item in alone if won and item.entry.on > won.on]
    return (
        product,
        dossier.product.name,
        dossier.producer.name,
        begun,
        won.on if won else None,
        dossier.recognition.star if dossier.recognition else None,
        (won.on - begun).days if won and won.on >= begun else None,
        len(acts),
        _money(item for item in alone if item not in since),
        _money(since),
        _money(item for item in acts if item not in alone),
    )


def _first_won(dossier: Dossier) -> Result | None:
    return next((each for each in dossier.results if each.recognised and not each.corrected), None)


def _money(items: Iterable[LogItem]) -> Decimal | None:
    known = [item.entry.amount_vnd for item in items if item.entry.amount_vnd is not None]
    return sum(known, Decimal(0)) if known else None


def demand_sheet(dossiers: Mapping[str, Dossier], items: Sequence[LogItem], note: str) -> TypedSheet:
    """Return what buyers asked for beside what the producer can make, an act and a product a row."""
    rows = [
        _demand_row(dossiers[product], item)
        for item in sorted(items, key=lambda item: item.entry.on)
        if item.entry.kind == DEMAND
        for product in item.entry.products
        if product in dossiers
    ]
    return TypedSheet(
        "Cân đối cung cầu", "Khả năng cung và nhu cầu mua", (note,), _DEMAND_COLUMNS, tuple(rows)
    )


def _demand_row(dossier: Dossier, item: LogItem) -> Row:
    entry, business = item.entry, dossier.business
    years = business.years if business else ()
    outputs = {each.year: each.output for each in years if each.output}
    return (
        entry.on,
        dossier.product.name,
        dossier.producer.name,
        business.capacity if business else None,
        f"{outputs[max(outputs)]} ({max(outputs)})" if outputs else None,
        entry.supply,
        entry.demand,
        entry.unit,
        entry.contracts,
        entry.outcome,
    )


def countryside_sheet(held: Sequence[tuple[int, str]], items: Sequence[LogItem], note: str) -> TypedSheet:
    """Return the figures for the commune's countryside dossier: products by star and producers, then what was given.

    ``held``: the star and the producer of each product whose recognition holds.
    """
    rows = [*_counted(held)] if held else []
    rows += [
        (entry.what, entry.figure, entry.paper, entry.on)
        for entry in (item.entry for item in items)
        if entry.kind == COUNTRYSIDE
    ]
    return TypedSheet("Số liệu nông thôn mới của xã", "Số liệu phục vụ hồ sơ nông thôn mới", (note,), _COUNTRYSIDE_COLUMNS, tuple(rows))  # fmt: skip


def _counted(held: Sequence[tuple[int, str]]) -> Iterator[Row]:
    stars, producers = [star for star, _ in held], {producer for _, producer in held}
    yield "Sản phẩm OCOP còn được công nhận", len(stars), None, None
    for star in sorted(set(stars), reverse=True):
        yield f"- đạt {star} sao", stars.count(star), None, None
    yield "Chủ thể có sản phẩm OCOP còn được công nhận", len(producers), None, None
