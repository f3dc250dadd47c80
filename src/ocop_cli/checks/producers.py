"""What is wrong with a producer, in a dossier or in its own record."""

from collections.abc import Callable, Iterator

from ocop_cli.checks.privacy import personal_data
from ocop_cli.dossier.producer import Producer, ProducerRecord, SharedProducer
from ocop_cli.dossier.vocabulary import ProducerKind
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.viet.tax_code import has_right_check_digit, is_personal


def check_tax_code(case: Case) -> Iterator[Finding]:
    """C010: the tax code of a producer that the dossier itself holds."""
    if not isinstance(case.dossier.producer, SharedProducer):
        yield from _tax_code(case.dossier.producer, lambda *path: case.place("producer", *path))


def check_record(record: ProducerRecord, file: str) -> Iterator[Finding]:
    """C010, C011, P020: what is wrong with the record of a producer by itself."""
    yield from _tax_code(record, lambda *path: Place(file, path))
    yield from _years(record, file)
    yield from personal_data(record, lambda *path: Place(file, path))


def _tax_code(producer: Producer, place: Callable[..., Place]) -> Iterator[Finding]:
    code = producer.tax_code
    if code is None:
        return
    if not has_right_check_digit(code):
        problem = f"Mã số thuế {code} sai số kiểm tra (số thứ mười)"
    elif is_personal(code) and producer.kind is not ProducerKind.HOUSEHOLD:
        problem = "Mã số thuế 12 chữ số chỉ có ở hộ kinh doanh"
    else:
        return
    why = "gõ nhầm một chữ số thì thành mã của người khác"
    hint = "đối chiếu giấy đăng ký kinh doanh, giấy đăng ký thuế"
    yield Finding("C010", Severity.WARNING, problem, place("tax_code"), why=why, hint=hint)


def _years(record: ProducerRecord, file: str) -> Iterator[Finding]:
    years = [one.year for one in record.labour]
    for number, year in enumerate(years):
        if year in years[:number]:
            yield Finding(
                "C011",
                Severity.ERROR,
                f"Lao động năm {year} ghi hai lần",
                Place(file, ("labour", number, "year")),
                why="không biết báo cáo lấy số nào",
                hint="gộp thành một",
                related=(Place(file, ("labour", years.index(year), "year")),),
            )
