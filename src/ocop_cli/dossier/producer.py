"""The producer: business facts only; personal data lives in ``private/``."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from ocop_cli.dossier.facts import PartOfTotal
from ocop_cli.dossier.vocabulary import ProducerWord
from ocop_cli.viet.fields import Day, Identifier, Line, Prose, Record, TaxCode, YesNo
from ocop_cli.viet.ids import id_of_file
from ocop_cli.viet.name_fields import PersonName
from ocop_cli.viet.number_fields import People, Year
from ocop_cli.viet.text import slug
from ocop_cli.viet.text_fields import PaperNumber, Words

SCHEMA: Literal["ocop/producer@1"] = "ocop/producer@1"


class Licence(Record):
    """The business registration of the producer."""

    number: PaperNumber = Field(title="Số đăng ký")
    issued_on: Day | None = Field(None, title="Ngày cấp")
    issuer: Words | None = Field(None, title="Cơ quan cấp")


class Representative(Record):
    """The legal representative as named on the forms."""

    name: PersonName = Field(title="Họ và tên người đại diện pháp luật")
    title: Words | None = Field(None, title="Chức vụ", description="Ví dụ: Giám đốc, Chủ hộ, Tổ trưởng.")


class Producer(Record):
    """Chủ thể OCOP (Mẫu 01; Mẫu 02 and 03, part I)."""

    name: Words = Field(title="Tên chủ thể")
    kind: ProducerWord | None = Field(
        None, title="Loại hình tổ chức", description="Hợp tác xã, tổ hợp tác, doanh nghiệp, trang trại, hộ…"
    )
    representative: Representative | None = Field(None, title="Người đại diện")
    address: Words | None = Field(None, title="Địa chỉ cơ sở", description="Nơi sản xuất, kinh doanh.")
    village: Line | None = Field(None, title="Thôn")
    licence: Licence | None = Field(None, title="Đăng ký kinh doanh")
    tax_code: TaxCode | None = Field(
        None,
        title="Mã số thuế",
        description="10 hoặc 13 chữ số; hộ kinh doanh có thể là 12 chữ số. Giữ số 0 đầu.",
    )
    founded_on: Day | None = Field(None, title="Ngày thành lập")
    women_led: YesNo | None = Field(None, title="Do phụ nữ đứng đầu")
    ethnic_minority_led: YesNo | None = Field(None, title="Do người dân tộc thiểu số đứng đầu")
    disabled_led: YesNo | None = Field(None, title="Do người khuyết tật đứng đầu")
    young_founder: YesNo | None = Field(None, title="Thanh niên khởi nghiệp")
    history: Prose | None = Field(None, title="Lịch sử hình thành")
    organisation: Prose | None = Field(None, title="Cơ cấu tổ chức")


class YearLabour(Record):
    """The workers of a producer in one year, whatever the number of its products."""

    year: Year = Field(title="Năm")
    total: People | None = Field(None, title="Tổng số lao động của chủ thể")
    commune: PartOfTotal | None = Field(None, title="Lao động của chủ thể trong xã")
    women: PartOfTotal | None = Field(None, title="Lao động nữ của chủ thể")
    ethnic_minority: PartOfTotal | None = Field(None, title="Lao động dân tộc thiểu số của chủ thể")


class ProducerRecord(Producer):
    """``producers/<id>.yaml``: a producer whose products share one record.

    ``labour`` is what reports count; a dossier is judged by its own, which holds on the day of registration and has
    its evidence.
    """

    format: Literal["ocop/producer@1"] = Field(SCHEMA, alias="schema", title="Khuôn dạng tệp")
    labour: tuple[YearLabour, ...] = Field((), title="Lao động theo năm", description="Mỗi năm ghi một lần.")


class SharedProducer(ProducerRecord):
    """A record as the dossiers that name it see it, with the file it stands in."""

    file: Line

    @property
    def id(self) -> str:
        """The id by which dossiers name it: its file's name."""
        return id_of_file(self.file)

    def labour_of(self, year: int) -> YearLabour | None:
        """Return the workers of a year, or of the latest one before it that is told."""
        told = [one for one in self.labour if one.year <= year]
        return max(told, key=lambda one: one.year, default=None)


def _named(value: Any, info: ValidationInfo) -> Any:
    """Put the record that an id names in its place; the records are the context of the validation."""
    if not isinstance(value, str):
        return value
    known: Mapping[str, SharedProducer | None] = info.context or {}
    if value not in known:
        near = get_close_matches(slug(value), known, n=1)
        raise PydanticCustomError(
            "ocop_no_producer",
            "không có tệp producers/{id}.yaml",
            {
                "id": value,
                "cure": f"có phải “{near[0]}”?"
                if near
                else "tạo tệp đó, hoặc ghi chủ thể tại đây, bắt đầu từ mục con name",
            },
        )
    record = known[value]
    if record is None:
        raise PydanticCustomError(
            "ocop_broken_producer",
            "chưa đọc được tệp producers/{id}.yaml",
            {"id": value, "cure": f"sửa producers/{value}.yaml trước: `ocop check`"},
        )
    return record


ProducerOrId = Annotated[Producer, BeforeValidator(_named, json_schema_input_type=Producer | Identifier)]
"""A producer, in the file itself or named by the id of its record under ``producers/``."""
