"""Is a workspace's own Word template one that the program can fill?"""

from pathlib import Path

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.render.variables import variables_of
from ocop_cli.store.forms import own_template, packaged_template, template_path
from ocop_cli.usecases.fill_template import try_own_template
from ocop_cli.usecases.lost_labels import lost_of_the_law


def template_findings(root: Path, form: str) -> list[Finding]:
    """Compare what a template asks for with what the program fills."""
    name = own_template(root, form).relative_to(root).as_posix()
    known = variables_of(packaged_template(form))
    template = template_path(root, form)
    refused = try_own_template(template)
    if refused:
        message = refused.message.rstrip(".")
        return [Finding(refused.code or "F301", Severity.ERROR, message, Place(name), hint=refused.hint)]
    asked = variables_of(template)
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
