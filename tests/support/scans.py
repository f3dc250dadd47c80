"""Scans and photos as offices have them, made small: PDF by pypdf, pictures by Pillow."""

import base64
import io
from typing import Any, NamedTuple

from PIL import Image, ImageCms
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)

A4 = (595, 842)
SIGNER = "Nguyễn Văn Mẫu"
SIGNED = base64.b64decode(
    "MIIEAwYJKoZIhvcNAQcCoIID9DCCA/ACAQExDTALBglghkgBZQMEAgEwCwYJKoZIhvcNAQcBoIICyTCCAUYwge4CFCoDBlSaaVokmrE3PahwJA"
    "WWnkKNMAoGCCqGSM49BAMCMBMxETAPBgNVBAMMCENBIHZpIGR1MB4XDTI2MTEyNzIwNDAxOFoXDTM2MTEyNDIwNDAxOFowOjEaMBgGA1UECgwR"
    "VUJORCB4w6MgVsOtIEThu6UxHDAaBgNVBAMME05ndXnhu4VuIFbEg24gTeG6q3UwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASLkkSXMrVdEs"
    "36BHSf9vOIwrUUowgGbdqYax5/23FH2i1zvTzW57EgKoB5jva4x586v7KmwNLns0QneGmvuMtRMAoGCCqGSM49BAMCA0cAMEQCIEIq/pmbYLPV"
    "6yQnwNEnPEgzRIysla/uAC+WqOdBHNObAiBbB/izrcLqKrdiUnhqO1jDQoAEVlOJDdMWsZXgypJetDCCAXswggEhoAMCAQICFFJDR8nH0zCcLV"
    "SzOAldPGgsmhQWMAoGCCqGSM49BAMCMBMxETAPBgNVBAMMCENBIHZpIGR1MB4XDTI2MTEyNzIwNDAxOFoXDTM2MTEyNDIwNDAxOFowEzERMA8G"
    "A1UEAwwIQ0EgdmkgZHUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATsr2zVFQKi99ZiDUOCqDdlJTbd/1BAVtQEPbGVk8yh2ZerXtNwoBsvk2"
    "iawW/CIvj8173Dc39n5uwaz+ozFI4+o1MwUTAdBgNVHQ4EFgQUMwpbmnU1i6N1qA+NtxHM/lxAHBAwHwYDVR0jBBgwFoAUMwpbmnU1i6N1qA+N"
    "txHM/lxAHBAwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiB+LU1YITK2JGRfLKifQRh1L8Wp74BEr9vKm6fsutwMWgIhAIMfTn"
    "DLjarPiIbav05ITY9GiwMtcZwf7SLyxXfv75lEMYIBADCB/QIBATArMBMxETAPBgNVBAMMCENBIHZpIGR1AhQqAwZUmmlaJJqxNz2ocCQFlp5C"
    "jTALBglghkgBZQMEAgGgaTAYBgkqhkiG9w0BCQMxCwYJKoZIhvcNAQcBMBwGCSqGSIb3DQEJBTEPFw0yNjExMjcyMDQwMThaMC8GCSqGSIb3DQ"
    "EJBDEiBCCY6m5PIW8vtLaf/5s6RIQsOGhspoXz9V3EjF0/sRB75DAKBggqhkjOPQQDAgRHMEUCIQC0eze13NGVl7ktoqPIRJuGpW+LAlktXEUA"
    "ByIepsLinQIgSZzzSR6t0QBYBOysQHziMtUarya5v7+TkFNRCWvO/AY="
)
"""A CMS container of an invented person, by an invented issuer; its private keys were thrown away."""


def pdf(
    pages: int = 1, text: str = "", *, size: tuple[int, int] = A4, lock: str | None = None, made_by: str = ""
) -> bytes:
    """Return a PDF of some pages; the first shows a text of ASCII letters. ``lock`` is the word that opens it."""
    writer = PdfWriter()
    if made_by:
        writer.add_metadata({"/Producer": made_by})
    for _ in range(pages):
        writer.add_blank_page(*size)
    if text:
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 60 780 Td ({text}) Tj ET".encode("ascii"))
        page = writer.pages[0]
        page[NameObject("/Contents")] = writer._add_object(stream)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): _font()})}
        )
    if lock is not None:
        writer.encrypt(lock, owner_password="owner", algorithm="RC4-128")
    return _written(writer)


