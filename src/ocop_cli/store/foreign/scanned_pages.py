"""The pages of a PDF as a scanner made them: how fine, whether in colour, and whether a photo on them tells its place.

A scan lies on its page as one picture, as strips one below the other, or as layers one upon the other: a coarse picture
of the paper and a fine mask of its letters. What is told is what a person sees of them all.
"""

from collections.abc import Sequence
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

from ocop_cli.store.foreign.photo import read_photo

if TYPE_CHECKING:
    from pypdf import PageObject

POINTS = 72  # to the inch
_LARGE = 0.5  # of a page: what covers less is a seal or a logo, no scan
_GREY = ("/DeviceGray", "/CalGray")
_COLOURED = ("/DeviceRGB", "/DeviceCMYK", "/CalRGB", "/Lab")


class ScannedPage(NamedTuple):
    """A page that is a scan: its dots per inch, and whether it has colours, ``None`` where that cannot be told."""

    dpi: float
    is_colour: bool | None


class SeenPage(NamedTuple):
    """A page as read: ``longest_side`` is in points, ``scan`` is ``None`` where no pictures cover the page,
    ``has_place`` says whether a photo on it tells where it was taken."""

    longest_side: float
    scan: ScannedPage | None
    text: str
    has_place: bool


class _Picture(NamedTuple):
    """A picture on a page: its pixels and, in points, how far it reaches across and down."""

    pixels: tuple[int, int]
    across: float
    down: float
    is_colour: bool | None
    has_place: bool

    @property
    def dpi(self) -> float:
        return min(self.pixels[0] / self.across, self.pixels[1] / self.down) * POINTS

    @property
    def area(self) -> float:
        return self.across * self.down


def seen_page(page: "PageObject") -> SeenPage:
    """Return what a page shows."""
    pictures, text = _pictures(page)
    across, down = float(page.mediabox.width), float(page.mediabox.height)
    scan = _scan(pictures, _LARGE * across * down)
    return SeenPage(max(across, down), scan, text, any(picture.has_place for picture in pictures))


def _scan(pictures: Sequence[_Picture], large: float) -> ScannedPage | None:
    if sum(picture.area for picture in pictures) <= large:
        return None
    layers = [picture for picture in pictures if picture.area > large]
    dpi = max(layer.dpi for layer in layers) if layers else max(pictures, key=lambda strip: strip.area).dpi
    return ScannedPage(dpi, _any_colour(layers or pictures))


def _any_colour(pictures: Sequence[_Picture]) -> bool | None:
    said = {picture.is_colour for picture in pictures}
    return True if True in said else None if None in said else False


def _pictures(page: "PageObject") -> tuple[list[_Picture], str]:
    """Return the pictures that a page shows, and its text."""
    found, resources = list[_Picture](), page.get("/Resources")
    named = resources.get_object().get("/XObject") if resources is not None else None
    held = named.get_object() if named is not None else {}

    def see(operator: bytes, operands: Any, matrix: Any, _: Any) -> None:
        picture = held[operands[0]].get_object() if operator == b"Do" and operands[0] in held else {}
        if picture.get("/Subtype") == "/Image":
            pixels = (int(picture["/Width"]), int(picture["/Height"]))
            across, down = hypot(matrix[0], matrix[1]), hypot(matrix[2], matrix[3])
            if across and down:
                found.append(_Picture(pixels, across, down, _is_colour(picture), _has_place(picture)))

    text = page.extract_text(visitor_operand_before=see)
    return found, text


def _is_colour(picture: Any) -> bool | None:
    """Say whether a picture has colours; ``None`` where its way of naming them does not tell."""
    named = picture.get("/ColorSpace")
    space: Any = named.get_object() if named is not None else None
    name = space[0] if isinstance(space, list) and space else space
    if picture.get("/ImageMask") or name in _GREY:
        return False
    if name == "/ICCBased":
        return int(space[1].get_object()["/N"]) > 1
    return True if name in _COLOURED else None


def _has_place(picture: Any) -> bool:
    """Say whether a photo tells its place: makers of PDF put a JPEG in as it is, with all that stands beside it."""
    is_jpeg = picture.get("/Filter") in ("/DCTDecode", ["/DCTDecode"])
    return is_jpeg and read_photo(picture.get_data()).has_place
