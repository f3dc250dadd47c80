"""One way to make a commune's profile: the least that is complete, and what a test says beside it."""

from typing import Any

from ocop_cli.programme.profile import Profile
from support.parts import to_yaml, with_parts

LEAST: dict[str, Any] = {
    "schema": "ocop/workspace@1",
    "province": {"name": "Quảng Ngãi", "code": "51"},
    "commune": {"name": "Xốp", "code": "23356", "place": "Xốp"},
    "office": {"unit": {"name": "Phòng Kinh tế", "code": "KT"}},
    "signers": {"committee": {"name": "Trần Văn Mẫu", "title": "Chủ tịch"}},
}


def make_profile(**parts: Any) -> Profile:
    """Return a profile; parts are named as in ``ocop.yaml``: ``office={"officer": "Y Mẫu"}``."""
    return Profile.model_validate(with_parts(LEAST, parts))


def profile_yaml(**parts: Any) -> str:
    """Return the text of an ``ocop.yaml``."""
    return to_yaml(with_parts(LEAST, parts))