def _font() -> DictionaryObject:
    return DictionaryObject({
        NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
    })  # fmt: skip


def _written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def scanned(*, dpi: int = 200, mode: str = "RGB") -> bytes:
    """Return a PDF of one A4 page that is a picture and nothing else."""
    picture = Image.new(mode, (round(8.27 * dpi), round(11.69 * dpi)), 1 if mode == "1" else "white")
    buffer = io.BytesIO()
    picture.save(buffer, "PDF", resolution=dpi)
    return buffer.getvalue()


class Placed(NamedTuple):
    """A picture on a page: its side in pixels across and down, its kind (``rgb``, ``icc``, ``mask``), where it lies."""

    pixels: tuple[int, int]
    kind: str
    at: tuple[int, int, int, int]


def with_pictures(*placed: Placed, size: tuple[int, int] = (72, 72)) -> bytes:
    """Return a PDF of one page, an inch square, with pictures on it, one drawn after the other."""
    writer = PdfWriter()
    page = writer.add_blank_page(*size)
    named = DictionaryObject({
        NameObject(f"/P{number}"): writer._add_object(_picture(writer, each)) for number, each in enumerate(placed)
    })  # fmt: skip
    drawn = DecodedStreamObject()
    lines = (f"q {w} 0 0 {h} {x} {y} cm /P{n} Do Q" for n, (_, _, (x, y, w, h)) in enumerate(placed))
    drawn.set_data("\n".join(lines).encode())
    page[NameObject("/Contents")] = writer._add_object(drawn)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): named})
    return _written(writer)


def in_forms(placed: Placed, nested: int) -> bytes:
    """Return a PDF of one page, an inch square, with a picture in a form that lies in a form and so on."""
    writer = PdfWriter()
    page = writer.add_blank_page(72, 72)
    _, _, (x, y, w, h) = placed
    inner: Any = _picture(writer, placed)
    drawn = f"q {w} 0 0 {h} {x} {y} cm /P Do Q"
    for _ in range(nested):
        form = DecodedStreamObject()
        form.set_data(drawn.encode())
        form.update({
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): RectangleObject((0, 0, 72, 72)), NameObject("/Resources"): _named(writer, inner),
            NameObject("/Matrix"): ArrayObject(map(FloatObject, (0.5, 0, 0, 0.5, 0, 0))),
        })  # fmt: skip
        inner, drawn = form, "q 2 0 0 2 0 0 cm /P Do Q"
    content = DecodedStreamObject()
    content.set_data(drawn.encode())
    page[NameObject("/Contents")] = writer._add_object(content)
    page[NameObject("/Resources")] = _named(writer, inner)
    return _written(writer)


def _named(writer: PdfWriter, drawn: Any) -> DictionaryObject:
    held = DictionaryObject({NameObject("/P"): writer._add_object(drawn)})
    return DictionaryObject({NameObject("/XObject"): held})


