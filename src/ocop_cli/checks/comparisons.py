"""What shows only beside other dossiers: a copied story, a product entered twice, the lessons of past returns."""

from collections.abc import Iterator
from itertools import islice

from ocop_cli.checks.dossier_index import DossierIndex, IndexedDossier
from ocop_cli.findings import Finding, Severity
from ocop_cli.viet.text import fold, spelling

_SAME_STORY = 0.9  # two stories with nine tenths of their text in common are one story
_NAMED = 3  # others named in one finding; more are not read
_REMINDERS = 5  # more reminders than that are not read

_KEEP_ONE = "giữ một hồ sơ; hồ sơ kia nhận nhầm thì `ocop remove`, đã vào việc thì `ocop withdraw`"


def check_story(dossier: IndexedDossier, index: DossierIndex) -> Iterator[Finding]:
    """D013: the story is that of another product; the same product, registered again, keeps its own."""
    if not dossier.story:
        return
    others = (other for other in index.similar_stories(dossier) if not _is_same_product(dossier, other))
    alike = (other for other in others if _alike(fold(dossier.story), fold(other.story)))
    copies = list(islice(alike, _NAMED + 1))
    if copies:
        yield Finding(
            "D013",
            Severity.ERROR,
            f"Câu chuyện sản phẩm gần như giống hệt của {_listed([other.product for other in copies])}",
            dossier.story_place,
            why="câu chuyện sao chép không được điểm bản sắc, trí tuệ địa phương",
            hint="viết câu chuyện riêng của sản phẩm",
            related=tuple(other.story_place for other in copies[:_NAMED]),
        )


def check_same_product(dossier: IndexedDossier, index: DossierIndex) -> Iterator[Finding]:
    """D016: another dossier of the same year, still on its way, has the same product and producer.

    Names that differ in marks only may be two products: a hint.
    """
    others = index.same_product(dossier) if not dossier.has_ended else []
    same = [other for other in others if _spelt(other) == _spelt(dossier)]
    if same:
        yield _same_product(
            dossier,
            same,
            Severity.WARNING,
            f"{dossier.product} của {dossier.producer} đã có hồ sơ khác",
            _KEEP_ONE,
        )
    elif others:
        yield _same_product(
            dossier,
            others,
            Severity.HINT,
            f"{dossier.product} của {dossier.producer} chỉ khác dấu với "
            f"{others[0].product} của {others[0].producer}",
            f"nếu là một sản phẩm thì {_KEEP_ONE}",
        )


def check_idea(dossier: IndexedDossier, index: DossierIndex) -> Iterator[Finding]:
    """D034: the words of the idea are those of another product."""
    others = (other for other in index.same_idea(dossier) if not _is_same_product(dossier, other))
    same = list(islice(others, _NAMED + 1))
    if same:
        yield Finding(
            "D034",
            Severity.WARNING,
            f"Lời ý tưởng giống hệt của {_listed([other.product for other in same])}",
            dossier.idea_place,
            why="ý tưởng chép của nhau thì không xét chọn được, và có thể là một sản phẩm nhận hai lần",
            hint="hỏi lại chủ thể; nếu là một sản phẩm thì giữ một hồ sơ",
            related=tuple(other.idea_place for other in same[:_NAMED]),
        )


def check_product_code(dossier: IndexedDossier, index: DossierIndex) -> Iterator[Finding]:
    """D036: the product code is that of another dossier."""
    others = index.same_code(dossier)
    if others:
        yield Finding(
            "D036",
            Severity.ERROR,
            f"Mã số {dossier.code} cũng là mã số của {_listed([other.product for other in others])}",
            dossier.code_place,
            why="mỗi sản phẩm một mã số, giữ qua các lần gửi",
            hint="đối chiếu văn bản đã gửi, sửa mã số của hồ sơ ghi sai",
            related=tuple(other.code_place for other in others[:_NAMED]),
        )


def check_producer_name(dossier: IndexedDossier, index: DossierIndex) -> Iterator[Finding]:
    """D035: the producer's name differs in marks or capitals only from the one of another dossier, typed with more marks."""
    others = [other for other in index.same_producer(dossier) if _marks(other) > _marks(dossier)]
    if others:
        yield Finding(
            "D035",
            Severity.HINT,
            f"Tên chủ thể {dossier.producer} có vẻ gõ thiếu dấu: hồ sơ khác ghi {others[0].producer}",
            dossier.producer_place,
            why="danh sách, báo cáo in tên như đã ghi",
            hint="nếu là một chủ thể thì ghi cùng một cách",
            related=tuple(other.producer_place for other in others[:_NAMED]),
        )


def _marks(dossier: IndexedDossier) -> int:
    """Count the letters with marks in the name of a producer."""
    return sum(letter != fold(letter) for letter in dossier.producer.casefold() if not letter.isspace())


def check_lessons(dossier: IndexedDossier, index: DossierIndex) -> Iterator[Finding]:
    """W020: why earlier dossiers of the product set were returned; worth a look before this one is filed."""
    if not takes_lessons(dossier):
        return
    for reason, other in islice(index.returns_of_set(dossier), _REMINDERS):
        yield Finding(
            "W020",
            Severity.HINT,
            f"Hồ sơ {other.product} từng bị trả lại vì: {reason}",
            dossier.move_place,
            hint="xem lại điểm này trước khi nộp",
        )


def takes_lessons(dossier: IndexedDossier) -> bool:
    """Say whether a dossier is still being prepared, with a product set whose past returns can teach it."""
    return dossier.stage.before_filing and dossier.product_set is not None


def _same_product(
    dossier: IndexedDossier, others: list[IndexedDossier], severity: Severity, message: str, hint: str
) -> Finding:
    return Finding(
        "D016",
        severity,
        message,
        dossier.product_place,
        why="một sản phẩm tính hai lần làm sai báo cáo",
        hint=hint,
        related=tuple(other.product_place for other in others[:_NAMED]),
    )


def _is_same_product(one: IndexedDossier, other: IndexedDossier) -> bool:
    return (fold(one.product), fold(one.producer)) == (fold(other.product), fold(other.producer))


def _spelt(dossier: IndexedDossier) -> tuple[str, str]:
    return spelling(dossier.product), spelling(dossier.producer)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if 2 * min(len(one), len(other)) < _SAME_STORY * (len(one) + len(other)):
        return False
    from difflib import SequenceMatcher  # few dossiers have a story to compare

    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _SAME_STORY and matcher.ratio() >= _SAME_STORY


def _listed(names: list[str]) -> str:
    """Return names in a row; where there are more than can be named, say so."""
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} và các sản phẩm khác"
    return " và ".join(filter(None, (", ".join(names[:-1]), names[-1])))
