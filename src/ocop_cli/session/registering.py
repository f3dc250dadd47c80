"""The questions of a registration, in the order of the producer's own slip; each counted, nothing asked twice."""

from functools import partial
from typing import Any, NamedTuple

from ocop_cli.console import given_choice
from ocop_cli.dossier.declarations import Idea
from ocop_cli.dossier.producer import Producer, Representative, SharedProducer
from ocop_cli.dossier.product import Product
from ocop_cli.dossier.vocabulary import ProducerKind, RegistrationKind, Track, words
from ocop_cli.programme.residence import village_word
from ocop_cli.session import Session
from ocop_cli.session.typed.product_set import typed_set
from ocop_cli.session.typed.units import known_village
from ocop_cli.usecases.facts.known_producer import find_record
from ocop_cli.usecases.facts.own_address import village_of, whole_address
from ocop_cli.viet.fields import Record
from ocop_cli.viet.names import split_title
from ocop_cli.viet.read_option import read_option
from ocop_cli.viet.text import upper_first

_LATER = " (Enter: bổ sung sau)"
_OF_RECORD = ("kind", "village", "representative")
_MAYBE = "registration"  # asked after some answers only
_FOLLOWS = {Track.NEW: RegistrationKind.FIRST, Track.UPGRADE: RegistrationKind.UPGRADE}
"""What the kind of product says of the registration already: a new one was never ranked."""
_FIELDS: dict[str, tuple[type[Record], str]] = {
    "name": (Product, "name"),
    "producer": (Producer, "name"),
    "address": (Producer, "address"),
    "village": (Producer, "village"),
    "representative": (Representative, "name"),
    "idea": (Idea, "narrative"),
}
"""The field that an answer in words becomes: what the file would refuse is told at its question."""


class Given(NamedTuple):
    """What the options gave, in the order in which the rest is asked for."""

    name: str | None
    producer: str | None
    kind: str | None
    product_set: str | None
    address: str | None
    village: str | None
    representative: str | None
    track: str | None
    registration: str | None
    idea: str | None


def ask_registration(session: Session, given: Given) -> dict[str, Any]:
    """Return the answers that make a dossier: given, said by the record of the producer, or asked for."""
    asking = _Asking(session, given)
    product = asking.ask("name", "Tên sản phẩm")
    producer = asking.ask("producer", "Tên chủ thể")
    record = asking.look_up(producer)
    kind = asking.ask("kind", "Loại hình tổ chức", choices=words(ProducerKind))
    number = typed_set(session, asking.given.product_set, product, asking.count("product_set"))
    address = whole_address(session.workspace.profile, asking.ask("address", "Địa chỉ cơ sở", later=True))
    village = asking.village(address)
    representative = asking.ask("representative", "Người đại diện", later=True)
    track = asking.ask("track", "Diện tham gia", default=Track.NEW, choices=words(Track))
    registration = asking.registration(track)
    return {
        "name": product,
        "producer": producer,
        "record": record.id if record else None,
        "kind": kind,
        "set": number,
        "address": address or None,
        "village": village or None,
        "representative": representative or None,
        "track": track,
        "registration": registration,
        "idea": asking.ask("idea", "Ý tưởng, nguồn gốc ý tưởng", later=True),
    }


class _Asking:
    """The questions that are left, counted as they are asked."""

    def __init__(self, session: Session, given: Given) -> None:
        self._session, self.given = session, given
        self._number = 0

    def count(self, key: str) -> str:
        """Return which question of how many this is; nothing for one that is not asked."""
        if getattr(self.given, key) is not None:
            return ""
        self._number += 1
        left = [*Given._fields][Given._fields.index(key) + 1 :]
        total = self._number + sum(getattr(self.given, name) is None and name != _MAYBE for name in left)
        return f" ({self._number}/{total})"

    def ask(
        self,
        key: str,
        question: str,
        *,
        default: str = "",
        choices: dict[str, str] | None = None,
        later: bool = False,
    ) -> str:
        """Ask one question, unless an option has answered it; Enter passes over what may come ``later``."""
        return self._session.ask(
            f"{question}{self.count(key)}{_LATER if later else ''}",
            option=f"--{key}",
            given=getattr(self.given, key),
            default=default,
            choices=choices,
            check=partial(_check, key) if key in _FIELDS else None,
            optional=later,
        )

    def look_up(self, producer: str) -> SharedProducer | None:
        """Return the record of the producer, if there is one: nothing is asked of what it says."""
        kind = given_choice(self.given.kind or "", words(ProducerKind), "--kind")
        said = {"kind": kind, "representative": self.given.representative, "village": self.given.village}
        record = find_record(self._session.sources, producer, said)
        if record:
            held = "loại hình, người đại diện, thôn lấy theo tệp đó"
            self._session.say(f"Chủ thể ghi tại {record.file}; {held}.")
            self.given = self.given._replace(**dict.fromkeys(_OF_RECORD, ""))
        return record

    def village(self, address: str) -> str:
        """Return the village that the address names, else ask for it."""
        named = village_of(self._session.workspace.profile, address) if address else ""
        if named and self.given.village is None:
            self.given = self.given._replace(village=named)
        words_for = upper_first(village_word(self._session.workspace.profile.commune))
        typed = self.ask("village", words_for, later=True)
        return known_village(self._session, typed) if typed else ""

    def registration(self, track: str) -> str:
        """Return which registration this is; asked only of a product whose kind does not say it."""
        follows = _FOLLOWS.get(Track(track))
        if follows and self.given.registration is None:
            self.given = self.given._replace(registration=follows)
        kinds, first = words(RegistrationKind), RegistrationKind.FIRST
        return self.ask("registration", "Lần đăng ký", default=first, choices=kinds)


def _check(key: str, answer: str) -> None:
    """Raise ``OcopError`` (misuse) for an answer that its field does not take, or that nobody would believe."""
    model, field = _FIELDS[key]
    text = split_title(answer)[0] if key == "representative" else answer
    read_option(text, f"--{key}", model, field)
