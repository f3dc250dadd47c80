"""Blocks as HTML for the programs that make Word files of it."""

from __future__ import annotations

from html import escape
from typing import Any

from layout import Block


def page(blocks: list[Block], look: dict[str, Any]) -> str:
    top, bottom, left, right = look["margins"]
    style = f"@page {{size: 210mm 297mm; margin: {top}mm {right}mm {bottom}mm {left}mm}} body {{font-family: '{look['font']}'; font-size: 14pt}}"
    return f"<!DOCTYPE html><html lang='vi'><head><meta charset='utf-8'><style>{style}</style></head><body>{''.join(_block(b) for b in blocks)}</body></html>"


def _block(b: Block) -> str:
    if "widths" in b:
        rows = "".join(
            "<tr>" + "".join(f"<td style='width:{round(w * 3.78)}px; vertical-align:top'>{''.join(_block(x) for x in cell)}</td>" for w, cell in zip(b["widths"], row, strict=True)) + "</tr>"
            for row in b["rows"]
        )  # fmt: skip
        border = "1" if b.get("border") else "0"
        return f"<table border='{border}' cellspacing='0' style='width:100%'>{rows}</table>"
    if "rule" in b:
        return f"<p style='text-align:center; margin:0'>{'_' * round(b['rule'] / 2.3)}</p>"
    align = {"both": "justify"}.get(b.get("align", "left"), b.get("align", "left"))
    style = f"text-align:{align}; margin:{b.get('before', 0)}pt 0 {b.get('after', 0)}pt {b.get('left', 0)}mm; text-indent:{b.get('first', 0)}mm; line-height:{b.get('line', 1)}"
    return f"<p style='{style}'>{''.join(_run(r) for r in b['p'])}</p>"


def _run(r: Block) -> str:
    if r["t"] == "\n":
        return "<br/>"
    text = f"<span style='font-size:{r['sz']}pt'>{escape(r['t'])}</span>"
    text = f"<strong>{text}</strong>" if r.get("b") else text
    return f"<em>{text}</em>" if r.get("i") else text


def markdown(paper: dict[str, Any]) -> str:
    """Return a paper as somebody writes it in Markdown."""
    head = [f"**{t}**" if b else t for t, b in paper["agency"]] + [paper["number"]]
    lines = [f"**{paper['nation']}**", f"**{paper['motto']}**", f"*{paper['date']}*", *head]
    lines += [
        f"# {paper['kind']}",
        *(f"**{t}**" for t in paper["subject"]),
        *(f"*{t}*" for t in paper["grounds"]),
    ]
    lines += [f"**{t}**" if kind != "text" else t for kind, t, *_ in paper["body"]]
    lines += [
        "***Nơi nhận:***",
        *paper["copies"],
        *(f"**{t}**" for t in paper["powers"]),
        f"**{paper['signer']}**",
    ]
    return "\n\n".join(lines)
