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
_DEEPEST = 8  # forms within forms: makers nest two or three, a loop none ends
_MOST_FORMS = 1000  # drawn on one page
_RED_GREEN_BLUE = 3
Matrix = tuple[float, float, float, float, float, float]
_UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)
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
    pictures = _pictures(page)
    across, down = float(page.mediabox.width), float(page.mediabox.height)
    scan = _scan(pictures, _LARGE * across * down)
    return SeenPage(max(across, down), scan, any(picture.has_place for picture in pictures))


def _scan(pictures: Sequence[_Picture], large: float) -> ScannedPage | None:
    if sum(picture.area for picture in pictures) <= large:
        return None
    layers = [picture for picture in pictures if picture.area > large]
    dpi = max(layer.dpi for layer in layers) if layers else max(pictures, key=lambda strip: strip.area).dpi
    return ScannedPage(dpi, _any_colour(layers or pictures))


def _any_colour(pictures: Sequence[_Picture]) -> bool | None:
    said = {picture.is_colour for picture in pictures}
    return True if True in said else None if None in said else False


def _pictures(page: "PageObject") -> list[_Picture]:
    """Return the pictures that a page shows, those of the forms in it too, each where it lies on the page."""
    drawing = _Drawing(page.pdf, [], [])
    drawing.look(page.get_contents(), page.get("/Resources"), _UPRIGHT)
    return drawing.found


class _Drawing(NamedTuple):
    """What draws a page: its file, the pictures that were found on it, and how deep the forms lay that were followed."""

    pdf: Any
    found: list[_Picture]
    forms: list[int]

    def look(self, content: Any, resources: Any, matrix: Matrix, depth: int = 0) -> None:
        """Follow a content from operator to operator, into forms as deep as any maker nests them."""
        held = _held(resources)
        left: list[Matrix] = []
        for operands, operator in content.operations if content is not None else ():
            if operator == b"q":
                left.append(matrix)
            elif operator == b"Q" and left:
                matrix = left.pop()
            elif operator == b"cm":
                matrix = _within(operands, matrix)
            elif operator == b"Do" and operands[0] in held:
                self._draw(held[operands[0]].get_object(), resources, matrix, depth)

    def _draw(self, drawn: Any, resources: Any, matrix: Matrix, depth: int) -> None:
        from pypdf.generic import ContentStream

        if drawn.get("/Subtype") == "/Image":
            pixels = (int(drawn["/Width"]), int(drawn["/Height"]))
            across, down = hypot(matrix[0], matrix[1]), hypot(matrix[2], matrix[3])
            if across and down:
                self.found.append(_Picture(pixels, across, down, _is_colour(drawn), _has_place(drawn)))
        elif drawn.get("/Subtype") == "/Form" and depth < _DEEPEST and len(self.forms) < _MOST_FORMS:
            self.forms.append(depth)
            placed = _within(drawn.get("/Matrix", _UPRIGHT), matrix)
            own = drawn.get("/Resources", resources)  # a form without its own draws with those of its page
            self.look(ContentStream(drawn, self.pdf), own, placed, depth + 1)


def _held(resources: Any) -> Any:
    named = resources.get_object().get("/XObject") if resources is not None else None
    return named.get_object() if named is not None else {}


def _within(inner: Sequence[Any], outer: Matrix) -> Matrix:
    """Return where what lies so within something lies with that."""
    a, b, c, d, e, f = map(float, inner)
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _is_colour(picture: Any) -> bool | None:
    """Say whether a picture has colours; ``None`` where its way of naming them does not tell."""
    named = picture.get("/ColorSpace")
    space: Any = named.get_object() if named is not None else None
    name = space[0] if isinstance(space, list) and space else space
    if picture.get("/ImageMask") or name in _GREY:
        return False
    if name == "/Indexed":
        return _has_colours(space)
    if name == "/ICCBased":
        return _parts(space) > 1
    return True if name in _COLOURED else None


def _has_colours(palette: Any) -> bool | None:
    """Say whether a palette of red, green and blue has another than greys; ``None`` for one of other parts."""
    base, _, table = palette[1:4]
    held = base.get_object()
    if held in _GREY:
        return False
    if held != "/DeviceRGB" and not (isinstance(held, list) and _parts(held) == _RED_GREEN_BLUE):
        return None
    entries = table.get_object()
    levels = entries.get_data() if hasattr(entries, "get_data") else entries.original_bytes
    return any(len({*levels[n : n + 3]}) > 1 for n in range(0, len(levels) - 2, 3))


def _parts(space: Any) -> int:
    return int(space[1].get_object()["/N"]) if space[0] == "/ICCBased" else 0


def _has_place(picture: Any) -> bool:
    """Say whether a photo tells its place: makers of PDF put a JPEG in as it is, with all that stands beside it."""
    is_jpeg = picture.get("/Filter") in ("/DCTDecode", ["/DCTDecode"])
    return is_jpeg and read_photo(picture.get_data()).has_place
