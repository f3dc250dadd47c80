"""A calm interview about the criteria that the facts leave open: it can be left, resumed and walked back."""

from collections.abc import Callable, Sequence

from ocop_cli.evaluation.score_words import show_points
from ocop_cli.evaluation.scoring import ScoreLine
from ocop_cli.evaluation.sheets import Answer
from ocop_cli.rules.criterion import Option
from ocop_cli.viet.choices import BACK, STOP, walk_word
from ocop_cli.viet.text import fold

_LATER = ("", "chua co")
_PROMPT = f"Chọn số (Enter: chưa có; {BACK}; {STOP})"


def interview(
    lines: Sequence[ScoreLine], ask: Callable[[str], str], say: Callable[[str], None]
) -> dict[str, Answer]:
    """Ask for the option of each line and return what was answered; leaving keeps what was said so far."""
    answers: dict[str, Answer] = {}
    position = 0
    while 0 <= position < len(lines):
        for text in _question(lines[position], position + 1, len(lines)):
            say(text)
        try:
            reply = fold(ask(_PROMPT))
        except KeyboardInterrupt:
            break
        if walk_word(reply, free=False) == STOP:
            break
        position += _take(lines[position], reply, answers, say)
        position = max(position, 0)
    return answers


def _take(line: ScoreLine, reply: str, answers: dict[str, Answer], say: Callable[[str], None]) -> int:
    """Note the reply and return how many questions to go on: back, again or ahead."""
    if walk_word(reply, free=False) == BACK:
        return -1
    if reply in _LATER:
        return 1
    chosen = _chosen(line.levels, reply)
    if chosen is None:
        say(f"  Không có lựa chọn “{reply}”; gõ số từ 1 đến {len(line.levels)}.")
        return 0
    answers[line.criterion.id] = Answer(chosen.id)
    return 1


def _chosen(levels: Sequence[Option], reply: str) -> Option | None:
    if reply.isdecimal() and 1 <= int(reply) <= len(levels):
        return levels[int(reply) - 1]
    return next((option for option in levels if reply == fold(option.id)), None)


def _question(line: ScoreLine, number: int, total: int) -> list[str]:
    criterion = line.criterion
    papers = " hoặc ".join(kind.name for kind in line.wanted)
    return [
        "",
        f"({number}/{total}) {criterion.code} {criterion.name}, tối đa {show_points(criterion.max)} điểm",
        f"  Căn cứ: {criterion.cite}",
        *([f"  Lưu ý: {criterion.note}"] if criterion.note else []),
        *(
            f"  {n}. {option.named}: {show_points(option.points)} điểm{_star(option)}"
            for n, option in enumerate(line.levels, 1)
        ),
        *([f"  Minh chứng: {papers}"] if papers else []),
        *([f"  Đã có trong hồ sơ: {'; '.join(line.evidence)}"] if line.evidence else []),
    ]


def _star(option: Option) -> str:
    return f" (tối thiểu cho {option.min_star} sao)" if option.min_star else ""
