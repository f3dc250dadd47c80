"""Does a workspace's own template print the same facts as the program's, in the same order, whatever the values?"""

from collections.abc import Iterator, Mapping, Sequence

from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.render.printed_facts import Compared, Difference, Printed, compare, cut_short, printed

_SHOWN = 3
_AS_MEANT = "bỏ qua nếu đúng ý xã, hoặc chép lại chỗ ấy từ biểu mẫu gốc"


def fact_findings(
    usual: Mapping[str, bytes], own: Mapping[str, bytes], asked: Mapping[str, Sequence[str]], name: str
) -> Iterator[Finding]:
    """Compare what two templates made of each kind of stand-ins.

    ``asked`` are the names that the own template writes, with their places: one that is written and not printed is an
    error, one that is left out a hint.
    """
    before, after = ({kind: printed(made) for kind, made in each.items()} for each in (usual, own))
    found = compare(before["specimen"], after["specimen"])
    yield from _lost(found.lost, asked, name)
    yield from _otherwise(found, before, after, name)
    yield from _other_words(found, compare(before["empty"], after["empty"]), name)


def _lost(lost: Sequence[Difference], asked: Mapping[str, Sequence[str]], name: str) -> Iterator[Finding]:
    for fact in lost:
        top, _, last = fact.name.rpartition(".")
        places = [place for place in asked.get(fact.name.partition(".")[0], ()) if not top or last in place]
        if places and not top:
            yield Finding(
                "F301", Severity.ERROR, f"Chỗ điền “{fact.name}” có viết mà không in ra giấy: {places[0]}", Place(name),
                why="văn bản phát hành sẽ thiếu điều này", hint="viết lại chỗ điền thành {{ " + fact.name + " }} trong một đoạn thường",
            )  # fmt: skip
        elif top and top.partition(".")[0] in asked:
            yield _told(f"Biểu mẫu không in “{fact.name}”; bản gốc in ở “{fact.line}”", name)


def _otherwise(
    found: Compared, before: Mapping[str, Printed], after: Mapping[str, Printed], name: str
) -> Iterator[Finding]:
    told = (
        ("in nhiều lần hơn bản gốc", found.doubled, Severity.HINT),
        ("in ở chỗ khác thứ tự của bản gốc", found.moved, Severity.HINT),
        (
            "in không đủ khi chữ dài, có &, <, > hoặc xuống dòng",
            cut_short(before["nasty"], after["nasty"]),
            Severity.WARNING,
        ),
    )
    for what, facts, severity in told:
        if facts:
            shown = "; ".join(f"“{fact.name}” (ở “{fact.line[:60]}”)" for fact in facts[:_SHOWN])
            yield _told(f"Giá trị {what}: {shown}{_more(facts)}", name)._replace(severity=severity)
    if found.clipped:
        yield _told(
            f"Hàng của bảng cao cố định, chữ dài hơn sẽ bị che: “{found.clipped[0]}”{_more(found.clipped, 1)}",
            name, hint="Word: Thuộc tính bảng > Hàng, chiều cao là “Ít nhất” (At least)",
        )  # fmt: skip


def _other_words(usual: Compared, empty: Compared, name: str) -> Iterator[Finding]:
    lost, added = (
        list(dict.fromkeys([*each, *others]))
        for each, others in ((usual.words_lost, empty.words_lost), (usual.words_added, empty.words_added))
    )
    words = [f"{sign} {_quoted(lines)}" for sign, lines in (("bỏ", lost), ("thêm", added)) if lines]
    if words:
        yield _told(f"Lời in khác bản gốc: {'; '.join(words)}", name)
    if usual.structure:
        yield _told(f"Bố cục khác bản gốc: {'; '.join(usual.structure)}", name)


def _quoted(lines: Sequence[str]) -> str:
    return ", ".join(f"“{line[:80]}”" for line in lines[:_SHOWN]) + _more(lines)


def _more(items: Sequence[object], shown: int = _SHOWN) -> str:
    return f" và {len(items) - shown} chỗ khác" if len(items) > shown else ""


def _told(message: str, name: str, hint: str = _AS_MEANT) -> Finding:
    return Finding("F311", Severity.HINT, message, Place(name), hint=hint)
