"""What the folder holds of one person: where, for which form, since when; and what of it can be erased."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import ASKED, PrivateData
from ocop_cli.errors import OcopError
from ocop_cli.findings import FieldPath
from ocop_cli.programme.form import FormInfo
from ocop_cli.store.dossier.dossiers import (
    FORMS_FOLDER,
    PRIVATE_FOLDER,
    DossierFile,
    gather_dossiers,
    private_name,
)
from ocop_cli.store.files.changes import AnyChange, plan_delete
from ocop_cli.store.files.interviews import INTERVIEWS, interview_files
from ocop_cli.store.files.journal import FOLDERS, Step, kept_name
from ocop_cli.store.papers.forms import form_ids, load_form
from ocop_cli.store.reading.gaps import Gap
from ocop_cli.store.reading.records import load_record
from ocop_cli.store.reading.sources import Sources, in_the_way
from ocop_cli.store.workspace.data_files import files_below
from ocop_cli.store.workspace.data_places import DATA_PLACES, DataPlace, model_of
from ocop_cli.store.yaml.source import Source
from ocop_cli.usecases.privacy.documents import (
    names_person,
    naming_documents,
    own_documents,
    packages_of,
    received_forms,
)
from ocop_cli.usecases.privacy.fields import Wanted, without_person
from ocop_cli.usecases.privacy.holding import BY_LAW, Fate, Holding
from ocop_cli.usecases.privacy.kept import kept_copies
from ocop_cli.viet.field_titles import titles_of
from ocop_cli.viet.fields import Record
from ocop_cli.viet.ids import is_id
from ocop_cli.viet.text import fold, slug

_ANY = "1"  # a file in a folder
_SHOWN = 3  # fields of a file that are named


class Person(NamedTuple):
    """What was found of a person, the dossiers that he or she represents, and the data files that could not be read.

    ``kept`` are the contents kept for undo that hold such data: the step, and the file that it keeps. ``interviews`` are
    files of answers that a command keeps until it goes on.
    """

    dossiers: tuple[str, ...]
    holdings: tuple[Holding, ...]
    unread: tuple[str, ...]
    wanted: Wanted
    kept: tuple[tuple[Step, str], ...] = ()
    interviews: tuple[Path, ...] = ()


def find_person(sources: Sources, wanted: str) -> Person:
    """Look for a person by name, or by the id of the dossier that he or she represents."""
    gaps: list[Gap] = []
    every = list(gather_dossiers(sources).rest(gaps.append))
    for file in every:
        sources.keep(file.source)
    files = [file for file in every if _represents(file, wanted)]
    named_by_id = any(wanted == file.id for file in files)
    names = {name for file in files if (name := _representative(file))} | (set() if named_by_id else {wanted})
    person, unread = Wanted(names, files, every), [gap.name for gap in gaps]
    holdings = _once_each(list(_holdings(sources, person, files, every, unread)))
    ids = tuple(file.id for file in files) or ((wanted,) if is_id(wanted) else ())
    beside = (*FOLDERS, INTERVIEWS)
    closed = [folder for folder in beside if _is_closed(sources, f"{folder}/{_ANY}", unread)]
    kept = () if closed else tuple(kept_copies(sources.root, ids, names, holdings))
    answers = () if closed else interview_files(sources.root)
    left = tuple(path for path in answers if names_person(path.read_bytes(), names))
    told = (
        *holdings,
        *(_of_copy(sources.root, step, path) for step, path in kept),
        *(_of_interview(sources.root, path) for path in left),
    )
    return Person(tuple(file.id for file in files), told, tuple(dict.fromkeys(unread)), person, kept, left)


def _holdings(
    sources: Sources,
    person: Wanted,
    files: Collection[DossierFile],
    every: Collection[DossierFile],
    unread: list[str],
) -> Iterator[Holding]:
    """Yield what papers, forms, packages and data files hold of a person: of the person's own dossiers, ``files``, and of all.

    ``unread`` gets the files that could not be read.
    """
    names = person.names
    for file in files:
        yield from (*_private(sources, file, unread), *own_documents(sources, file))
    yield from _scans(sources, files, names, unread)
    yield from naming_documents(sources, names, unread)
    yield from received_forms(sources, every, names, unread)
    sent = {r.package for file in every for r in file.dossier.submissions if r.package and r.on}
    yield from packages_of(sources, files, sent, names, unread)
    for place in DATA_PLACES:
        for file_name in place.files(sources.root):
            yield from _fields(sources, place, file_name, person, unread)


def _once_each(found: list[Holding]) -> list[Holding]:
    """Name each file once, and its fields by what can be done with them; what has to be kept as a whole is kept."""
    whole: dict[str, Holding] = {}
    for each in sorted(found, key=lambda holding: holding.fate is not Fate.KEPT):
        if not each.fields:
            whole.setdefault(each.file, each)
    return [*whole.values(), *(each for each in found if each.fields and each.file not in whole)]


def _of_copy(root: Path, step: Step, path: str) -> Holding:
    name = kept_name(root, step, path)
    return Holding(name, f"bản lưu của {path} trước bước “{step.label}”", Fate.ERASED, "hoàn tác")


def _of_interview(root: Path, path: Path) -> Holding:
    name = path.relative_to(root).as_posix()
    return Holding(name, "câu trả lời của một lệnh hỏi dở", Fate.ERASED, "trả lời tiếp")


def erasing_changes(sources: Sources, person: Person) -> tuple[list[AnyChange], list[str]]:
    """Return the changes that delete what may be erased and take the person out of fields, and the files that resist.

    A deleted paper stays named, and `check` tells it. A file resists that would not be read without a field.
    """
    copies = {kept_name(sources.root, *one) for one in person.kept}
    copies |= {path.relative_to(sources.root).as_posix() for path in person.interviews}
    changes, left = list[AnyChange](), list[str]()
    for holding in person.holdings:
        if holding.fate is not Fate.ERASED or holding.file in copies:
            continue
        if not holding.fields:
            changes.append(plan_delete(sources.root, holding.file))
            continue
        model = model_of(holding.file)
        assert model is not None, "fields are those of data files"
        made = without_person(sources, sources.read(holding.file), model, person.wanted, list(holding.fields))
        if made is None:
            left.append(holding.file)
        else:
            changes.append(made)
    return changes, left


def person_json(wanted: str, person: Person, commits: int) -> dict[str, Any]:
    """Return what was found as JSON: ``holdings`` with file, what, fate, purpose, basis, since, why."""
    rows = [
        {
            **holding._asdict(),
            "fate": holding.fate.name.lower(),
            "fields": [".".join(map(str, field)) for field in holding.fields],
        }
        for holding in person.holdings
    ]
    return {
        "person": wanted,
        "dossiers": list(person.dossiers),
        "holdings": rows,
        "not_read": list(person.unread),
        "git_commits": commits,
    }


def _representative(file: DossierFile) -> str:
    person = file.dossier.producer.representative
    return person.name if person else ""


def _represents(file: DossierFile, wanted: str) -> bool:
    return wanted == file.id or fold(_representative(file)) == fold(wanted)


def _is_closed(sources: Sources, name: str, unread: list[str]) -> bool:
    """Say whether the folder of a file may not be entered; ``unread`` gets it then."""
    closed = in_the_way(sources.root, name)
    unread += [closed] if closed != name else []
    return closed != name


def _private(sources: Sources, file: DossierFile, unread: list[str]) -> Iterator[Holding]:
    """Yield the file of personal data of a dossier, and the forms that are kept beside it."""
    name = private_name(file.id)
    if _is_closed(sources, name, unread) or _is_closed(sources, f"{FORMS_FOLDER}/{file.id}/{_ANY}", unread):
        return
    if (sources.root / name).is_file():
        private = load_record(sources, name, PrivateData).record or PrivateData()
        held = [field for field in ASKED if getattr(private, field)]
        forms = [form for form in map(load_form, form_ids()) if set(form.personal) & set(held)]
        words = ", ".join(ASKED[field].lower() for field in held) or "chưa ghi mục nào"
        yield Holding(name, words, Fate.ERASED, _names(forms), _cites(forms), private.held_since)
    for path in files_below(sources.root / FORMS_FOLDER / file.id):
        if path.is_file():
            kept = path.relative_to(sources.root).as_posix()
            yield Holding(kept, "phiếu của chủ thể đã đọc vào hồ sơ", Fate.ERASED, "đối chiếu với hồ sơ")


def _names(forms: list[FormInfo]) -> str:
    return "in trên " + ", ".join(form.name for form in forms) if forms else ""


def _cites(forms: list[FormInfo]) -> str:
    return "; ".join(dict.fromkeys(form.cite for form in forms if form.cite))


def _scans(
    sources: Sources, files: Collection[DossierFile], names: Collection[str], unread: list[str]
) -> Iterator[Holding]:
    """Yield the scans whose name is the person's; those of a dossier that was sent stay."""
    wanted = [slug(name) for name in names if slug(name)]
    sent = {file.id for file in files if file.dossier.submission and file.dossier.submission.on}

    def closed(error: OSError) -> None:
        unread.append(in_the_way(sources.root, Path(error.filename).relative_to(sources.root).as_posix()))

    for path in files_below(sources.root / "papers", closed):
        name = path.relative_to(sources.root).as_posix()
        if not any(one in slug(path.name) for one in wanted):
            continue
        if (closed_folder := in_the_way(sources.root, name)) != name:
            unread.append(closed_folder)
        elif path.is_file():
            is_kept = len(path.parts) > 1 and path.parent.name in sent
            fate, why = (Fate.KEPT, BY_LAW) if is_kept else (Fate.ERASED, "tên tệp là tên người này")
            yield Holding(name, "bản quét giấy tờ", fate, "minh chứng của hồ sơ", why=why)


