"""``ocop templates``: the Word templates, and the commune's own in their place."""

from typing import Annotated

import typer

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.findings import findings_json
from ocop_cli.programme.form import current_form_id
from ocop_cli.session import Session
from ocop_cli.store.files.changes import plan_write
from ocop_cli.store.papers.forms import form_ids, load_form, own_template, packaged_template
from ocop_cli.tables import Column, Table, table_json
from ocop_cli.usecases.templates.templates import has_own, template_findings


def list_templates(session: Session) -> int:
    """List every form, and whether the workspace has its own template."""
    columns = (Column("Mã"), Column("Biểu mẫu", weight=3), Column("Căn cứ", weight=3), Column("Dùng bản"))
    forms = [(form, own_template(session.root, form.id).is_file()) for form in map(load_form, form_ids())]
    rows = tuple(
        (form.id, form.name, form.cite, "của xã" if is_own else "của chương trình") for form, is_own in forms
    )
    table = Table("Các biểu mẫu", columns, rows)
    if session.options.json:
        told = [{"id": form.id, "name": form.name, "cite": form.cite, "own": own} for form, own in forms]
        session.json("ocop/templates@1", {**table_json(table), "forms": told})
    session.show_table(table)
    return 0


def check(
    session: Session,
    forms: Annotated[list[str] | None, typer.Argument(help="Mã biểu mẫu; bỏ trống: mọi bản của xã.")] = None,
) -> int:
    """Name every unknown or unused variable, and refuse what is unsafe."""
    named = [_known(session, form) for form in forms or ()]
    wanted = [form for form in named or form_ids() if has_own(session.root, form)]
    findings = [finding for form in wanted for finding in template_findings(session.root, form)]
    if session.options.json:
        session.json("ocop/findings@1", {"findings": findings_json(findings)})
    session.show_findings(findings)
    if not findings:
        session.say(
            f"Đã kiểm tra {len(wanted)} biểu mẫu, không có lỗi."
            if wanted
            else "Xã chưa có biểu mẫu riêng nào."
        )
    return session.exit_code(findings)


def eject(
    session: Session, form: Annotated[str, typer.Argument(help="Mã biểu mẫu; xem `ocop templates list`.")]
) -> int:
    """Copy a template into the workspace, where it wins, with the list of the names that it may use."""
    form = _known(session, form)
    target = own_template(session.root, form)
    if target.is_file():
        raise OcopError(
            f"Xã đã có biểu mẫu {form} riêng.", f"Sửa tệp {target}, hoặc xóa đi để dùng bản gốc.", exit_code=1
        )
    packaged, folder = packaged_template(form), f"templates/{form}"
    names = packaged.with_name("variables.md")
    session.write(
        [
            plan_write(session.root, f"{folder}/form.docx", packaged.read_bytes()),
            plan_write(session.root, f"{folder}/variables.md", names.read_bytes()),
        ],
        f"biểu mẫu {form}",
        f"sửa bằng Word, rồi `ocop templates check {form}`",
    )
    return 0


def _known(session: Session, name: str) -> str:
    """Return the id of a form; an old id is taken too, and the new one named."""
    form = current_form_id(name)
    if form not in form_ids():
        raise OcopError(f"Không có biểu mẫu “{name}”.", "Xem `ocop templates list`.", exit_code=MISUSE)
    if form != name:
        session.console.note(f"Biểu mẫu {name} nay có mã {form}.")
    return form
