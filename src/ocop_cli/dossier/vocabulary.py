"""The closed lists of a dossier, with the words officials read for them."""

from enum import StrEnum
from typing import Annotated

from ocop_cli.commune_contents import CommuneContent
from ocop_cli.viet.field_readers import among, listed_words


class ProducerKind(StrEnum):
    """Kind of organisation of a producer (chủ thể OCOP)."""

    COOPERATIVE = "cooperative"
    COOPERATIVE_GROUP = "cooperative_group"
    SMALL_ENTERPRISE = "small_enterprise"
    FARM = "farm"
    HOUSEHOLD = "household"
    ASSOCIATION = "association"
    COORDINATION_CENTRE = "coordination_centre"


class Track(StrEnum):
    """The three tracks of the commune's plan (III.3a)."""

    NEW = "new"
    EXISTING = "existing"
    UPGRADE = "upgrade"


class RegistrationKind(StrEnum):
    """Lần đăng ký on the registration slip (Mẫu 01)."""

    FIRST = "first"
    UPGRADE = "upgrade"
    RE_RANKING = "re_ranking"


class Origin(StrEnum):
    """Where a raw material or a product comes from, from near to far."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    ELSEWHERE = "elsewhere"
    IMPORT = "import"
    UNKNOWN = "unknown"


class Trend(StrEnum):
    """How the producer describes its growth."""

    RISING = "rising"
    STABLE = "stable"
    FALLING = "falling"


class Stance(StrEnum):
    """What a unit says of a content in its opinion."""

    AGREE = "agree"
    AMEND = "amend"
    DISAGREE = "disagree"


class IntellectualRight(StrEnum):
    """What a paper on intellectual property records: the six boxes of the self-assessment (Mẫu 02, part I)."""

    TRADEMARK = "trademark"
    COLLECTIVE = "collective"
    PATENT = "patent"
    DESIGN = "design"
    COPYRIGHT = "copyright"
    OTHER = "other"


class MoveKind(StrEnum):
    """How a dossier came to a stage."""

    ADVANCE = "advance"
    RETURN = "return"
    SELECT = "select"
    WITHDRAW = "withdraw"


_WORDS: dict[type[StrEnum], dict[str, str]] = {
    ProducerKind: {
        ProducerKind.COOPERATIVE: "Hợp tác xã",
        ProducerKind.COOPERATIVE_GROUP: "Tổ hợp tác",
        ProducerKind.SMALL_ENTERPRISE: "Doanh nghiệp nhỏ và vừa",
        ProducerKind.FARM: "Trang trại",
        ProducerKind.HOUSEHOLD: "Hộ sản xuất, hộ gia đình có đăng ký kinh doanh",
        ProducerKind.ASSOCIATION: "Hội, hiệp hội",
        ProducerKind.COORDINATION_CENTRE: "Trung tâm điều hành hoặc tổ chức tương đương",
    },
    Track: {
        Track.NEW: "Sản phẩm mới",
        Track.EXISTING: "Sản phẩm hiện có",
        Track.UPGRADE: "Sản phẩm đề nghị nâng hạng sao",
    },
    RegistrationKind: {
        RegistrationKind.FIRST: "Lần đầu",
        RegistrationKind.UPGRADE: "Nâng hạng",
        RegistrationKind.RE_RANKING: "Phân hạng lại",
    },
    Origin: {
        Origin.COMMUNE: "trong xã",
        Origin.DISTRICT: "trong địa bàn huyện cũ",
        Origin.PROVINCE: "trong tỉnh",
        Origin.ELSEWHERE: "tỉnh khác",
        Origin.IMPORT: "nhập khẩu",
        Origin.UNKNOWN: "chưa rõ nguồn gốc",
    },
    CommuneContent: {
        CommuneContent.LOCAL_ORIGIN: "Nguồn gốc sản phẩm, nguyên liệu địa phương",
        CommuneContent.LOCAL_LABOUR: "Sử dụng lao động địa phương",
        CommuneContent.IDEA_ORIGIN: "Nguồn gốc ý tưởng sản phẩm",
        CommuneContent.LOCAL_IDENTITY: "Bản sắc, trí tuệ địa phương",
    },
    Trend: {Trend.RISING: "tăng", Trend.STABLE: "ổn định", Trend.FALLING: "giảm"},
    IntellectualRight: {
        IntellectualRight.TRADEMARK: "nhãn hiệu",
        IntellectualRight.COLLECTIVE: "quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận",
        IntellectualRight.PATENT: "sáng chế",
        IntellectualRight.DESIGN: "kiểu dáng công nghiệp",
        IntellectualRight.COPYRIGHT: "bản quyền tác giả",
        IntellectualRight.OTHER: "quyền khác",
    },
    Stance: {
        Stance.AGREE: "nhất trí",
        Stance.AMEND: "đề nghị chỉnh sửa",
        Stance.DISAGREE: "không nhất trí",
    },
    MoveKind: {
        MoveKind.ADVANCE: "chuyển bước",
        MoveKind.RETURN: "trả lại",
        MoveKind.SELECT: "lựa chọn",
        MoveKind.WITHDRAW: "dừng tham gia",
    },
}


def called(kind: ProducerKind | None) -> str:
    """Return how a letter speaks of a producer of this kind in running text: ``đề nghị hộ nộp …``."""
    return _CALLED.get(kind, "đơn vị") if kind else "chủ thể"


_CALLED = {ProducerKind.HOUSEHOLD: "hộ", ProducerKind.FARM: "cơ sở"}


def word(member: StrEnum) -> str:
    """Return the Vietnamese word for a member of one of these lists."""
    return _WORDS[type(member)][member]


def words(kind: type[StrEnum]) -> dict[str, str]:
    """Return every member of a list with its Vietnamese word, in the order of the list; none for a list without words."""
    return dict(_WORDS.get(kind, {}))


ProducerWord = Annotated[
    ProducerKind, among(ProducerKind, words(ProducerKind)), listed_words(words(ProducerKind))
]
TrackWord = Annotated[Track, among(Track, words(Track)), listed_words(words(Track))]
RegistrationWord = Annotated[
    RegistrationKind, among(RegistrationKind, words(RegistrationKind)), listed_words(words(RegistrationKind))
]
OriginWord = Annotated[Origin, among(Origin, words(Origin)), listed_words(words(Origin))]
TrendWord = Annotated[Trend, among(Trend, words(Trend)), listed_words(words(Trend))]
RightWord = Annotated[
    IntellectualRight,
    among(IntellectualRight, words(IntellectualRight)),
    listed_words(words(IntellectualRight)),
]
StanceWord = Annotated[Stance, among(Stance, words(Stance)), listed_words(words(Stance))]
MoveWord = Annotated[MoveKind, among(MoveKind, words(MoveKind)), listed_words(words(MoveKind))]
ContentWord = Annotated[
    CommuneContent, among(CommuneContent, words(CommuneContent)), listed_words(words(CommuneContent))
]
"""The lists as fields take them: by code or by word."""
