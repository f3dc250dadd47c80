"""Take a document apart into its components."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from ocop_cli.lint.blocks import Block, Paragraph, Table, inside
from ocop_cli.lint.components import (
    ABOUT,
    ADDRESS,
    ANNEX,
    CORNER,
    GROUND,
    WordDocument,
    is_capitals,
    is_rule,
)
from ocop_cli.lint.foot import find_foot
from ocop_cli.lint.head import find_head
from ocop_cli.lint.reading import Reader
from ocop_cli.lint.standard import Standard
from ocop_cli.ooxml.package import Package

_AUTHORITY = re.compile(
    r"^(PHÓ )?(CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|GIÁM ĐỐC|TRƯỞNG|CHÁNH|CỤC TRƯỞNG|BAN|QUỐC HỘI|THƯỜNG TRỰC)\b"
)
_LOOKED_AT = 5  # texts below the head: the kind is among them
_SUBJECT_LINES = 5


def parse_document(package: Package, standard: Standard) -> WordDocument:
    """Find the components of a document."""
    reader = Reader(package)
    document = WordDocument(package, reader, reader.sections())
    main, document.annexes = _split_annexes(document.blocks)
    _find_corner(document, main)
    rest = find_foot(document, find_head(document, main))
    _find_attached(document, main, standard)
    rest = _lines_of(rest)
    _find_kind(document, rest, standard)
    if document.about is None:
        document.about = next((p for p in document.boxes if ABOUT.match(p.text)), None)
    _find_text(document, rest, standard)
    return document


def _split_annexes(blocks: Sequence[Block]) -> tuple[Sequence[Block], list[list[Block]]]:
    """Cut the document where an annex begins; before the first one stands the document itself, unless it is an annex."""
    starts = [
        n for n, b in enumerate(blocks)
        if isinstance(b, Paragraph) and ANNEX.match(b.text) and b.format.align == "center"
    ]  # fmt: skip
    if not starts:
        return blocks, []
    ends = [*starts[1:], len(blocks)]
    return blocks[: starts[0]], [list(blocks[a:b]) for a, b in zip(starts, ends, strict=True)]


def _find_corner(document: WordDocument, main: Sequence[Block]) -> None:
    """An annex in a file of its own has nothing before its label but the line of a signature."""
    texts = [b for b in main if not (isinstance(b, Paragraph) and not b.text)]
    lines = [b for b in texts if isinstance(b, Paragraph) and CORNER.match(b.text)]
    document.is_annex_file = bool(document.annexes) and len(lines) == len(texts)
    if document.is_annex_file and lines:
        document.corner = lines[0]


def _find_attached(document: WordDocument, main: Sequence[Block], standard: Standard) -> None:
    """What a decision brings into force may stand behind its foot in the same file, with a kind of its own."""
    if document.foot is not None:
        behind = (b for b in main[main.index(document.foot) + 1 :] if isinstance(b, Paragraph))
        kinds = (*standard.kinds, *standard.words("other_kinds"))
        titles = (b.text for b in behind if b.format.align == "center" and b.text in kinds)
        document.attached = next(titles, "")


def _lines_of(blocks: Sequence[Block]) -> list[Block]:
    """Part what somebody broke by hand where each line is a thing of its own: titles, addressees, grounds."""
    parted: list[Block] = []
    for block in blocks:
        apart = isinstance(block, Paragraph) and (
            block.format.align == "center" or ADDRESS.match(block.text) or GROUND.match(block.text)
        )
        parted += block.lines if apart and isinstance(block, Paragraph) else [block]
    return parted


def _find_kind(document: WordDocument, blocks: Sequence[Block], standard: Standard) -> None:
    """The kind is the first text after the head, and in capitals; the subject stands right below it."""
    texts = [b for b in blocks if isinstance(b, Paragraph) and b.text and not is_rule(b)][:_LOOKED_AT]
    kinds = (*standard.kinds, *standard.words("other_kinds"))
    for text in texts:
        if name := _kind_name(text, kinds, titled=bool(document.head)):
            document.kind, document.kind_name = text, name
            break
    if document.kind is None:
        return
    document.decree_kind = document.kind_name in standard.kinds
    position = blocks.index(document.kind)
    document.below_head = [b for b in blocks[:position] if isinstance(b, Paragraph)]
    _find_subject(document, blocks[position + 1 :])


def _kind_name(text: Paragraph, kinds: Sequence[str], *, titled: bool) -> str:
    """Return the kind that a line is, or, below a head, begins with when the whole line is a title in capitals."""
    words = text.text.rstrip(":")
    if words in kinds:
        return words
    centred = titled and text.format.align == "center" and is_capitals(words)
    return next((kind for kind in kinds if centred and words.startswith(f"{kind} ")), "")


def _find_subject(document: WordDocument, blocks: Sequence[Block]) -> None:
    ruled = False
    for block in blocks[: _SUBJECT_LINES * 3]:
        if not isinstance(block, Paragraph) or (block.text and _starts_text(block)):
            return
        if not block.text or is_rule(block):
            ruled = ruled or is_rule(block)
            continue
        centred = block.format.align == "center"
        if _is_authority(document, block, ruled=ruled):
            if centred:
                document.authority.append(block)
                continue
            return
        if document.authority or ruled or (not centred and (document.subject or document.is_merged)):
            return
        document.subject.append(block)
        if not centred:
            return


def _is_authority(document: WordDocument, block: Paragraph, *, ruled: bool) -> bool:
    """Say whether a line in capitals below the subject names who issues."""
    if not is_capitals(block.text):
        return False
    named = bool(_AUTHORITY.match(block.text))
    before = document.subject[-1:]
    return named or ruled or bool(before and not is_capitals(before[0].text))


def _starts_text(block: Paragraph) -> bool:
    return bool(GROUND.match(block.text) or ADDRESS.match(block.text))


def _find_text(document: WordDocument, blocks: Sequence[Block], standard: Standard) -> None:
    """Sort what stands between subject and foot: addressees, grounds, text."""
    named = {
        id(p) for p in [document.kind, *document.subject, *document.authority, *document.below_head] if p
    }
    for block, below in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Table):
            _find_address_in(document, block)
            continue
        if not block.text or id(block) in named or is_rule(block):
            continue
        if ADDRESS.match(block.text) and document.address is None and not document.body:
            document.address = block
        elif _goes_on_addressing(document, block):
            document.addressees.append(block)
        elif _is_ground(document, block, below, standard):
            document.grounds.append(block)
        else:
            document.body.append(block)


def _goes_on_addressing(document: WordDocument, block: Paragraph) -> bool:
    started = document.address is not None and not document.body and not document.grounds
    return started and block.text.startswith(("- ", "– "))


def _find_address_in(document: WordDocument, table: Table) -> None:
    """Kính gửi and several addressees are often set in a table, so that they stand below each other."""
    if document.address is not None or document.body:
        return
    lines = [line for p in inside([table]) for line in p.lines if line.text]
    if lines and ADDRESS.match(lines[0].text):
        document.address, document.addressees = lines[0], lines[1:]


def _is_ground(document: WordDocument, block: Paragraph, below: Block | None, standard: Standard) -> bool:
    """Upright and alone such a line just opens the text, unless in a decision; a công văn has no upright grounds."""
    # a decision names who issues it, in capitals, before its grounds (mẫu 1.2)
    if not GROUND.match(block.text) or not all(each.text.isupper() for each in document.body):
        return False
    slanted = [run.format.italic for run in block.visible_runs]
    decision = document.kind_name in standard.words("decision_kinds")
    several = bool(document.grounds) or (isinstance(below, Paragraph) and bool(GROUND.match(below.text)))
    return decision or any(slanted) or (several and not document.is_letter)
