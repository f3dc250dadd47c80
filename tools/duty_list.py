"""The index of the year's duties: each with its place in the plan, who does it, when, by which verb, on which paper."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from compile_data import read_yaml
from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.vocabulary import word
from ocop_cli.programme.standing import Duty, Section
from ocop_cli.store.built_in.packaged import load_standing
from ocop_cli.store.built_in.resources import PACKAGE
from ocop_cli.store.papers.forms import load_form
from ocop_cli.viet.text import lower_first

PAGE = Path(__file__).resolve().parent.parent / "docs/duties.md"
DUTIES = "programme/data/duties.yaml"
CLOSING = "closing"
"""The duty that the last words of the plan ask of everybody."""
_SLOT = re.compile(r"\{(\w+)\}")
_FILLED = {
    "year": "N", "commune": "xã", "kind": "xã", "province": "tỉnh", "unit": "Phòng Kinh tế", "villages": "các thôn",
    "heads": "trưởng các thôn", "contents": "; ".join(lower_first(word(each)) for each in CommuneContent),
    "decision": "quyết định áp dụng", "groups": "sáu",
    "steps": "sáu", "schedule_annex": "phụ lục", "programme": "chương trình mục tiêu quốc gia",
    "report_form": "mẫu của quyết định", "samples": "Sản phẩm mẫu",
}  # fmt: skip
"""What stands in a slot where no year and no commune is meant; the other slots begin what only some years have."""
_INTRO = """# Nhiệm vụ của kế hoạch năm

Mỗi nhiệm vụ của kế hoạch OCOP một xã: ai làm, khi nào, ghi bằng lệnh nào, in ở văn bản nào, đo bằng gì. \
Lập bằng `tools/generate.py` từ `programme/data/plan.yaml` và `programme/data/duties.yaml`; sửa ở đó.
"""


def duty_page() -> tuple[Path, bytes]:
    """Return the page and its content."""
    return PAGE, "".join(f"{line}\n" for line in _lines()).encode()


def known_duties() -> dict[str, dict[str, Any]]:
    """Return what is known of each duty, by its id."""
    return {each["duty"]: each for each in read_yaml(PACKAGE / DUTIES)}


def _lines() -> Iterator[str]:
    known, standing = known_duties(), load_standing()
    yield _INTRO
    yield f"Có {len(known)} nhiệm vụ, nhiệm vụ nào cũng có người làm, thời gian, lệnh, văn bản và số đo."
    for part in standing.parts:
        yield from _head(f"{part.id}. {part.title}")
        for section in part.sections:
            for duty in section.duties:
                yield from (_row(each, section, known[each.id]) for each in (duty, *duty.sub))
    yield from _head("LỜI KẾT")
    yield _row(Duty(CLOSING, f"{standing.closing}."), Section(""), known[CLOSING])


def _head(title: str) -> tuple[str, ...]:
    columns = "| Mã | Nhiệm vụ | Ai | Khi nào | Lệnh | Văn bản | Đo bằng |"
    return "", f"## {title}", "", columns, "|---|---|---|---|---|---|---|"


def _row(duty: Duty, section: Section, known: dict[str, Any]) -> str:
    who = known.get("who") or _filled(section.lead) or "Phòng Kinh tế"
    who += f"; phối hợp: {partners}" if (partners := _filled(section.partners)) else ""
    when = known.get("when") or _filled(section.when) or "Trong năm N"
    verbs = ", ".join(f"`ocop {verb}`" for verb in known["verbs"])
    papers = "; ".join(load_form(form).name for form in known["papers"])
    cells = (
        duty.id,
        _filled(duty.text),
        who,
        when,
        verbs,
        papers,
        known["indicator"],
    )
    return f"| {' | '.join(cells)} |"


def _filled(text: str) -> str:
    return _SLOT.sub(lambda slot: _FILLED.get(slot[1], ""), text)
