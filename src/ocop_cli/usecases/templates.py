"""Is a workspace's own Word template one that the program can fill?"""

from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.render.variables import variables_of
from ocop_cli.rules.printed_form import lost_labels
from ocop_cli.store.forms import load_form, own_template, packaged_template, template_path
from ocop_cli.store.rulebook import load_rulebook

_SHOWN = 3  # lines of a form that are named


def template_findings(root: Path, form: str) -> list[Finding]:
    """Compare what a template asks for with what the program fills."""
    name = own_template(root, form).relative_to(root).as_posix()
    known = variables_of(packaged_template(form))
    try:
        asked = variables_of(template_path(root, form))
    except OcopError as error:
        return [
            Finding(
                error.code or "F301", Severity.ERROR, error.message.rstrip("."), Place(name), hint=error.hint
            )
        ]
    unknown = [
        Finding(
            "F305", Severity.ERROR, f"Không có giá trị tên “{variable}”: {'; '.join(places)}", Place(name),
            why="chương trình không biết điền gì vào chỗ này", hint=f"các tên đã có: {', '.join(known)}",
        )
        for variable, places in asked.items() if variable not in known
    ]  # fmt: skip
    unused = [
        Finding("F306", Severity.HINT, f"Biểu mẫu không in “{variable}”", Place(name), hint="bỏ qua nếu đúng ý xã")
        for variable in known if variable not in asked
    ]  # fmt: skip
    return [*unknown, *unused, *lost_of_the_law(root, form)]


def lost_of_the_law(root: Path, form_id: str) -> list[Finding]:
    """F309: a template of the workspace does not print every line of the law's form that it is, in its order."""
    from ocop_cli.render.texts import (
        text_lines,
    )  # heavy: only a form of the law in a template of one's own needs it

    own, printed = own_template(root, form_id), load_form(form_id).printed
    form = load_rulebook(root).texts[-1].procedure.form(printed) if printed and own.is_file() else None
    lost = lost_labels("\n".join(text_lines(own.read_bytes())), form.labels) if form else []
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
