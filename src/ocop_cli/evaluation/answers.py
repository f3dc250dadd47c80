"""What an official answers to an evaluation: choices, decisions of their own, remarks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.dossier.declarations import Idea, Identity
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.vocabulary import word, words
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.commune import Decided
from ocop_cli.evaluation.option_answer import read_level
from ocop_cli.findings import FieldPath
from ocop_cli.rules.decision import Ruleset
from ocop_cli.rules.product_set import ProductSet
from ocop_cli.viet.choices import chosen
from ocop_cli.viet.told_once import told_once

DECLARED = {CommuneContent.IDEA_ORIGIN: "idea", CommuneContent.LOCAL_IDENTITY: "identity"}
"""The contents of which the producer chooses the level, with the part of the dossier that holds the choice."""


def by_content(texts: Sequence[str], option: str) -> dict[CommuneContent, str]:
    """Read ``CONTENT=text``. Raises ``OcopError`` (misuse) for anything else, and for two texts of one content."""
    return told_once((_pair(text, option) for text in texts), lambda content: f"{option} {word(content)}")


def decided(
    overrides: Sequence[str], reasons: Sequence[str], product_set: ProductSet
) -> dict[CommuneContent, Decided]:
    """Join decisions and reasons in their order.

    Raises ``OcopError`` (misuse) when a decision has no reason, or names what the product set does not have.
    """
    if len(overrides) != len(reasons):
        raise OcopError(
            "Mỗi quyết định khác với máy tính phải kèm một lý do.",
            "Thêm --reason cho từng --override, theo đúng thứ tự.",
            exit_code=MISUSE,
        )
    options = by_content(overrides, "--override")
    levels = {content: _level(product_set, content, text) for content, text in options.items()}
    return {c: Decided(level, reason) for (c, level), reason in zip(levels.items(), reasons, strict=True)}


def _level(product_set: ProductSet, content: CommuneContent, text: str) -> str:
    criterion = product_set.content(content)
    if criterion is None:
        raise _no_levels(product_set, content, "Bỏ --override này; ghi nhận xét bằng --conclude.")
    return read_level(criterion, text).id


def _no_levels(product_set: ProductSet, content: CommuneContent, hint: str) -> OcopError:
    message = (
        f"Bộ sản phẩm “{product_set.name}” không có tiêu chí “{word(content)}” nên không có mức để chọn."
    )
    return OcopError(message, hint, exit_code=MISUSE)


class Answers(NamedTuple):
    """The options and reasons given for each declared part; ``can_ask`` says whether a person may be asked."""

    given: Mapping[str, tuple[str | None, str | None]]
    can_ask: bool

    def complete(self, dossier: Dossier, ruleset: Ruleset, ask: Callable[..., str]) -> dict[FieldPath, Any]:
        """Return the fields that the answers set; what is missing is asked for where a person sits."""
        fields: dict[FieldPath, Any] = {}
        for content, part in DECLARED.items():
            if ruleset.is_judged(content):
                fields |= self._of(part, content, ruleset.product_set, getattr(dossier, part), ask)
        return fields

    def _of(
        self,
        part: str,
        content: CommuneContent,
        product_set: ProductSet,
        declared: Idea | Identity | None,
        ask: Callable[..., str],
    ) -> dict[FieldPath, Any]:
        option, reason = self.given[part]
        criterion = product_set.content(content)
        held = declared.choice if declared else None
        if option and criterion is None:
            raise _no_levels(product_set, content, f"Bỏ --{part}; ghi nhận xét bằng --{part}-reason.")
        if criterion and self.can_ask and not option and not (held and held.option):
            levels = {level.id: level.named for level in criterion.levels}
            option = ask(word(content), option=f"--{part}", choices=levels)
        if self.can_ask and not reason and not (held and held.reason):
            asked = "Lý do chọn mức" if criterion else "Nhận xét của xã, không có điểm trong bộ này"
            reason = ask(f"{asked} ({word(content)})", option=f"--{part}-reason")
        level = read_level(criterion, option).id if criterion and option else None
        answers = {"option": level, "reason": reason}
        answered = {key: value for key, value in answers.items() if value}
        if held is None and answered:
            return {(part, "choice"): answered}
        return {(part, "choice", key): value for key, value in answered.items()}


def _pair(text: str, option: str) -> tuple[CommuneContent, str]:
    name, _, value = text.partition("=")
    meant = chosen(name, words(CommuneContent))
    if not value.strip() or len(meant) != 1:
        known = "; ".join(f"“{each}”" for each in words(CommuneContent).values())
        raise OcopError(
            f"{option}: “{text}” không đúng dạng.",
            f"Ghi NỘI_DUNG=…; nội dung là một trong: {known}.",
            exit_code=MISUSE,
        )
    return CommuneContent(meant[0]), value.strip()
