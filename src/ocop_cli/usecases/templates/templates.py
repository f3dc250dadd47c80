"""Is a workspace's own Word template one that the program can fill?"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.lint.report import report_violations
from ocop_cli.render.broken_tags import broken_tags
from ocop_cli.render.inspect import open_template
from ocop_cli.render.variables import variables_of
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.store.papers.forms import load_form, own_template, packaged_template, template_path
from ocop_cli.usecases.templates.fill_template import tried, tried_own
from ocop_cli.usecases.templates.lost_labels import lost_of_the_law
from ocop_cli.usecases.templates.template_facts import fact_findings

_OTHER_FORMATS = {".dotx", ".dotm", ".docm", ".doc", ".dot", ".odt", ".ott", ".rtf"}


def template_findings(root: Path, form: str) -> list[Finding]:
    """Look for what would spoil a paper in a commune's template: tags, trial filling, names, form, the law's words."""
    own = own_template(root, form)
    name = own.relative_to(root).as_posix()
    if not own.is_file():
        return list(_not_taken(root, own))
    printed = variables_of(packaged_template(form))
    # a name with a source is given, also where only the template of an earlier version printed it
    known = sorted({*printed, *load_form(form).sources})
    spoilt = _spoilt(own, name, known)
    if spoilt:
        return spoilt
    template = template_path(root, form)
    try:
        made = tried_own(template)
    except OcopError as refused:
        return [_refusal(refused, name)]
    asked = variables_of(template)
    usual = tried(packaged_template(form))
    facts = fact_findings(usual, made, asked, name)
    names = (*_unknown(asked, known, name), *_not_printed(printed, asked, name))
    return [*names, *facts, *_unlike(usual, made, name), *lost_of_the_law(root, form)]


def _unknown(asked: Mapping[str, Sequence[str]], known: Collection[str], name: str) -> Iterator[Finding]:
    """F305: names that the template asks for and nobody gives."""
    for variable, places in asked.items():
        if variable not in known:
            message = f"Không có giá trị tên “{variable}”: {'; '.join(places)}"
            why, hint = "chương trình không biết điền gì vào chỗ này", f"các tên đã có: {', '.join(known)}"
            yield Finding("F305", Severity.ERROR, message, Place(name), why=why, hint=hint)


def _not_printed(printed: Iterable[str], asked: Collection[str], name: str) -> Iterator[Finding]:
    """F306: names that the program's own template prints and this one does not."""
    for variable in printed:
        if variable not in asked:
            message = f"Biểu mẫu không in “{variable}”"
            yield Finding("F306", Severity.HINT, message, Place(name), hint="bỏ qua nếu đúng ý xã")


def has_own(root: Path, form: str) -> bool:
    """Say whether the workspace has a template for a form, or a file that somebody took for one."""
    own = own_template(root, form)
    return own.is_file() or any(_not_taken(root, own))


def _not_taken(root: Path, own: Path) -> Iterator[Finding]:
    """A template saved in another format lies there unread, and the program's own is used."""
    for other in sorted(own.parent.glob("form.*")) if own.parent.is_dir() else ():
        if other.suffix.lower() in _OTHER_FORMATS:
            told = (
                f"Tệp {other.name} không được dùng: chương trình chỉ đọc form.docx, nay vẫn dùng biểu mẫu gốc"
            )
            cure = "mở bằng Word, Lưu thành form.docx (kiểu Word Document .docx) trong cùng thư mục"
            yield Finding("F303", Severity.ERROR, told, Place(other.relative_to(root).as_posix()), hint=cure)


def _spoilt(own: Path, name: str, known: Collection[str]) -> list[Finding]:
    """Tags that only look like tags, or would cut the document apart; unreadable files are told by the trial."""
    try:
        faults = list(broken_tags(open_template(own), known))
    except OcopError as error:
        return [_refusal(error, name)]
    why = "chỗ viết sai in nguyên ra giấy, hoặc làm mất phần văn bản sau nó"
    return [
        Finding("F301", Severity.ERROR, f"{fault.place}: {fault.what}", Place(name), why=why, hint=fault.cure)
        for fault in faults
    ]


def _refusal(error: OcopError, name: str) -> Finding:
    return Finding(
        error.code or "F301", Severity.ERROR, error.message.rstrip("."), Place(name), hint=error.hint
    )


def _unlike(usual: Mapping[str, bytes], made: Mapping[str, bytes], name: str) -> Iterator[Finding]:
    """Judge a trial document by the decree, beside that of the program's template: only what is new is told."""
    standard = load_standard()
    before, own = (
        {v.rule: v for v in report_violations(each["specimen"], standard).violations}
        for each in (usual, made)
    )
    for rule in sorted(own.keys() - before.keys()):
        told = standard.rules[rule]
        if told.severity in "EW":
            message = f"Văn bản làm theo biểu mẫu này sai thể thức: {told.title} ({own[rule].place}: {own[rule].found})"
            yield Finding(
                "F310", Severity.WARNING, message, Place(name), hint=told.hint, cite=standard.cite(rule)
            )
