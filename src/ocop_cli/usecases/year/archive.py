"""The records of a year in one package with its list: what is closed goes in, what is still open is named."""

from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple

from ocop_cli.documents.frame import commune_name
from ocop_cli.dossier.private import is_out_of_reach
from ocop_cli.dossier.stage import stage_of
from ocop_cli.programme.document_record import Attached, DocumentRecord
from ocop_cli.programme.inspection import Inspection
from ocop_cli.programme.profile import Profile
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import DossierFile, gather_dossiers, producer_files
from ocop_cli.store.dossier.evidence import named_files
from ocop_cli.store.files.big import make_big
from ocop_cli.store.files.changes import BigChange, plan_big
from ocop_cli.store.files.paths import is_file
from ocop_cli.store.papers.bag import Content, write_bag
from ocop_cli.store.papers.document_records import record_names
from ocop_cli.store.papers.drafts import free_file, numbered
from ocop_cli.store.programme.inspection_files import INSPECTION_FOLDER
from ocop_cli.store.reading.gaps import Gap, GapTaker, refuse_gaps
from ocop_cli.store.reading.records import load_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_files import data_files, files_below, is_hidden, stands_for_folder

LIST = "DANH-MUC.txt"
_YEARS = ("plans", "activities", "numbers", "inspection-programmes")  # one file a year
_DATED = ("meetings", "inspections", "reports")  # files with their day in the name


class YearRecords(NamedTuple):
    """The files of a year, relative to the workspace, and the dossiers of it that are still under way, id and stage.

    ``lost`` are files that the records name and that are not there.
    """

    files: tuple[str, ...]
    open: tuple[tuple[str, str], ...]
    lost: tuple[str, ...]


def records_of(sources: Sources, year: int) -> YearRecords:
    """Return what a year's archive holds. Raises ``OcopError`` while a dossier cannot be read: nothing is left out unseen."""
    stages, closed, still = load_cycle().stages, list[DossierFile](), list[tuple[str, str]]()
    gaps = list[Gap]()
    for file in gather_dossiers(sources).rest(gaps.append):
        if file.dossier.registration.year != year:
            continue
        stage = stage_of(stages, file.dossier.stage)
        if stage.under_way:
            still.append((file.id, stage.name))
        else:
            closed.append(file)
    open_papers = tuple(f"documents/{year}/{dossier_id}-" for dossier_id, _ in still)
    there = filter(sources.may_have, _of_programme(sources.root, year))
    programme = {name for name in there if not name.startswith(open_papers)}
    programme |= set(_beside_records(sources, programme, gaps.append))
    named = {*programme, *(name for file in closed for name in _of_dossier(file))}
    names = sorted(name for name in named if not is_out_of_reach(name))
    gaps += (gap for name in names if (gap := _unopened(sources, name)))
    refuse_gaps(gaps, "nên chưa lưu trữ được")
    files = tuple(name for name in names if sources.has(name))
    return YearRecords(files, tuple(still), tuple(name for name in names if name not in files))


def _of_programme(root: Path, year: int) -> Iterator[str]:
    """Yield the files of the programme that a year may have, and what stands for folders that cannot be had."""
    found = [root / "ocop.yaml", *(root / f"programme/{folder}/{year}.yaml" for folder in _YEARS)]
    found += [
        path
        for folder in _DATED
        for path in data_files(root / f"programme/{folder}")
        if str(year) in path.stem or stands_for_folder(path)
    ]
    found += data_files(root / f"documents/{year}", "**/*.yaml")
    found += (path for path in files_below(root / f"documents/{year}") if path.is_file())
    yield from (_name(root, path) for path in found if not is_hidden(path.name))


def _beside_records(sources: Sources, names: Set[str], take: GapTaker) -> Iterator[str]:
    """Yield the signed scans of the documents and the photos of the inspections among some files."""
    inspections = {name for name in names if name.startswith(f"{INSPECTION_FOLDER}/")}
    models = dict.fromkeys(record_names(sources.root), DocumentRecord) | dict.fromkeys(
        inspections, Inspection
    )
    for name in names & models.keys():
        loaded = load_record(sources, name, models[name])
        match loaded.record:
            case DocumentRecord(signed=Attached(file=scan)):
                yield scan
            case Inspection(photos=photos):
                yield from (photo.file for photo in photos)
            case None:
                take(Gap(name, name, loaded.findings))


def _of_dossier(file: DossierFile) -> list[str]:
    """Return a dossier with its producer's record and every file that it names."""
    return [file.source.name, *named_files(file.dossier), *producer_files(file.source)]


def _unopened(sources: Sources, name: str) -> Gap | None:
    """Return what is no file that can be packed: another thing in its place, or in that of its folder."""
    if is_file(sources.root / name) or not sources.may_have(name):
        return None
    source = sources.read(name)
    return Gap(source.name, source.name, source.findings)


def archive_change(
    sources: Sources, year: int, found: YearRecords, profile: Profile, on: date, *, trial: bool
) -> BigChange:
    """Return the change that files the package: every file as it is, its list, and the hashes of all."""
    name = f"luu-tru-{year}"
    inside = _names_inside(found.files)
    payload: dict[str, Content] = {inside[file]: sources.root / file for file in found.files}
    payload[LIST] = _list(year, found, inside).encode()
    info = {
        "Source-Organization": f"UBND {commune_name(profile)}",
        "Bagging-Date": on.isoformat(),
        "External-Description": f"Hồ sơ OCOP năm {year}",
    }

    def write(file: BinaryIO) -> None:
        write_bag(file, name, payload, info)

    made = make_big(sources.root, write, trial=trial)
    return plan_big(sources.root, free_file(sources.root, f"packages/{name}.zip", made), made)


def _names_inside(files: Iterable[str]) -> dict[str, str]:
    """Return the name of each file in the package: its own, with the percent sign in words and without line breaks.

    RFC 8493 (2.1.3) has both percent-encoded in the lists of a package; programs that validate packages take the
    percent sign as it stands (``findings/bagit-takes-percent-sign-as-it-is.sh``). Without them in a name all agree.
    """
    names = {file: " ".join(file.replace("%", " phần trăm").splitlines()) for file in files}
    taken = {file for file, name in names.items() if name == file}
    for file in sorted(names.keys() - taken):
        names[file] = next(name for name in numbered(names[file]) if name not in taken)
        taken.add(names[file])
    return names


def _list(year: int, found: YearRecords, inside: Mapping[str, str]) -> str:
    """Return the list of an archive as people read it; the dossiers that are not in it are named."""
    lines = [f"DANH MỤC HỒ SƠ OCOP NĂM {year}", ""]
    for number, file in enumerate(found.files, 1):
        renamed = f" (trong gói: {inside[file]})" if inside[file] != file else ""
        lines.append(f"{number}. {' '.join(file.splitlines())}{renamed}")
    left = [f"- {dossier_id}: {stage}" for dossier_id, stage in found.open]
    lost = [f"- {' '.join(file.splitlines())}" for file in found.lost]
    more = ["", "Hồ sơ chưa xong, không lưu ở đây:", *left] if left else []
    more += ["", "Tệp có ghi trong hồ sơ mà không còn trong thư mục:", *lost] if lost else []
    return "\n".join([*lines, *more, ""])


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
