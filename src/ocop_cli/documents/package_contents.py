"""What goes into the electronic set for the province, and under which names."""

from collections.abc import Mapping
from datetime import date

from ocop_cli.documents.frame import commune_name, province_name
from ocop_cli.dossier.model import Dossier
from ocop_cli.programme.profile import Profile
from ocop_cli.workflow.submission import payload_name

REPORT_NAME = "bao-cao-danh-gia"
SLIP_NAME = "phieu-dang-ky"
LETTER_NAME = "01-van-ban-de-nghi"
INVENTORY_NAME = "02-danh-muc-ho-so"
"""Names without their ending: a signed scan goes in as what it is."""

EVIDENCE_FOLDER = "giay-to"
_OWN_SLIP = "registration_slip"


def has_own_slip(dossier: Dossier) -> bool:
    """Say whether the producer's own registration slip goes into the set: then none is made."""
    return any(paper.kind == _OWN_SLIP and paper.file for paper in dossier.papers)


def evidence_names(dossier_id: str, dossier: Dossier, endings: Mapping[str, str]) -> dict[str, str]:
    """Map the path of every evidence file to its name in the set, in the order of the inventory.

    ``endings`` are those that files without one get.
    """
    names = {}
    for number, paper in enumerate(dossier.papers, 1):
        if paper.file:
            name = payload_name(paper.file, endings.get(paper.file, ""))
            names[paper.file] = f"{dossier_id}/{EVIDENCE_FOLDER}/{number:02d}-{name}"
    return names


def bag_info(profile: Profile, codes: Mapping[str, str], on: date) -> dict[str, str]:
    """Return what the bag says of itself."""
    return {
        "Source-Organization": f"UBND {commune_name(profile)}, {province_name(profile)}",
        "Bagging-Date": on.isoformat(),
        "External-Identifier": ", ".join(codes.values()),
        "External-Description": f"Hồ sơ đề nghị đánh giá, phân hạng {len(codes):02d} sản phẩm OCOP",
    }
