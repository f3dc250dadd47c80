"""Make a draft: the template filled, its record beside it, and what its legal grounds lack."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from ocop_cli import __version__
from ocop_cli.documents.basis import NO_BASIS, Basis
from ocop_cli.documents.frame import commune_name
from ocop_cli.documents.grounds import ground_findings
from ocop_cli.documents.naming import names_in
from ocop_cli.documents.provenance import (
    kinds_masked,
    printed_data,
    source_hashes,
    values_to_print,
)
from ocop_cli.dossier.model import Dossier
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.programme.choices import ToneMarks
from ocop_cli.programme.form import FormInfo
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.short_hash import short_hash
from ocop_cli.rules.acts import acts_of
from ocop_cli.rules.decision import Rulebook
from ocop_cli.store.built_in.compiled import compiled_template
from ocop_cli.store.built_in.packaged import load_acts
from ocop_cli.store.files.changes import AnyChange, BigChange, Change, plan_write
from ocop_cli.store.papers.document_records import record_name
from ocop_cli.store.papers.drafts import free_path
from ocop_cli.store.papers.forms import load_form, template_hash, template_path
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.dump import dump
from ocop_cli.usecases.templates.fill_template import Properties, fill_own_template
from ocop_cli.usecases.templates.lost_labels import lost_of_the_law


class Draft(NamedTuple):
    """A document and its record as changes, and the findings about its grounds.

    ``differences`` are the lines in which it differs from the one that a person edited and that it is filed beside;
    ``None`` when there is no such document.
    """

    document: Change
    record: Change
    findings: tuple[Finding, ...]
    differences: tuple[str, ...] | None = None


class DraftMaker(Protocol):
    """Makes the draft of a form: ``owner`` names what it is about, ``of`` is the dossier the values were made of."""

    def __call__(
        self,
        form_id: str,
        owner: str,
        values: Mapping[str, Any],
        of: Dossier | None = None,
        *,
        filed_as: str = "",
        basis: Basis = NO_BASIS,
    ) -> Draft:
        """Return the draft; nothing is written. ``filed_as`` stands in the file's name in place of the owner.

        ``basis`` is what a paper over several records rests on.
        """


def with_records(changes: Sequence[AnyChange | Draft]) -> list[AnyChange]:
    """Return the changes of a verb in the order they are told: its files and documents, then their records."""
    files = [change.document if isinstance(change, Draft) else change for change in changes]
    return [*files, *(change.record for change in changes if isinstance(change, Draft))]


def written_order(changes: Sequence[AnyChange | Draft]) -> list[AnyChange]:
    """Return the changes of a verb in the order they are written: documents, their records, then what points to them."""
    drafts = [change for change in changes if isinstance(change, Draft)]
    made = [change for change in changes if isinstance(change, BigChange) and change.after]
    others = [
        change for change in changes
        if isinstance(change, Change) or (isinstance(change, BigChange) and not change.after)
    ]  # fmt: skip
    return [*made, *(each.document for each in drafts), *(each.record for each in drafts), *others]


def draft(
    sources: Sources,
    profile: Profile,
    rulebook: Rulebook,
    today: date,
    form_id: str,
    usual_path: str,
    values: Mapping[str, Any],
    made_of: tuple[str, Dossier] | None,
    basis: Basis = NO_BASIS,
) -> Draft:
    """Return the draft that a form makes of values, filed under its usual path or beside an edited document there.

    ``made_of`` is the dossier that the values come from, with its id; ``basis`` the records of a paper over several.
    """
    path, root, form = free_path(sources, usual_path), sources.root, load_form(form_id)
    shown = values_to_print(values, form)
    hidden, values = kinds_masked(values, form) if shown != values else [], shown
    template = template_path(root, form_id)
    document = plan_write(root, path, fill_template(template, profile, values, today, path))
    record = _record_change(root, document, form, values, template, today, made_of, basis)
    acts = (*acts_of(rulebook), *load_acts())
    grounds = ground_findings(values.get("grounds", ()), acts, today, path)
    findings = (*grounds, *lost_of_the_law(root, form_id), *_hidden(hidden, path))
    return Draft(document, record, findings, _differences(root, usual_path, document))


def _hidden(kinds: Sequence[str], path: str) -> Iterator[Finding]:
    """Yield the finding that personal data typed into other fields do not stand on a document."""
    if kinds:
        yield Finding(
            "P020",
            Severity.WARNING,
            f"Văn bản không in {', '.join(kinds)} ghi lẫn trong số liệu: đã che bằng dấu *",
            Place(path),
            why="biểu mẫu này không in dữ liệu cá nhân",
            hint="bỏ số ấy khỏi hồ sơ (`ocop check` chỉ dòng) rồi lập lại; cần in số của cơ quan thì ghi vào văn bản bằng Word",
        )


def fill_template(template: Path, profile: Profile, values: Mapping[str, Any], on: date, path: str) -> bytes:
    """Return the Word file that a template makes of values. Raises ``OcopError`` for a template that cannot be filled."""
    ready = compiled_template(template)
    properties = Properties(on, _title_of(values), f"UBND {commune_name(profile)}", record_name(path))
    kept = _names_kept(profile, values)
    if not ready:
        return fill_own_template(template, values, properties, kept)
    from ocop_cli.render.word import render  # heavy: only a verb that makes a document pays for it

    return render(template, values, **properties._asdict(), names_kept=kept, ready=ready)


def _differences(root: Path, usual_path: str, made: Change) -> tuple[str, ...] | None:
    """Compare a draft that is filed beside an edited document with that document."""
    from ocop_cli.render.texts import text_difference

    edited = root / usual_path
    if made.path == usual_path or not edited.is_file():
        return None
    return tuple(text_difference(edited.read_bytes(), made.after or b""))


def _names_kept(profile: Profile, values: Mapping[str, Any]) -> list[str] | None:
    """Return the names that keep their spelling where the office sets tone marks the new way, else ``None``."""
    if profile.settings.tone_marks is ToneMarks.OLD:
        return None
    return [*names_in(values), profile.commune.name, profile.province.name]


def _title_of(values: Mapping[str, Any]) -> str:
    """Return the subject on one line: on paper it may be set over several."""
    return " ".join(str(values["subject"]).split())


def _record_change(
    root: Path,
    document: Change,
    form: FormInfo,
    values: Mapping[str, Any],
    template: Path,
    on: date,
    dossier: tuple[str, Dossier] | None,
    basis: Basis,
) -> Change:
    """Return the change that files the record of a document that was just made."""
    owner, facts = dossier if dossier else (None, None)
    symbol = str(values.get("number", "")).partition("/")[2] if form.is_numbered else ""
    record = {
        "schema": "ocop/paper@1",
        "form": form.id,
        "title": _title_of(values),
        "symbol": symbol or None,
        "due": basis.due,
        "made": {
            "on": on,
            "tool": __version__,
            "document": short_hash(document.after or b""),
            "template": template_hash(template),
            "dossier": owner,
            "sources": source_hashes(facts, form) if facts else {},
            **({"records": dict(basis.records), "asked": dict(basis.asked)} if basis.records else {}),
        },
        "printed": printed_data(values, form),
    }
    return plan_write(root, record_name(document.path), dump(record).encode())