def _picture(writer: PdfWriter, placed: Placed) -> Any:
    across, down = placed.pixels
    is_mask = placed.kind == "mask"
    picture = DecodedStreamObject()
    picture.set_data(bytes((across + 7) // 8 * down if is_mask else across * down * 3))
    picture.update({
        NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Image"),
        NameObject("/Width"): NumberObject(across), NameObject("/Height"): NumberObject(down),
        NameObject("/BitsPerComponent"): NumberObject(1 if is_mask else 8),
    })  # fmt: skip
    if is_mask:
        picture[NameObject("/ImageMask")] = BooleanObject(True)
    else:
        picture[NameObject("/ColorSpace")] = (
            _icc(writer) if placed.kind == "icc" else NameObject("/DeviceRGB")
        )
    return picture.flate_encode()


def _icc(writer: PdfWriter) -> ArrayObject:
    profile = DecodedStreamObject()
    profile.set_data(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[NameObject("/N")] = NumberObject(3)
    return ArrayObject([NameObject("/ICCBased"), writer._add_object(profile)])


def with_photo(photo: bytes) -> bytes:
    """Return a PDF that shows a JPEG as it is, with all that stands beside the picture, as makers of PDF put it in."""
    with Image.open(io.BytesIO(photo)) as picture:
        pixels = picture.size
    writer = PdfWriter(clone_from=io.BytesIO(with_pictures(Placed(pixels, "rgb", (0, 0, 72, 72)))))
    shown = writer.pages[0]["/Resources"]["/XObject"]["/P0"].get_object()  # type: ignore[index]  # every object of a PDF is looked up like this
    shown[NameObject("/Filter")] = NameObject("/DCTDecode")
    shown._data = photo
    return _written(writer)


def archival(packet: bytes) -> bytes:
    """Return a PDF with a packet of XMP metadata."""
    writer = PdfWriter()
    writer.add_blank_page(*A4)
    writer.xmp_metadata = packet
    return _written(writer)


def digitally_signed(
    *,
    name: str = "",
    added: bytes = b"",
    pages: int = 1,
    at: tuple[int, int, int, int] = (0, 0, 0, 0),
    shown: str = "",
) -> bytes:
    """Return a PDF with one signature: ``name`` is the one written beside it, ``added`` what was put behind it.

    ``at`` is where the signature stands on the first page, ``shown`` what is written there, in ASCII letters.
    """
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(*A4)
    value = DictionaryObject({
        NameObject("/Type"): NameObject("/Sig"), NameObject("/Filter"): NameObject("/Adobe.PPKLite"),
        NameObject("/M"): TextStringObject("D:20261203021500Z"),
        NameObject("/ByteRange"): ArrayObject(NumberObject(n) for n in (0, 1111111111, 2222222222, 3333333333)),
        NameObject("/Contents"): TextStringObject("CONTENTS"),
    })  # fmt: skip
    if name:
        value[NameObject("/Name")] = TextStringObject(name)
    field = DictionaryObject({
        NameObject("/FT"): NameObject("/Sig"), NameObject("/T"): TextStringObject("Chu ky 1"),
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"),
        NameObject("/Rect"): RectangleObject(at), NameObject("/V"): writer._add_object(value),
    })  # fmt: skip
    if shown:
        look = DecodedStreamObject()
        look.set_data(f"BT /F1 10 Tf 0 0 Td ({shown}) Tj ET".encode("ascii"))
        look.update({
            NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): RectangleObject((0, 0, at[2] - at[0], at[3] - at[1])),
            NameObject("/Resources"): DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): _font()})}),
        })  # fmt: skip
        field[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(look)})
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject(
        {
            NameObject("/Fields"): ArrayObject([writer._add_object(field)]),
            NameObject("/SigFlags"): NumberObject(3),
        }
    )
    content = _written(writer)
    signed = b"<" + SIGNED.hex().encode() + b"00>"
    content = content.replace(b"(CONTENTS)", signed)
    start = content.index(signed)
    end = start + len(signed)
    span = f"{0:>1} {start:>10} {end:>10} {len(content) - end:>10}".encode()
    return content.replace(b"0 1111111111 2222222222 3333333333", span) + added


def photo(kind: str = "JPEG", *, turned: int = 1, place: bool = True, **more: Any) -> bytes:
    """Return a small photo of a telephone: device, time, place where wanted, a remark, a colour profile."""
    picture, exif = Image.radial_gradient("L").resize((64, 48)).convert("RGB"), Image.Exif()
    exif[0x010F], exif[0x0132], exif[0x0112] = "DIENTHOAI", "2026:11:01 08:00:00", turned
    if place:
        exif[0x8825] = {1: "N", 2: (14.0, 20.0, 0.0), 3: "E", 4: (107.0, 50.0, 0.0)}
    if kind == "JPEG":
        more = {"comment": b"DIENTHOAI", **more}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    buffer = io.BytesIO()
    picture.save(buffer, kind, exif=exif, icc_profile=profile, **more)
    return buffer.getvalue()
