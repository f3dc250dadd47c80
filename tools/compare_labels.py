"""Hold every label of the rule data against the decision's own text: numbers, named standards, conditions.

usage: python tools/compare_labels.py REFERENCE-FOLDER

The folder holds ``criteria-148.yaml`` and ``criteria-26-2026.yaml`` (sets → parts → groups → criteria → options with
``text`` and ``points``). It is no part of the project: what a run finds wrong becomes a case of
``tests/unit/rules/test_rules_words.py``. Labels are short words of ours, so a line is a question, not an error.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ocop_cli.rules.criterion import Criterion, Option
from ocop_cli.rules.pick import force
from ocop_cli.store.rulebook import load_rulebook

REFERENCES = {"148-2023": "criteria-148.yaml", "26-2026": "criteria-26-2026.yaml"}
CONDITIONS = (
    "hợp đồng", "minh chứng", "ổn định", "còn hiệu lực", "bắt buộc", "văn bản", "đầu vào", "tiêu thụ", "trong tỉnh",
    "ngoài tỉnh", "huyện", "xã", "việt nam", "quốc gia", "quốc tế", "tiếng nước ngoài", "truy xuất nguồn gốc",
    "định kỳ", "xuất khẩu", "chứng nhận", "giấy phép", "còn lại", "thường xuyên", "đào tạo", "độc lập",
)  # fmt: skip
"""Words without which a text asks for something else."""
_SENSES = {
    "<": "dưới", "≥": "từ", ">=": "từ", ">": "trên", "": "từ", "ít nhất": "từ", "nhiều hơn": "trên",
}  # fmt: skip
"""How near another a number of a text and one of a label must stand; a bare number is one from which something begins."""
_NUMBER = re.compile(r"(<|≥|>=|>|dưới|từ|trên|ít nhất|nhiều hơn)?\s*(\d+)")
_STANDARD = re.compile(r"\b(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z]{2,})\b")
_OURS = {"ATTP", "HTX", "TNHH", "DNTN", "OCOP", "TM", "DN"}
_AS_ABOVE = re.compile(r"^(cộng đồng: |điểm du lịch: |tổ chức, cá nhân: )?như (mức )?trên", re.IGNORECASE)


def meaning(text: str) -> set[str]:
    """Return what a text names that another must name too."""
    lower = text.lower().replace("attp", "an toàn thực phẩm")
    numbers = {f"{_SENSES.get(sense, sense)} {int(number)}" for sense, number in _NUMBER.findall(lower)}
    standards = set(_STANDARD.findall(text)) - _OURS
    return numbers | standards | {word for word in CONDITIONS if word in lower}


def full_labels(criterion: Criterion) -> Iterator[tuple[Option, str]]:
    """Yield every printed option with its label, what “như trên” stands for written out."""
    before = ""
    for option in criterion.options:
        before = f"{before} {option.label}" if _AS_ABOVE.match(option.label) else option.label
        yield option, f"{criterion.name} {before} {option.note} {criterion.note}"


def printed(product_set: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the criteria of a reference set in the decision's order."""
    for part in product_set["parts"]:
        for group in part["groups"]:
            for criterion in group["criteria"]:
                yield from criterion.get("children") or [criterion]


def compare(decision: str, reference: dict[str, Any]) -> dict[tuple[str, str, str, str], list[int]]:
    """Return what differs: (criterion, option, what, the text) with the sets where it does."""
    found: dict[tuple[str, str, str, str], list[int]] = {}
    for there in reference["sets"]:
        ours = {c.code: c for c in force(load_rulebook(), decision, there["set"]).product_set.criteria}
        for theirs in printed(there):
            mine, options = ours.get(theirs["code"]), theirs.get("options") or []
            if mine is None or len(mine.options) != len(options):
                found.setdefault((theirs["code"], "", "không ghép được", theirs["name"]), []).append(
                    there["set"]
                )
                continue
            for (option, label), text in zip(full_labels(mine), (o["text"] for o in options), strict=True):
                wanted, given = meaning(text), meaning(label)
                lost = wanted - given - meaning(theirs["name"])
                more = meaning(option.label) - meaning(f"{theirs['name']} {theirs.get('note', '')}") - wanted
                for what in (*(f"thiếu {x}" for x in sorted(lost)), *(f"thừa {x}" for x in sorted(more))):
                    found.setdefault((mine.id, option.id, what, text), []).append(there["set"])
    return found


def main() -> int:
    """Print every difference of every decision; the exit code counts none: a person reads them."""
    folder = Path(sys.argv[1])
    for decision, name in REFERENCES.items():
        reference = yaml.load((folder / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        found = compare(decision, reference)
        for (criterion, option, what, text), sets in sorted(found.items()):
            print(f"{decision} {criterion}.{option} bộ {','.join(map(str, sets))}: {what} | {text}")
        print(f"{decision}: {len(found)} chỗ cần đọc")
    return 0


if __name__ == "__main__":
    sys.exit(main())
