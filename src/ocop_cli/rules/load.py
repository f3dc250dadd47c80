"""Build the rulebook from plain data: folders of files, amendments and overlays, merged and read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from ocop_cli.findings import Finding
from ocop_cli.rules.decision import Amendment, Decision, Rulebook
from ocop_cli.rules.load_decision import (
    DECISION_KEYS,
    read_amendment,
    read_parts,
    read_product_groups,
    read_sources,
    read_text,
)
from ocop_cli.rules.load_sets import SET_KEYS, read_sets
from ocop_cli.rules.printed_form import PrintedForm
from ocop_cli.rules.reading import Context, Node

Data = dict[str, object]
Folder = Mapping[str, object]
"""The files of one decision: file name → its data, every scalar as text."""

_TOP = SET_KEYS | {
    "decision",
    "grounds",
    "parts",
    "procedure",
    "product_groups",
    "sources",
    "stars",
    "measured",
    "transitions",
    "unmet",
}


class LoadedRules(NamedTuple):
    """The rulebook as far as it can be read, and every error of the data."""

    rulebook: Rulebook
    findings: tuple[Finding, ...]


def build_rulebook(
    folders: Mapping[str, Folder], overlays: Mapping[str, Folder] | None = None, *, careful: bool = True
) -> LoadedRules:
    """Read every decision; an overlay folder of the same name is laid over the decision it names.

    An overlay folder with a name of its own is a decision of its own. A reading that is not ``careful`` leaves the
    criteria of each product set until they are asked for; errors in them are then not among the findings.
    """
    laid = overlays or {}
    findings: list[Finding] = []
    texts: list[Decision] = []
    for name in sorted(folders.keys() | laid.keys()):
        over = laid.get(name, {}) if name in folders else {}
        context = Context(file=f"rules/{name}", careful=careful)
        texts += _read_folder(context, folders.get(name, laid.get(name, {})), over)
        findings += context.findings
    texts.sort(key=lambda text: text.text_from)
    finished = (_with_layouts(_ended(text, texts), texts) for text in texts)
    return LoadedRules(Rulebook(tuple(finished)), tuple(findings))


def _ended(text: Decision, texts: Sequence[Decision]) -> Decision:
    """Tell a decision what later ones say of the dossiers filed under it."""
    clauses = (clause for other in texts for clause in other.transitions if clause.under == text.id)
    return text._replace(ended_by=tuple(dict.fromkeys(clauses)))


def _with_layouts(text: Decision, texts: Sequence[Decision]) -> Decision:
    """Give every form whose printed words nobody could read the layout of the form that stands in for it."""
    forms = tuple(_laid_out(form, texts) for form in text.procedure.forms)
    return text._replace(procedure=text.procedure._replace(forms=forms))


def _laid_out(form: PrintedForm, texts: Sequence[Decision]) -> PrintedForm:
    others = (text.procedure.form(form.id) for text in texts if text.id == form.like)
    other = next((other for other in others if other), None)
    return form._replace(lines=other.lines, filled=other.filled, boxes=other.boxes) if other else form


def merge(base: Mapping[str, object], over: Mapping[str, object]) -> Data:
    """Lay one mapping over another: mappings are merged key by key, everything else is replaced."""
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        both = isinstance(below, dict) and isinstance(value, dict)
        merged[key] = merge(below, value) if both else value  # type: ignore[arg-type]  # checked above
    return merged


def _read_folder(context: Context, folder: Folder, overlay: Folder) -> list[Decision]:
    base, amending = _gather(context, folder)
    over, amending_over = _gather(context, overlay)
    base = merge(base, over)
    if not isinstance(base.get("decision"), dict):
        context.finding("R005", (), "Thư mục này không có phần “decision”.", "Thêm tệp decision.yaml.")
        return []
    corrections = sorted(name for name, data in overlay.items() if not _only_words(data))
    return _read_texts(context, base, [*amending, *amending_over], tuple(corrections))


def _only_words(data: object) -> bool:
    """Say whether a file of an overlay holds nothing but the decision's own words: it corrects nothing."""
    return isinstance(data, dict) and data.keys() == {"wording"}


def _gather(context: Context, folder: Folder) -> tuple[Data, list[Data]]:
    """Merge the files of a folder into one mapping, keeping amendments apart."""
    base: Data = {}
    amending: list[Data] = []
    for name, data in sorted(folder.items()):
        if not isinstance(data, dict):
            context.finding("R005", (name,), f"Tệp {name} phải là một khối.")
        elif "amendment" in data:
            amending.append(data)
        else:
            base = merge(base, data)
    return base, amending


def _read_texts(
    context: Context, base: Data, amending: list[Data], overlays: tuple[str, ...]
) -> list[Decision]:
    """Read the text as issued and one consolidated text per amendment, oldest first."""
    read_sources(Node(context, base))
    amendments = sorted(
        ((_amendment(context, x), x) for x in amending), key=lambda pair: pair[0].effective_from
    )
    ends = [amendment.effective_from - timedelta(days=1) for amendment, _ in amendments]
    texts: list[Decision] = []
    top = _top(context, base)
    for step, text_to in enumerate([*ends, None]):
        changes = _changes(amendments[step - 1][1]) if step else {}
        top = _top(context, merge(top.data, changes)) if step else top
        same_sets = texts and not changes.keys() & SET_KEYS
        sets = texts[-1].sets if same_sets else read_sets(top, read_parts(top), read_product_groups(top))
        made = tuple(amendment for amendment, _ in amendments[:step])
        texts.append(read_text(top, sets, made, text_to, overlays))
    return texts


def _top(context: Context, data: Data) -> Node:
    """Return the top of one text; each text has a number of its own to cite, sources and findings are shared."""
    top = Node(replace(context), data)
    top.only(_TOP)
    head = top.child("decision")
    head.only(DECISION_KEYS)
    top.context.number = head.text("number")
    top.context.default_source = head.text("source")
    return top


def _amendment(context: Context, data: Data) -> Amendment:
    node = Node(context, data)
    read_sources(node)
    return read_amendment(node.child("amendment"))


def _changes(amendment: Data) -> Data:
    return {key: value for key, value in amendment.items() if key != "amendment"}
