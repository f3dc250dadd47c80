"""What a workspace's own template lost of the form that the law prints."""

from pathlib import Path

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.rules.printed_form import lost_labels
from ocop_cli.store.law.rulebook import load_rulebook
from ocop_cli.store.papers.forms import load_form, own_template, packaged_template

_SHOWN = 3  # lines of a form that are named


def lost_of_the_law(root: Path, form_id: str) -> list[Finding]:
    """F309: a template of the workspace does not print every line of the law's form that it is, in its order."""
    # heavy: only a form of the law in one's own template needs it
    from ocop_cli.render.texts import text_lines

    own, printed = own_template(root, form_id), load_form(form_id).printed
    form = load_rulebook(root).texts[-1].procedure.form(printed) if printed and own.is_file() else None
    lost = lost_labels("\n".join(text_lines(own.read_bytes())), form.labels) if form else []
    if form and lost:  # a line that the program's own template fills in by a tag is not lost
        ours = lost_labels("\n".join(text_lines(packaged_template(form_id).read_bytes())), form.labels)
        lost = [label for label in lost if label not in ours]
    if form is None or not lost:
        return []
    more = f" và {len(lost) - _SHOWN} chỗ khác" if len(lost) > _SHOWN else ""
    shown = "; ".join(f"“{label}”" for label in lost[:_SHOWN])
    return [
        Finding(
            "F309", Severity.WARNING, f"Biểu mẫu riêng thiếu, hoặc đặt sai chỗ, lời in của {form.number}: {shown}{more}",
            Place(own.relative_to(root).as_posix()), why="mẫu của quyết định phải in đủ, đúng thứ tự",
            hint="xóa tệp này để dùng bản của chương trình, hoặc chép lại các dòng thiếu", cite=form.cite,
        )
    ]  # fmt: skip