def _fields(
    sources: Sources, place: DataPlace, name: str, wanted: Wanted, unread: list[str]
) -> Iterator[Holding]:
    """Yield a data file with the fields in which the person stands, by what can be done with them."""
    found = _searched(sources, place, name, wanted, unread)
    if found is None:
        return
    source, record = found
    fates: dict[tuple[Fate, str], list[FieldPath]] = {}
    for field in wanted.fields(source, record):
        fates.setdefault(_fate_of(wanted, name, record, field), []).append(field)
    for (fate, why), fields in fates.items():
        titles = list(dict.fromkeys(titles_of(type(record), field) for field in fields))
        more = f"; và {len(titles) - _SHOWN} mục khác" if len(titles) > _SHOWN else ""
        yield Holding(name, f"{'; '.join(titles[:_SHOWN])}{more}", fate, why=why, fields=tuple(fields))


def _searched(
    sources: Sources, place: DataPlace, name: str, wanted: Wanted, unread: list[str]
) -> tuple[Source, Record] | None:
    """Read a data file in which the person may stand; ``None`` for another, which ``unread`` gets where that is not known."""
    try:
        source = sources.read(name)
        if source.data is None:  # nothing can be said of what it holds
            unread.append(source.name)
            return None
        if name.startswith(f"{PRIVATE_FOLDER}/") or not wanted.may_stand_in(source):
            return None
        is_dossier = place.model is Dossier
        record = wanted.dossiers.get(name) if is_dossier else load_record(sources, name, place.model).record
    except (OSError, OcopError):
        record = None
    if record is None:
        unread.append(name)
        return None
    return source, record


def _fate_of(wanted: Wanted, name: str, record: Record, field: FieldPath) -> tuple[Fate, str]:
    if wanted.is_kept(name, record, field):
        return Fate.KEPT, BY_LAW
    why = wanted.by_hand(record, field)
    return (Fate.BY_HAND, why) if why else (Fate.ERASED, "bỏ khỏi tệp")
