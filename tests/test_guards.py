"""Nothing is written, typed and tested that the program does not use."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ocop_cli.app.aliases import ALIASES
from ocop_cli.app.table import DESK, TABLE
from ocop_cli.programme.profile import Settings
from ocop_cli.store.built_in.packaged import load_log_kinds
from ocop_cli.viet.text import fold
from support.source import FILES, name_of, tree_of

TREES = {name_of(path): tree_of(path) for path in FILES}
UNUSED_FOR_A_REASON = {
    "app/lazy.py PageCommand.format_help": "typer calls it",
    "app/lazy.py VerbGroup.format_help": "typer calls it",
    "app/lazy.py VerbGroup.parse_args": "typer calls it",
    "app/lazy.py VerbGroup.resolve_command": "typer calls it",
    "app/lazy.py help_screen": "tools/generate.py writes the screens with it",
    "lint/fixes.py FIXABLE": "a test compares it with the rules' data",
    "programme/version.py WrittenBy.program": "the gate reads the file by it; every run reads the same line without YAML",
    "reports/listing.py Listed.group_words": "a column of the index: asked for by its name",
    "reports/listing.py Listed.item": "a column of the index: asked for by its name",
    "programme/targets.py Targets.evaluated": "read by name in reports/roll_up.py and documents/plan.py",
    "programme/targets.py Targets.ideas": "read by name in reports/roll_up.py and documents/plan.py",
    "programme/targets.py Targets.submitted": "read by name in reports/roll_up.py and documents/plan.py",
    "programme/targets.py Targets.upgraded": "read by name in documents/plan.py",
    "render/compiled.py patched_sources": "tools/compile_data.py compiles the templates with it",
    "render/compiled.py _Environment.call_binop": "the template engine calls it",
    "render/compiled.py _Environment.intercepted_binops": "the template engine reads it",
    "usecases/templates/fill_template.py Properties.creator": "handed on by its name with the other properties",
    "rules/printed_form.py FormLine.dated": "the builder of the templates, tools/forms/printed.py, sets lines with it",
    "rules/printed_form.py FormLine.dots": "the builder of the templates, tools/forms/printed.py, sets lines with it",
    "rules/printed_form.py FormLine.new_page": "the builder of the templates, tools/forms/printed.py, sets lines with it",
    "rules/printed_form.py FormLine.only_with": "the builder of the templates, tools/forms/printed.py, sets lines with it",
    "rules/printed_form.py PEN": "the builder of the templates, tools/forms/printed.py, sets lines with it",
    "rules/printed_form.py FormLine.guide": "advice of the form, for whoever fills it in",
    "rules/wording_file.py TakenFrom.taken_on": "the gate reads the file by it, people read it",
    "rules/wording_file.py WordingFile.wording": "the gate reads the file by it; the law reads the same key as plain data",
    "store/foreign/html_rows.py _Reader.handle_data": "html.parser calls it",
    "store/foreign/html_rows.py _Reader.handle_endtag": "html.parser calls it",
    "store/foreign/html_rows.py _Reader.handle_starttag": "html.parser calls it",
    "store/workspace/schemas.py schema_files": "tools/generate.py writes the schemas with it",
    "viet/fields.py Record.model_config": "Pydantic reads it",
    "workflow/agenda.py Agenda.later": "read by the names of the buckets",
    "workflow/agenda.py Agenda.overdue": "read by the names of the buckets",
    "workflow/agenda.py Agenda.this_week": "read by the names of the buckets",
    "workflow/needs.py KNOWN_NEEDS": "a test compares it with the cycle's data",
}


class Defined(NamedTuple):
    """A public name with the lines of its definition; ``of`` is the class that it belongs to."""

    file: str
    name: str
    of: str
    lines: range

    def __str__(self) -> str:
        return f"{self.file} {self.of}{'.' if self.of else ''}{self.name}"


def names(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return [node.name]
        case ast.AnnAssign(target=ast.Name(id=name)) if not is_retired(node):
            return [name]
        case ast.Assign():
            return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return []


def is_retired(node: ast.AnnAssign) -> bool:
    """Say whether a field is only read so that an old file stays readable."""
    return isinstance(node.value, ast.Call) and any(k.arg == "deprecated" for k in node.value.keywords)


def defined() -> Iterator[Defined]:
    for file, tree in TREES.items():
        for node in tree.body:
            members = node.body if isinstance(node, ast.ClassDef) else []
            for owner, inner in [("", node), *((getattr(node, "name", ""), member) for member in members)]:
                lines = range(inner.lineno, (inner.end_lineno or 0) + 1)
                yield from (Defined(file, n, owner, lines) for n in names(inner) if not n.startswith("_"))


def uses() -> dict[str, list[tuple[str, int, bool]]]:
    """Map each name to where it is read: file, line, and whether as an attribute."""
    found = defaultdict(list)
    for file, tree in TREES.items():
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(ctx=ast.Load()):
                    found[node.attr].append((file, node.lineno, True))
                case ast.Name(ctx=ast.Load()):
                    found[node.id].append((file, node.lineno, False))
                case ast.alias(asname=str()):
                    found[node.name].append((file, node.lineno, False))
                case ast.MatchClass():
                    for attribute in node.kwd_attrs:
                        found[attribute].append((file, node.lineno, True))
    return found


def test_every_public_name_is_used_outside_its_own_definition() -> None:
    used = uses()
    verbs = {verb.target for entry in (*TABLE, DESK) for verb in (entry, *entry.verbs)}
    unused = {
        str(each)
        for each in defined()
        if f"{Path(each.file).stem}:{each.name}" not in verbs
        and not any(
            (file != each.file or line not in each.lines) and (by_attribute or not each.of)
            for file, line, by_attribute in used[each.name]
        )
    }
    assert unused - named_by_kinds_of_acts() == set(UNUSED_FOR_A_REASON)


def named_by_kinds_of_acts() -> set[str]:
    """Return the fields of an act, and the targets, that ``programme/data/activities.yaml`` names: they are read by name."""
    kinds = load_log_kinds().kinds.values()
    fields = {f"programme/log_entry.py LogEntry.{field.name}" for kind in kinds for field in kind.fields}
    return fields | {f"programme/targets.py Targets.{count.target}" for k in kinds for count in k.counts}


def test_every_setting_is_read() -> None:
    read = {
        node.attr
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("settings")
    }
    assert read == set(Settings.model_fields)


def test_no_two_test_files_share_a_name() -> None:
    """Pytest imports test files by their name: of two that share one it collects the first and stops at the other."""
    places = defaultdict(list)
    for path in Path(__file__).parent.rglob("test_*.py"):
        places[path.name].append(path)
    assert [paths for paths in places.values() if len(paths) > 1] == []


def test_every_verb_has_a_vietnamese_name_that_means_no_other() -> None:
    groups = {"": TABLE} | {verb.name: verb.verbs for verb in TABLE if verb.verbs}
    paths = [f"{group} {verb.name}".strip() for group, verbs in groups.items() for verb in verbs]
    assert set(ALIASES) == set(paths)
    for group, verbs in groups.items():
        names = [fold(ALIASES[f"{group} {verb.name}".strip()]).replace("-", "") for verb in verbs]
        assert len({*names, *(verb.name for verb in verbs)}) == 2 * len(verbs)
