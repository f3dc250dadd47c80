"""A column of a register that tells the group of a product where its set is wanted: kept, and a set only proposed."""

from ocop_cli.rules.decision import Decision
from ocop_cli.rules.find_set import find_sets
from ocop_cli.store.built_in.packaged import load_everyday_words
from ocop_cli.store.foreign.workbook import SheetCell
from ocop_cli.usecases.registers.sheet_table import SheetColumn
from ocop_cli.viet.choices import chosen

SET = "product.set"
_LIKELIEST = 3


def tells_no_set(law: Decision, column: SheetColumn, cell: SheetCell) -> bool:
    """Say whether a cell stands where the set is wanted and names none: a group of the law, a word of everyday speech."""
    if column.path != SET:
        return False
    names = {str(each.number): f"{each.name} (bộ {each.number})" for each in law.sets}
    return len(chosen(cell.text, names)) != 1


def proposed_set(law: Decision, product: str, dossier_id: str, said: str) -> str:
    """Return the question which set a product belongs to, with those that its name makes likely."""
    ranked = sorted(
        find_sets(law, product, load_everyday_words()), key=lambda found: (found.rank, found.number)
    )
    likely = "; ".join(found.words for found in ranked[:_LIKELIEST])
    guess = f"theo tên có thể là: {likely}?" if likely else "thuộc bộ nào?"
    return f"“{said}” không phải một bộ sản phẩm; {guess} Ghi: `ocop set {dossier_id} bộ=…`"
