"""The four contents that the law leaves to the commune (nội dung đánh giá cấp xã): one list for dossiers and law."""

from enum import StrEnum


class CommuneContent(StrEnum):
    """The four contents that the law leaves to the commune."""

    LOCAL_ORIGIN = "local_origin"
    LOCAL_LABOUR = "local_labour"
    IDEA_ORIGIN = "idea_origin"
    LOCAL_IDENTITY = "local_identity"
