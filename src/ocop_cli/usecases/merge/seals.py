"""What another copy brings that is not what was sealed or noted there: told and left out, for a merge would seal it anew."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.document_record import DocumentRecord
from ocop_cli.programme.seal import Seal
from ocop_cli.programme.short_hash import short_hash
from ocop_cli.store.files.big import fingerprint_of
from ocop_cli.store.merge.other_copy import AnyCopy, FolderCopy
from ocop_cli.store.papers.document_records import document_of, record_name
from ocop_cli.store.papers.seals import (
    DOCUMENT,
    SEALED,
    load_seal,
    parts_now,
    seal_name,
    sealed_parts,
)
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.workspace.data_places import model_of
from ocop_cli.store.yaml.source import parse
from ocop_cli.usecases.papers.seal import unlike_parts
from ocop_cli.usecases.verify.folder import part_words

_CURE = "hỏi người kia; đúng là sửa có lý do thì chạy `ocop seal` bên đó rồi gộp lại"
_GONE = f"bên kia đã mất tệp này mà dấu niêm thì còn; {_CURE}"


def unlike_witnesses(other: AnyCopy, sources: Sources, names: Iterable[str]) -> dict[str, str]:
    """Map those files of another copy that are not what its seals and its notes say to why, in words.

    A document and its record go together: neither is taken where one of them was changed. What the workspace says too
    is not brought by the other copy.
    """
    names = list(names)
    sealed = {record_name(name) if name.endswith(".docx") else name for name in names}
    found: dict[str, str] = {}
    for name in sorted(sealed):
        if model_of(name) in SEALED and (why := _broken(other, sources, name)):
            pair = (name, document_of(name)) if model_of(name) is DocumentRecord else (name,)
            found |= {each: why for each in pair if each in names}
    scans = {name for name in names if not name.endswith((".yaml", ".docx"))}
    return found | dict(_unlike_notes(other, scans))


def answers_of(other: AnyCopy, sources: Sources) -> Iterator[str]:
    """Yield, in words, who answered in another copy for a change by hand of which the workspace does not know."""
    for name in (name for name in other.names() if model_of(name) is Seal):
        raw, file = other.read(name), name.removeprefix(seal_name(""))
        theirs = read_record(parse(raw, name), Seal).record if raw and b"reason" in raw else None
        ours = load_seal(sources, file) if theirs else None
        known = ours.record.resealed if ours and ours.record else ()
        for answer in theirs.resealed if theirs else ():
            if answer not in known:
                yield f"{answer.by} đã niêm lại {file} bên kia: {answer.reason}"


def _broken(other: AnyCopy, sources: Sources, name: str) -> str:
    """Say what a file of another copy, or its document, has that its seal there does not; empty where all fits."""
    raw, content = other.read(seal_name(name)), other.read(name)
    seal = read_record(parse(raw, name), Seal).record if raw is not None else None
    if seal is None:
        return "" if raw is None else f"dấu niêm bên kia không đọc được; {_CURE}"
    if content is None:
        return _GONE
    source = parse(content, name)
    now = sealed_parts(name, source)
    if DOCUMENT in seal.parts:
        document = other.read(document_of(name))
        now |= {DOCUMENT: short_hash(document) if document is not None else seal.parts[DOCUMENT]}
    mine = parts_now(sources, name) if (sources.root / name).is_file() else {}
    unlike = unlike_parts(seal, now) if source.data is not None else []
    parts = [part for part in unlike if part not in mine or mine[part] != now.get(part)]
    return f"bên kia đã đổi ngoài chương trình ({part_words(name, parts)}); {_CURE}" if parts else ""


def _unlike_notes(other: AnyCopy, wanted: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the scans and packages that another copy has and that are others than a record there says by its hash."""
    for name in other.names() if wanted else ():
        raw = other.read(name) if model_of(name) in (Dossier, DocumentRecord) else None
        for file, sha256 in _noted(parse(raw, name).data) if raw and b"sha256" in raw else ():
            if file in wanted and _sha256(other, file) not in (None, sha256):
                yield file, f"bên kia đã khác tệp có mã băm ghi trong {name}; hỏi người kia tệp nào đúng"


def _noted(data: Any) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        file = data.get("file") or data.get("package")
        if isinstance(file, str) and isinstance(data.get("sha256"), str):
            yield file, data["sha256"]
    for each in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _noted(each)


def _sha256(other: AnyCopy, name: str) -> str | None:
    if isinstance(other, FolderCopy):
        now = fingerprint_of(other.root / name)
        return now.sha256 if now else None
    content = other.read(name)
    return None if content is None else hashlib.sha256(content).hexdigest()
