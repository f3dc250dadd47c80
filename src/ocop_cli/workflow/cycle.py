"""The six-step OCOP cycle as data: stages, tracks and the moves that are allowed."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ocop_cli.dossier.stage import Stage
from ocop_cli.dossier.vocabulary import MoveKind, RegistrationKind, Track

ANY = "*"


class Allowed(NamedTuple):
    """A move that the cycle allows, and the needs that must be met first."""

    origin: str
    to: str
    kind: MoveKind
    tracks: tuple[Track, ...]
    needs: tuple[str, ...]


class Need(NamedTuple):
    """Something that must be present: what is said when it is not, and the fix hint.

    ``brought``: the act brings it, so that it is never missing beforehand. ``at`` is the field that lacks it.
    """

    says: str
    cure: str = ""
    brought: bool = False
    at: str = ""


class Cycle(NamedTuple):
    """The whole cycle."""

    stages: Mapping[str, Stage]
    starts: Mapping[Track, str]
    moves: tuple[Allowed, ...]
    needs: Mapping[str, Need]
    step_names: Mapping[int, str]
    registration_starts: Mapping[RegistrationKind, str]
    registration_tracks: Mapping[RegistrationKind, Track]
    adopted_start: str

    def start_of(self, track: Track, registration: RegistrationKind) -> str:
        """Return the stage at which a dossier begins: that of its kind of registration, else that of its track."""
        return self.registration_starts.get(registration, self.starts[track])

    def moves_from(self, stage: str, track: Track) -> list[Allowed]:
        """Return the moves that a dossier of a track may make from a stage."""
        return [m for m in self.moves if track in m.tracks and m.origin in (stage, ANY) and m.to != stage]

    def onward(self, stage: str, track: Track) -> Allowed | None:
        """Return the first of the moves by which a dossier of a track goes on from a stage."""
        ahead = (MoveKind.ADVANCE, MoveKind.SELECT)
        return next((m for m in self.moves_from(stage, track) if m.kind in ahead), None)

    def target_of(self, brings: frozenset[str]) -> str | None:
        """Return the stage to which an act leads that meets these needs; ``None`` for an act that meets none."""
        return next((m.to for m in self.moves if brings and brings.issubset(m.needs)), None)

    def next_stages(self, stage: str) -> frozenset[str]:
        """Return the stages that an advance from a stage leads to."""
        return frozenset(m.to for m in self.moves if m.origin == stage and m.kind is MoveKind.ADVANCE)

    def leads_to(self, need: str) -> frozenset[str]:
        """Return the stages from which a move that asks for ``need`` starts: where the act that meets it belongs."""
        return frozenset(m.origin for m in self.moves if need in m.needs)

    def selection(self, *, chosen: bool) -> str:
        """Return the stage to which the selection brings an idea that was chosen, or was not."""
        targets = (m.to for m in self.moves if m.kind is MoveKind.SELECT)
        return next(stage for stage in targets if self.stages[stage].closed is not chosen)

    @property
    def awaiting_selection(self) -> frozenset[str]:
        """The stages of ideas that wait for the selection."""
        return frozenset(m.origin for m in self.moves if m.kind is MoveKind.SELECT)

    def name(self, stage: str) -> str:
        """Return the Vietnamese name of a stage, or its id when it is unknown."""
        return self.stages[stage].name if stage in self.stages else stage


def build_cycle(data: Mapping[str, Any]) -> Cycle:
    """Build the cycle from its data file. Raises ``KeyError`` or ``ValueError`` when our own data are wrong."""
    return Cycle(
        stages={stage["id"]: Stage(**stage) for stage in data["stages"]},
        starts={Track(track): start["start"] for track, start in data["tracks"].items()},
        moves=tuple(_move(move) for move in data["moves"]),
        needs={name: Need(**need) for name, need in data["needs"].items()},
        step_names={step["number"]: step["name"] for step in data["steps"]},
        registration_starts={
            RegistrationKind(kind): start["start"]
            for kind, start in data["registrations"].items()
            if "start" in start
        },
        registration_tracks={
            RegistrationKind(kind): Track(start["track"]) for kind, start in data["registrations"].items()
        },
        adopted_start=data["adopted"]["start"],
    )


def _move(move: Mapping[str, Any]) -> Allowed:
    tracks = tuple(Track(track) for track in move["tracks"])
    return Allowed(move["from"], move["to"], MoveKind(move["kind"]), tracks, tuple(move.get("needs", ())))
