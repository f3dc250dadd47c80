"""What the commune states of itself, by Vietnamese names: each setting with its place in the profile and an example."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from ocop_cli.findings import FieldPath
from ocop_cli.programme.targets import Targets
from ocop_cli.viet.text import fold, lower_first

_NEAR = 0.6


class Setting(NamedTuple):
    """One setting: its name as it is typed, its place, an example. ``listed``: it holds several values, each is added."""

    name: str
    place: FieldPath
    example: str
    listed: bool = False


_SETTINGS = (
    Setting("công chức phụ trách", ("office", "officer"), "Y Ví Dụ Hai"),
    Setting("phòng soạn thảo", ("office", "unit", "name"), "Phòng Kinh tế"),
    Setting("ký hiệu phòng", ("office", "unit", "code"), "KT"),
    Setting("đơn vị lấy ý kiến", ("office", "consulted"), "Trạm Y tế (TYT)", listed=True),
    Setting("người ký", ("signers", "committee", "name"), "A Xốp Mẫu"),
    Setting("chức vụ người ký", ("signers", "committee", "title"), "Chủ tịch"),
    Setting("quyền hạn ký", ("signers", "committee", "mode"), "TM"),
    Setting("người ký của phòng", ("signers", "unit", "name"), "A Kinh Mẫu"),
    Setting("chức vụ người ký của phòng", ("signers", "unit", "title"), "Trưởng phòng"),
    Setting("quyền hạn ký của phòng", ("signers", "unit", "mode"), "HEAD"),
    Setting("thôn", ("commune", "villages"), "Thôn Ví Dụ Bốn", listed=True),
    Setting("huyện cũ", ("commune", "former_district"), "Đắk Glei"),
    Setting("ngày nghỉ thêm", ("calendar", "holidays"), "26/3/2027 Ngày hội của xã", listed=True),
    Setting("ngày làm bù", ("calendar", "make_up_days"), "03/4/2027", listed=True),
    Setting("ghi dữ liệu cá nhân vào git", ("settings", "git_personal"), "không"),
    Setting("nhắc trước hạn", ("settings", "warn_days"), "7"),
    Setting("chênh lệch điểm cần trao đổi", ("settings", "score_spread"), "10"),
)
_TARGETS = {f"chỉ tiêu {lower_first(info.title or key)}": key for key, info in Targets.model_fields.items()}


def settings_of(year: int) -> tuple[Setting, ...]:
    """Return every setting, the targets as those of one year."""
    targets = (Setting(f"{name} {year}", ("targets", str(year), key), "3") for name, key in _TARGETS.items())
    return (*_SETTINGS, *targets)


def setting_named(said: str, year: int) -> Setting | None:
    """Return the setting that a person names; a target may name its own year: ``chỉ tiêu … 2027``."""
    head, _, tail = said.strip().rpartition(" ")
    meant = int(tail) if len(tail) == len(str(year)) and tail.isdecimal() else year
    wanted = fold(said if head == "" or meant == year else f"{head} {meant}")
    return next(
        (each for each in settings_of(meant) if fold(each.name) in (wanted, f"{wanted} {meant}")), None
    )


def near_settings(said: str, year: int) -> Iterator[str]:
    """Yield the names that come near what was typed."""
    names = {fold(each.name): each.name for each in settings_of(year)}
    yield from (names[found] for found in get_close_matches(fold(said), names, n=3, cutoff=_NEAR))
