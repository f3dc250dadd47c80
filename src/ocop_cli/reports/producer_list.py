"""Producers for the eye and for machines: what each makes, who works there, what is not said of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ocop_cli.dossier.producer import Producer
from ocop_cli.dossier.vocabulary import word
from ocop_cli.reports.counted_producer import CountedProducer
from ocop_cli.reports.summary import Summary
from ocop_cli.tables import Align, Column, Table
from ocop_cli.viet.collation import collation_key
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.numbers import show_number
from ocop_cli.viet.tax_code import shown_tax_code
from ocop_cli.viet.text import lower_first

_WANTED = ("kind", "representative", "address", "licence", "tax_code")
_LABOUR = "lao động"
_NONE = "–"


class ListedProducer(NamedTuple):
    """A producer as counted, with what its record or each of its dossiers says of it."""

    counted: CountedProducer
    said: tuple[Producer, ...]

    @property
    def missing(self) -> list[str]:
        """What nobody has said of the producer, in words."""
        found = [_title(name) for name in _WANTED if all(getattr(one, name) is None for one in self.said)]
        return [*found, *([] if self.counted.workers("total") is not None else [_LABOUR])]

    @property
    def disputed(self) -> list[str]:
        """What its dossiers say differently of the producer, in words."""
        return [
            _title(name)
            for name in ("name", *_WANTED)
            if len({_plain(value) for one in self.said if (value := getattr(one, name)) is not None}) > 1
        ]

    @property
    def facts(self) -> Producer:
        """What is shown of the producer: its record, else what its first dossier says."""
        return self.said[0]


def producers_table(producers: Sequence[ListedProducer], stage_names: Mapping[str, str]) -> Table:
    """Lay producers out: those with a record by its id, with their products, workers and what is missing."""
    columns = (
        Column("Mã"),
        Column("Chủ thể", weight=2),
        Column("Loại hình"),
        Column("Sản phẩm", weight=3),
        Column("Lao động", Align.RIGHT),
        Column("Cần xem lại", weight=2),
    )
    return Table("Chủ thể", columns, tuple(_row(producer, stage_names) for producer in producers))


def producer_table(producer: ListedProducer, stage_names: Mapping[str, str]) -> Table:
    """Lay one producer out."""
    facts, counted = producer.facts, producer.counted
    person, licence = facts.representative, facts.licence
    rows = [
        ("Loại hình", word(facts.kind) if facts.kind else ""),
        ("Người đại diện", "; ".join(filter(None, (person.name, person.title))) if person else ""),
        ("Địa chỉ", facts.address or ""),
        ("Đăng ký kinh doanh", licence.number if licence else ""),
        ("Mã số thuế", shown_tax_code(facts.tax_code or "")),
        ("Ngày thành lập", show_date(facts.founded_on) if facts.founded_on else ""),
        ("Lao động (người)", _number(counted.workers("total"))),
        ("- thường trú trong xã", _number(counted.workers("commune"))),
        *(("Sản phẩm", _product(row, stage_names)) for row in counted.rows),
        ("Cần xem lại", _remarks(producer)),
    ]
    shown = tuple(row for row in rows if row[1])
    record = f" ({counted.record})" if counted.record else ""
    return Table(f"{counted.name}{record}", (Column("Mục"), Column("Nội dung", weight=4)), shown)


def producer_json(producer: ListedProducer) -> dict[str, Any]:
    """Return a producer for the JSON output: ``id`` is that of its record, or none."""
    counted, facts = producer.counted, producer.facts
    return {
        "id": counted.record or None,
        "name": counted.name,
        "kind": facts.kind.value if facts.kind else None,
        "tax_code": shown_tax_code(facts.tax_code) if facts.tax_code else None,
        "labour": counted.workers("total"),
        "local_labour": counted.workers("commune"),
        "ethnic_minority_labour": counted.workers("ethnic_minority"),
        "dossiers": [
            {"id": row.id, "product": row.product, "stage": row.stage, "star": row.star}
            for row in counted.rows
        ],
        "missing": producer.missing,
        "disputed": producer.disputed,
    }


def _row(producer: ListedProducer, stage_names: Mapping[str, str]) -> tuple[str, ...]:
    counted, kind = producer.counted, producer.facts.kind
    return (
        counted.record or _NONE,
        counted.name,
        word(kind) if kind else _NONE,
        "; ".join(_product(row, stage_names) for row in counted.rows) or _NONE,
        _number(counted.workers("total")) or _NONE,
        _remarks(producer) or _NONE,
    )


def _product(row: Summary, stage_names: Mapping[str, str]) -> str:
    star = f", {row.star} sao" if row.star else ""
    return f"{row.product} ({stage_names.get(row.stage, row.stage)}{star})"


def _remarks(producer: ListedProducer) -> str:
    missing, disputed = producer.missing, producer.disputed
    parts = [f"chưa ghi {', '.join(missing)}"] if missing else []
    parts += [f"các hồ sơ ghi khác nhau: {', '.join(disputed)}"] if disputed else []
    return "; ".join(parts)


def _number(count: int | None) -> str:
    return "" if count is None else show_number(count)


def _title(name: str) -> str:
    return lower_first(Producer.model_fields[name].title or name)


def _plain(value: Any) -> str:
    return " ".join(str(value).split())


def in_order(producers: Iterable[ListedProducer]) -> list[ListedProducer]:
    """Return producers by name."""
    return sorted(producers, key=lambda producer: collation_key(producer.counted.name))
