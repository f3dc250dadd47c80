"""Names of things that are listed elsewhere, wherever a record may write them freely."""

from collections.abc import Callable, Collection, Iterator

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.declarations import Choice
from ocop_cli.evaluation.case import Case
from ocop_cli.findings import FieldPath, Finding, Place, Severity
from ocop_cli.rules.criterion import Criterion
from ocop_cli.viet.fields import NameOf, Record
from ocop_cli.viet.leaves import Marks, leaves
from ocop_cli.viet.near import near_name, near_words
from ocop_cli.viet.text import quoted

Known = Callable[[str], Collection[str]]
"""Returns what there is of a kind that ``NameOf`` marks; one of which there is nothing is not judged."""

_QUOTES = "“”‘’\"'"  # as Word types them, they belong to the name
_WHY = "tên gõ sai thì phần ghi theo tên đó không được dùng"


def unknown_names(file: str, record: Record, known: Known) -> Iterator[Finding]:
    """P050: yield a warning for each name in a record that its list does not have."""

    def passes(name: str, marks: Marks, _: Record) -> bool:
        listed = known(marks.of(NameOf)[0].kind)
        return not listed or name in listed

    for leaf in leaves(record, NameOf, passes):
        mark = leaf.marks.of(NameOf)[0]
        listed = known(mark.kind)
        if near_name(leaf.value, listed) or not mark.is_open:
            message = f"Không có {mark.kind} {quoted(leaf.value)}"
            bare = leaf.value.strip(_QUOTES)
            hint = f"bỏ dấu nháy, chỉ ghi {bare}" if bare in listed else near_words(leaf.value, listed)
            place = Place(file, leaf.field, on_key=leaf.on_key)
            yield Finding("P050", Severity.WARNING, message, place, why=_WHY, hint=hint)


def check_choices(case: Case) -> Iterator[Finding]:
    """E044: a criterion or an option is chosen that the product set does not have."""
    if case.ruleset is None:
        return
    product_set, decision = case.ruleset.product_set, case.ruleset.decision.id
    for part, content in (("idea", CommuneContent.IDEA_ORIGIN), ("identity", CommuneContent.LOCAL_IDENTITY)):
        declared, criterion = getattr(case.dossier, part), product_set.content(content)
        choice: Choice | None = declared.choice if declared else None
        if choice and choice.option and criterion:
            yield from _option(case, criterion, choice.option, (part, "choice", "option"))
    criteria = {criterion.id: criterion for criterion in product_set.criteria} if case.dossier.scores else {}
    for number, sheet in enumerate(case.dossier.scores):
        for at, chosen in enumerate(sheet.choices if sheet.decision in {None, decision} else ()):
            place, found = ("scores", number, "choices", at), criteria.get(chosen.criterion)
            if found is None:
                message = f"Bộ sản phẩm không có tiêu chí “{chosen.criterion}”"
                names = {each.id: f"{each.code} {each.name}" for each in criteria.values()}
                yield _finding(case, (*place, "criterion"), message, near_words(chosen.criterion, names))
            else:
                yield from _option(case, found, chosen.option, (*place, "option"))


def _option(case: Case, criterion: Criterion, option: str, field: FieldPath) -> Iterator[Finding]:
    if option in [printed.id for printed in criterion.options]:  # nearly always
        return
    if criterion.option(option) is None:
        labels = {level.id: level.label for level in criterion.levels}
        message = f"Tiêu chí {criterion.code} {criterion.name} không có mức “{option}”"
        yield _finding(case, field, message, near_words(option, labels))


def _finding(case: Case, field: FieldPath, message: str, hint: str) -> Finding:
    why = "mức gõ sai tên thì không được tính điểm"
    return case.find("E044", field, message, hint, severity=Severity.WARNING, why=why)
