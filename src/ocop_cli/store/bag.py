"""Export of the electronic set as a BagIt 1.0 bag (RFC 8493) in one zip file: same content, same bytes."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from ocop_cli.ooxml.zip import ZIP_EPOCH

_ALGORITHMS = ("sha256", "sha512")
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag_files(payload: Mapping[str, bytes], info: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of a bag: the payload under ``data/``, its manifests and the tag files.

    ``info`` becomes ``bag-info.txt``; ``Payload-Oxum`` is added. Raises ``ValueError`` when a name has a line
    break or leaves the bag.
    """
    data = {f"data/{_payload_name(name)}": content for name, content in payload.items()}
    oxum = f"{sum(map(len, data.values()))}.{len(data)}"
    tags = {
        "bagit.txt": _DECLARATION.encode(),
        "bag-info.txt": _tag_lines({**info, "Payload-Oxum": oxum}),
    }
    tags |= {f"manifest-{name}.txt": _manifest(data, name) for name in _ALGORITHMS}
    return {**data, **tags, **{f"tagmanifest-{name}.txt": _manifest(tags, name) for name in _ALGORITHMS}}


def zip_bag(folder: str, payload: Mapping[str, bytes], info: Mapping[str, str]) -> bytes:
    """Return the bag as a zip file with one top folder, as RFC 8493 section 4.3 advises."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(bag_files(payload, info).items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def bag_faults(content: bytes) -> tuple[int, list[str]]:
    """Return how many payload files a zipped bag holds, and in words what its manifests say against its content."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return 0, ["không mở được tệp nén"]
    payload = {name for name in files if name.startswith("data/")}
    faults = [fault for kind in ("manifest", "tagmanifest") for fault in _against(files, kind)]
    listed = {name for name, _ in _listed(files, "manifest-sha256.txt")}
    faults += [f"{name}: không có trong danh sách của gói" for name in sorted(payload - listed)]
    return len(payload), list(dict.fromkeys(faults))


def _against(files: Mapping[str, bytes], kind: str) -> Iterator[str]:
    """Yield what the manifests of a kind say of files that are not there or read otherwise."""
    for algorithm in _ALGORITHMS:
        manifest = f"{kind}-{algorithm}.txt"
        if manifest not in files:
            yield f"thiếu {manifest}"
        for name, digest in _listed(files, manifest):
            if name not in files:
                yield f"{name}: không còn trong gói"
            elif hashlib.new(algorithm, files[name]).hexdigest() != digest:
                yield f"{name}: đã khác lúc lập gói"


def _listed(files: Mapping[str, bytes], manifest: str) -> Iterator[tuple[str, str]]:
    for line in files.get(manifest, b"").decode(errors="replace").splitlines():
        digest, _, name = line.partition("  ")
        yield name, digest


def _payload_name(name: str) -> str:
    if "\n" in name or "\r" in name or name.startswith("/") or ".." in name.split("/"):
        raise ValueError(name)
    return name


def _manifest(files: Mapping[str, bytes], algorithm: str) -> bytes:
    lines = [
        f"{hashlib.new(algorithm, content).hexdigest()}  {name}\n" for name, content in sorted(files.items())
    ]
    return "".join(lines).encode()


def _tag_lines(tags: Mapping[str, str]) -> bytes:
    """One label and value a line; line breaks inside a value would start a new tag, so they become spaces."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in tags.items()).encode()
