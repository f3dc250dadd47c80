"""What is wrong with a score: choices that the facts, or a condition of the decision, leave no room for."""

from collections.abc import Iterator

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.scores import ScoreSheet
from ocop_cli.evaluation.province_only import outside_province
from ocop_cli.evaluation.score import Answered, ScoreLine
from ocop_cli.findings import Finding, Place, Severity
from ocop_cli.rules.decision import Ruleset
from ocop_cli.viet.text import lower_first


def score_findings(
    dossier: Dossier, ruleset: Ruleset, sheet: ScoreSheet, lines: tuple[ScoreLine, ...], name: str
) -> Iterator[Finding]:
    """Yield what is wrong with the lines of a sheet, in the file ``name`` of its dossier."""
    yield from outside_province(dossier, ruleset.product_set, name)
    for line in lines:
        place = Place(name, _path(dossier, sheet, line.criterion.id))
        if line.answered is Answered.CONFLICT:
            yield _conflict(sheet, line, place, Severity.ERROR)
        elif _is_overruled(sheet, line):
            yield _conflict(sheet, line, place, Severity.WARNING)
        elif line.review:
            yield Finding(
                "E042", Severity.WARNING, f"{_label(line)}: mức chép từ hồ sơ khác, chưa xem lại",
                place, why="hồ sơ chưa nộp được khi còn mức chưa xem lại",
                hint="chấm lại tiêu chí này, hoặc xác nhận mọi mức: `ocop score MÃ --seen`",
            )  # fmt: skip


def _is_overruled(sheet: ScoreSheet, line: ScoreLine) -> bool:
    """Say whether the sheet holds a choice that facts or a condition of the decision leave no room for."""
    chosen = sheet.choice(line.criterion.id)
    if chosen is None or line.option is None:
        return False
    option = line.criterion.option(chosen.option)
    if line.answered is Answered.CONDITION:
        return option is None or bool(option.points)
    return line.answered is Answered.FACTS and line.option != option


def _conflict(sheet: ScoreSheet, line: ScoreLine, place: Place, severity: Severity) -> Finding:
    """Say that a choice does not count: an error where nothing counts instead, a warning where the facts do."""
    if line.answered is Answered.CONDITION:
        return _beyond_condition(line, place, severity)
    left = "; ".join(o.named for o in line.levels)
    hint = f"còn chọn được: {left}" if left else "chưa đủ số liệu để chấm; bổ sung số liệu vào hồ sơ"
    chosen = sheet.choice(line.criterion.id)
    unknown = chosen.option if chosen and line.criterion.option(chosen.option) is None else ""
    wrong = f"quyết định không có mức “{unknown}”" if unknown else "mức chọn trái với số liệu của hồ sơ"
    return Finding(
        "E041", severity, f"{_label(line)}: {wrong}",
        place, why="không tính điểm mà số liệu không đỡ", hint=hint, cite=line.criterion.cite,
    )  # fmt: skip


def _beyond_condition(line: ScoreLine, place: Place, severity: Severity) -> Finding:
    """Say that a choice does not count because the criterion that it depends on is not there."""
    label = line.option.named if line.option else ""
    return Finding(
        "E041", severity, f"{_label(line)}: mức chọn không tính, {line.reason}",
        place, why=lower_first(label), hint="sửa mức của tiêu chí kia, hoặc bỏ mức này", cite=line.criterion.cite,
    )  # fmt: skip


def _label(line: ScoreLine) -> str:
    return f"{line.criterion.code} {line.criterion.name}"


def _path(dossier: Dossier, sheet: ScoreSheet, criterion_id: str) -> tuple[str | int, ...]:
    for number, each in enumerate(dossier.scores):
        for position, choice in enumerate(each.choices):
            if choice.criterion == criterion_id and each == sheet:
                return ("scores", number, "choices", position, "option")
    return ("scores",) if dossier.scores else ("product", "set")
