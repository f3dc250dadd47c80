"""The choices of the workspace profile, and the words that people say for each."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from ocop_cli.programme.calendar import LimitOnDayOff
from ocop_cli.viet.field_readers import among, listed_words


class SigningMode(StrEnum):
    """Quyền hạn ký (Nghị định 30/2020, Điều 13)."""

    ON_BEHALF = "TM"  # the head signs for the People's Committee
    DEPUTY = "KT"  # a deputy signs in the head's place
    BY_ORDER = "TL"  # by standing order of the chairman
    BY_ORDER_DEPUTY = "TLKT"  # by standing order, a deputy in the unit head's place
    AUTHORISED = "TUQ"  # by a written authorisation
    ACTING = "Q"  # an acting head signs
    HEAD = "HEAD"  # the head of a unit signs for the unit


class RequestLetter(StrEnum):
    """How the commune asks the province."""

    SUBMISSION = "to_trinh"
    OFFICIAL_LETTER = "cong_van"


class NumberSeries(StrEnum):
    """How document numbers run in a year."""

    ONE = "mot_day"
    PER_KIND = "theo_loai"


class ToneMarks(StrEnum):
    """Where the tone mark stands in òa, úy and the like: no decree asks for one way."""

    OLD = "cu"  # hòa, thủy
    NEW = "moi"  # hoà, thuỷ


SIGNING_MODES: dict[str, str] = {
    SigningMode.ON_BEHALF: "thay mặt",
    SigningMode.DEPUTY: "ký thay",
    SigningMode.BY_ORDER: "thừa lệnh",
    SigningMode.BY_ORDER_DEPUTY: "ký thay người được thừa lệnh",
    SigningMode.AUTHORISED: "thừa ủy quyền",
    SigningMode.ACTING: "quyền (người đứng đầu)",
    SigningMode.HEAD: "thủ trưởng đơn vị",
}
"""In what right somebody signs, in words."""
_LETTERS: dict[str, str] = {RequestLetter.SUBMISSION: "tờ trình", RequestLetter.OFFICIAL_LETTER: "công văn"}
_SERIES: dict[str, str] = {
    NumberSeries.ONE: "chung một dãy số",
    NumberSeries.PER_KIND: "mỗi loại một dãy số",
}
_TONES: dict[str, str] = {ToneMarks.OLD: "kiểu cũ (hòa, thủy)", ToneMarks.NEW: "kiểu mới (hoà, thuỷ)"}
_LIMITS: dict[str, str] = {
    LimitOnDayOff.STAYS: "giữ nguyên",
    LimitOnDayOff.NEXT_WORKING_DAY: "sang ngày làm việc tiếp theo",
}
_WORDS: Mapping[type[StrEnum], dict[str, str]] = {
    SigningMode: SIGNING_MODES,
    RequestLetter: _LETTERS,
    NumberSeries: _SERIES,
    ToneMarks: _TONES,
    LimitOnDayOff: _LIMITS,
}


def choice_words(kind: type[StrEnum]) -> Mapping[str, str]:
    """Return every choice of a list of the profile with its words; none for another list."""
    return _WORDS.get(kind, {})


SigningModeWord = Annotated[SigningMode, among(SigningMode, SIGNING_MODES), listed_words(SIGNING_MODES)]
RequestLetterWord = Annotated[RequestLetter, among(RequestLetter, _LETTERS), listed_words(_LETTERS)]
NumberSeriesWord = Annotated[NumberSeries, among(NumberSeries, _SERIES), listed_words(_SERIES)]
ToneMarksWord = Annotated[ToneMarks, among(ToneMarks, _TONES), listed_words(_TONES)]
LimitOnDayOffWord = Annotated[LimitOnDayOff, among(LimitOnDayOff, _LIMITS), listed_words(_LIMITS)]
