"""Public pages and labels of recognised products whose producers agreed to be shown."""

from collections.abc import Iterator, Sequence
from datetime import date

from ocop_cli.reports.label import Label
from ocop_cli.reports.public import public_producer, public_story
from ocop_cli.reports.summary import Summary, summarise
from ocop_cli.rules.decision import Decision
from ocop_cli.store.at_work import going_through
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.personal import masked
from ocop_cli.workflow.certificate import Standing

_NOT_WORTH = "chưa được công nhận, hoặc giấy chứng nhận không còn giá trị"
_NOT_AGREED = (
    'chủ thể chưa đồng ý giới thiệu công khai; khi đã đồng ý thì ghi: `ocop set MÃ "đồng ý công khai=có"`'
)
_WORTH = (Standing.IN_FORCE, Standing.IN_GRACE)


def labels_of(
    files: Sequence[DossierFile], decision: Decision, today: date, address: str
) -> Iterator[Label | tuple[str, str]]:
    """Yield the label of each product, or its id with why it has none; ``address`` is where its pages will lie, if known."""
    for file in going_through("Đang lập nhãn", files, len(files)):
        row = summarise(file.id, file.dossier, decision, today)
        if not row.star or row.standing not in _WORTH:
            yield file.id, _NOT_WORTH
        elif not file.dossier.product.public:
            yield file.id, _NOT_AGREED
        else:
            yield _label(file, row, address)


def _label(file: DossierFile, row: Summary, address: str) -> Label:
    dossier = file.dossier
    code = dossier.submissions[-1].product_code if dossier.submissions else row.certificate or file.id
    return Label(
        id=file.id,
        name=masked(row.product),
        producer=public_producer(row),
        group=row.group,
        star=row.star or 0,
        decision=masked(row.decision),
        certificate=masked(row.certificate),
        expires_on=show_date(row.expires_on) if row.expires_on else "",
        story=public_story(dossier),
        code=f"{address.rstrip('/')}/{file.id}.html" if address else masked(code),
    )
