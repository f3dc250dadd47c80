"""What only looks like a tag in a template, and tags that would cut a document apart: told before anything is filled.

A tag that is written wrongly is printed as it stands, or swallows what follows it: a paper goes out without its number,
grounds or signature, and nothing else tells of it.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from ocop_cli.ooxml.names import W
from ocop_cli.ooxml.package import PRINTED_PARTS, Package
from ocop_cli.ooxml.text import field_instructions, has_tracked_changes, paragraph_text

_TAG = re.compile(r"\{\{(?P<value>.*?)\}\}|\{%(?P<way>p|tr|tc|r)?(?P<block>[ -].*?)%\}|\{#.*?#\}", re.DOTALL)
_BRACES = re.compile(r"[{}｛｝]")
_OPENS = re.compile(r"^-?\s*(for|if)\b")
_CLOSES = re.compile(r"^-?\s*end(for|if)\b")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|[‘’“”][^‘’“”]*[‘’“”]")
_WORDS = {"for", "endfor", "if", "elif", "else", "endif", "set", "block", "endblock"}
_FIELD = re.compile(r"MERGEFIELD\s+\"?(\w+)", re.IGNORECASE)
_SHOWN = 60


class Fault(NamedTuple):
    """What is wrong with a tag: the words around it, what it is and what to do."""

    place: str
    what: str
    cure: str


def broken_tags(package: Package, names: Collection[str] = ()) -> Iterator[Fault]:
    """Yield what is wrong with the tags of a template, part by part.

    ``names`` are those of the values: one that stands in the text in other signs than those of a tag is told too.
    """
    for name in sorted(package.parts):
        if PRINTED_PARTS.fullmatch(name):
            root = package.xml(name)
            where = "" if name == package.main else f"{_part(name)}, "
            for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
                text = paragraph_text(paragraph)
                place = f"{where}đoạn {number} “{text[:_SHOWN]}”"
                if _BRACES.search(text):
                    yield from _faults(paragraph, text, place)
                yield from _not_tags(paragraph, _TAG.sub("", text), names, place)
            if has_tracked_changes(root):
                cure = "chấp nhận hoặc bỏ hết sửa đổi (thẻ Xem lại) rồi lưu"
                yield Fault(where or "thân văn bản", "còn dấu vết sửa đổi (Track Changes)", cure)


def _part(name: str) -> str:
    return "đầu trang" if "header" in name else "cuối trang" if "footer" in name else "chú thích"


def _faults(paragraph: Any, text: str, place: str) -> Iterator[Fault]:
    tags = list(_TAG.finditer(text))
    rest = _TAG.sub("", text)
    inner = [tag["value"] or tag["block"] or "" for tag in tags]
    spoilt = next((words for words in inner if _BRACES.search(_QUOTED.sub("", words))), "")
    if _BRACES.search(rest) or spoilt:
        yield Fault(
            place,
            "có dấu ngoặc nhọn không thành chỗ điền",
            "viết đủ hai ngoặc liền nhau ở mỗi bên: {{ tên }}",
        )
        return
    yield from _misspelt(tags, inner, place)
    yield from _misplaced(paragraph, tags, rest, place)


def _misspelt(tags: list[re.Match[str]], inner: list[str], place: str) -> Iterator[Fault]:
    strange = next((w for w in inner if not _QUOTED.sub("", w).isascii()), "")
    if strange:
        yield Fault(
            place,
            f"trong chỗ điền “{strange.strip()}” có chữ hoặc dấu lạ",
            "xóa đi, gõ lại tên bằng chữ không dấu",
        )
    for tag in tags:
        word = (tag["block"] or "").strip(" -").partition(" ")[0]
        if word.lower() in _WORDS and word not in _WORDS:
            yield Fault(place, f"lệnh “{word}” viết hoa (Word tự sửa)", f"viết thường: {word.lower()}")


def _not_tags(paragraph: Any, rest: str, names: Collection[str], place: str) -> Iterator[Fault]:
    """Names of values that stand in the text in the signs of other programs, or bare: they are printed as they stand."""
    cure = "viết thành {{ tên }}"
    for field in _FIELD.findall(field_instructions(paragraph)):
        yield Fault(place, f"trường trộn thư “{field}” không phải chỗ điền", cure)
    known = "|".join(re.escape(name) for name in names)
    signs = rf"(?:<<|[«<\[$%@#])\s*(?P<name>{known})\s*(?:>>|[»>\]$%@#])" if known else ""
    joined = [name for name in names if "_" in name]  # such a word is in no language
    found = re.search(signs, rest) if known else None
    bare = next((name for name in joined if re.search(rf"(?<![\w.]){name}\b", rest)), "")
    if found or bare:
        yield Fault(place, f"“{found[0] if found else bare}” không phải chỗ điền", cure)


def _misplaced(paragraph: Any, tags: list[re.Match[str]], rest: str, place: str) -> Iterator[Fault]:
    """A tag on whole paragraphs stands alone in one; a tag without p opens and closes within its paragraph."""
    alone = len(tags) == 1 and not rest.strip()
    if any(tag["way"] == "p" for tag in tags) and not alone:
        yield Fault(
            place,
            "chỗ {%p … %} đứng chung đoạn với chữ khác, chữ ấy sẽ mất",
            "đưa {%p … %} ra một đoạn riêng",
        )
    depth, below = 0, False
    for tag in tags:
        if tag["block"] and not tag["way"]:
            depth += bool(_OPENS.match(tag["block"])) - bool(_CLOSES.match(tag["block"]))
            below = below or depth < 0
    if depth or below:
        in_table = next(paragraph.iterancestors(f"{W}tr"), None) is not None
        way = "{%tr … %} (hoặc {%p … %})" if in_table else "{%p … %}"
        yield Fault(
            place,
            "vòng lặp mở ở đoạn này, đóng ở đoạn khác mà thiếu chữ p hoặc tr sau {%",
            f"ghi {way} ở cả chỗ mở và chỗ đóng",
        )
