"""The question for the level of one criterion: what stands above it, the levels, and the points of each."""

from collections.abc import Mapping
from typing import NamedTuple

from ocop_cli.evaluation.score import ScoreLine
from ocop_cli.rules.criterion import Option
from ocop_cli.viet.numbers import show_rounded


class LevelQuestion(NamedTuple):
    """``choices`` maps the id of each level to its words, ``beside`` to its points, shown after the words."""

    words: str
    notes: tuple[str, ...]
    choices: Mapping[str, str]
    beside: Mapping[str, str]


def level_question(line: ScoreLine, number: int, total: int) -> LevelQuestion:
    """Return the question for a line; it is the ``number``-th of ``total``."""
    return LevelQuestion(
        f"Mức của {line.criterion.code} (Enter: chưa có)",
        tuple(_notes(line, number, total)),
        {option.id: option.named for option in line.levels},
        {option.id: f"{show_rounded(option.points)} điểm{_star(option)}" for option in line.levels},
    )


def _notes(line: ScoreLine, number: int, total: int) -> list[str]:
    criterion, before = line.criterion, line.option
    papers = " hoặc ".join(kind.name for kind in line.wanted)
    return [
        "",
        f"({number}/{total}) {criterion.code} {criterion.name}, tối đa {show_rounded(criterion.max)} điểm",
        f"  Căn cứ: {criterion.cite}",
        *([f"  Lưu ý: {criterion.note}"] if criterion.note else []),
        *([f"  Minh chứng: {papers}"] if papers else []),
        *([f"  Đã có trong hồ sơ: {'; '.join(line.evidence)}"] if line.evidence else []),
        *([f"  Chép từ hồ sơ khác, chưa xem lại: {before.named}"] if before and line.review else []),
    ]


def _star(option: Option) -> str:
    return f" (tối thiểu cho {option.min_star} sao)" if option.min_star else ""
