"""Values of the idea slip and of the registration slip (Mẫu 01)."""

from datetime import date
from typing import Any

from ocop_cli.documents.frame import (
    DOTTED,
    DOTTED_SHORT,
    commune_name,
    dotted,
    dotted_sentence,
    province_name,
)
from ocop_cli.documents.printed_forms import form_source, signed_at, ticks
from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData
from ocop_cli.dossier.vocabulary import RegistrationKind, word
from ocop_cli.programme.profile import Profile
from ocop_cli.rules.decision import Ruleset
from ocop_cli.viet.dates import show_date

_PRINTED = "registration"
_BOX = {RegistrationKind.RE_RANKING: "Đánh giá lại"}  # as Mẫu số 01 prints it


def idea_slip_values(dossier: Dossier, profile: Profile, today: date) -> dict[str, Any]:
    """Return the values of the idea slip.

    Keys, all texts: ``subject``, ``addressee``, ``producer_name``, ``producer_kind``, ``represented_by``,
    ``representative``, ``representative_title``, ``address``, ``product_name``, ``track``, ``narrative``, ``difference``,
    ``target_market``, ``needs``, ``signed_at``.
    """
    idea = dossier.idea
    return {
        **_producer(dossier),
        "subject": f"Tham gia Chương trình OCOP năm {max(dossier.registration.rounds)}",
        "represented_by": _representative(dossier),
        "addressee": f"Ủy ban nhân dân {commune_name(profile)}",
        "product_name": dossier.product.name,
        "track": word(dossier.registration.track),
        "narrative": dotted_sentence(idea and idea.narrative),
        "difference": dotted_sentence(idea and idea.difference),
        "target_market": dotted_sentence(idea and idea.target_market),
        "needs": dotted_sentence(idea and idea.needs),
        "signed_at": signed_at(profile, today),
    }


def registration_slip_values(
    dossier: Dossier, private: PrivateData, profile: Profile, ruleset: Ruleset, today: date
) -> dict[str, Any]:
    """Return the values of the registration slip. The form legally asks for telephone and e-mail.

    Keys: ``subject``, ``province``, ``year``, ``producer_name``, ``producer_kind``, ``representative``,
    ``representative_title``, ``address``, ``phone``, ``email``, ``product_name``, ``product_group``,
    ``registration_kind``, ``samples``, ``signed_at``, ``slip_number``, ``received_on``, ``received_by``,
    ``province_code``, ``commune_code``, ``form_source``, ``slip_note`` (texts); ``ticks`` (boxes); ``offices`` (rows:
    office, number, received_on, received_by).
    """
    registration, printed = dossier.registration, ruleset.decision.procedure.form(_PRINTED)
    received = registration.slip.received_on if registration.slip else None
    year = registration.year_of_act(received) if received else registration.year
    units = ruleset.decision.procedure.samples.units_for(ruleset.product_set.number)
    return {
        **_producer(dossier),
        "subject": f"Tham gia đánh giá, phân hạng sản phẩm OCOP của {province_name(profile)} năm {year}",
        "province": province_name(profile),
        "year": str(year),
        "phone": dotted(private.phone),
        "email": dotted(private.email),
        "product_name": dossier.product.name,
        "product_group": product_group_words(ruleset),
        "registration_kind": _BOX.get(dossier.registration.kind) or word(dossier.registration.kind),
        "samples": f"{units:02d}" if units else "không áp dụng",
        "signed_at": signed_at(profile, today),
        "ticks": ticks(printed, dossier),
        **_reception(dossier, profile),
        "form_source": form_source(printed, ruleset.decision),
        "slip_note": "",
    }


def _reception(dossier: Dossier, profile: Profile) -> dict[str, Any]:
    """Return what the commune's desk wrote on the slip; the province writes its part by hand."""
    slip = dossier.registration.slip
    received = show_date(slip.received_on) if slip and slip.received_on else DOTTED_SHORT
    number, by = dotted(slip and slip.number, DOTTED_SHORT), dotted(slip and slip.received_by, DOTTED_SHORT)
    rows = (
        (f"UBND {commune_name(profile)}", number, received, by),
        (f"Cơ quan quản lý OCOP {province_name(profile)}", *[DOTTED_SHORT] * 3),
    )
    return {
        "slip_number": number.partition("/")[0] if slip and slip.number else "……-……",
        "received_on": received,
        "received_by": by,
        "province_code": profile.province.code,
        "commune_code": profile.commune.code,
        "offices": [
            dict(zip(("office", "number", "received_on", "received_by"), row, strict=True)) for row in rows
        ],
    }


def product_group_words(ruleset: Ruleset) -> str:
    """Return group, subgroup and set as the slip asks: ngành, nhóm, phân nhóm."""
    product_set = ruleset.product_set
    names = dict.fromkeys(
        (product_set.product_group.name, product_set.group, product_set.subgroup, product_set.name)
    )
    return ", ".join(
        f"{label} {name}"
        for label, name in zip(("ngành", "nhóm", "phân nhóm", "bộ"), [n for n in names if n], strict=False)
    )


def _representative(dossier: Dossier) -> str:
    """Return who represents the producer; the head of a household has no title, and none is asked for."""
    person = dossier.producer.representative
    return ", ".join(filter(None, (person.name, person.title))) if person else DOTTED


def _producer(dossier: Dossier) -> dict[str, Any]:
    producer = dossier.producer
    person = producer.representative
    return {
        "producer_name": producer.name,
        "producer_kind": word(producer.kind) if producer.kind else DOTTED,
        "representative": person.name if person else DOTTED,
        "representative_title": dotted(person and person.title),
        "address": dotted(producer.address),
    }
