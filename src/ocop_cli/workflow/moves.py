"""May this dossier move? If not: every reason at once, and what would lift each."""

from datetime import date
from typing import NamedTuple

from ocop_cli.dossier.vocabulary import MoveKind, word
from ocop_cli.findings import FactsAsked, FieldPath, Finding, Place, Severity
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.ids import id_of_file
from ocop_cli.workflow.cycle import Allowed, Cycle
from ocop_cli.workflow.needs import MoveRequest, is_met


class Plan(NamedTuple):
    """A move that is allowed, or the refusals that stand against it."""

    move: Allowed | None
    refusals: tuple[Finding, ...] = ()


def plan_move(
    name: str,
    request: MoveRequest,
    cycle: Cycle,
    *,
    on: date,
    to: str | None = None,
    kind: MoveKind = MoveKind.ADVANCE,
) -> Plan:
    """Plan a move, on a day, of the dossier in the file ``name``.

    Without ``to`` it is the only one of its kind from here, or the one that asks for what the request brings.
    """
    stage = request.dossier.stage
    if stage not in cycle.stages:
        return Plan(
            None, (_refusal("W001", name, f"Trạng thái “{stage}” không có trong chu trình", _stages(cycle)),)
        )
    onward = [m for m in cycle.moves_from(stage, request.dossier.registration.track) if m.kind is kind]
    to = to or cycle.target_of(request.brings)
    chosen = [m for m in onward if to is None or m.to == to]
    if len(chosen) != 1:
        return Plan(None, (_no_such_move(name, request, cycle, onward, to, kind),))
    lacks = [_lack(name, need, cycle) for need in chosen[0].needs if not is_met(need, request)]
    refusals = (*lacks, *_too_early(name, request, on))
    return Plan(None if refusals else chosen[0], refusals)


def _no_such_move(
    name: str, request: MoveRequest, cycle: Cycle, onward: list[Allowed], to: str | None, kind: MoveKind
) -> Finding:
    here = cycle.name(request.dossier.stage)
    ways = "; ".join(_way(name, move, cycle) for move in onward)
    if to is None and onward:
        return _refusal("W002", name, f"Từ “{here}” có nhiều bước để chọn", f"chọn một: {ways}")
    message = f"Hồ sơ ở bước “{here}” không {word(kind)} được"
    if to:
        message = f"Từ “{here}” không chuyển thẳng tới “{cycle.name(to)}” được"
    if to == request.dossier.stage:
        message = f"Hồ sơ đã ở bước “{here}”"
    everywhere = cycle.moves_from(request.dossier.stage, request.dossier.registration.track)
    allowed = ways or "; ".join(_way(name, move, cycle) for move in everywhere)
    ended = "hồ sơ đã kết thúc, từ đây không còn bước nào; ghi nhầm thì `ocop undo`"
    return _refusal("W003", name, message, f"từ đây chỉ có: {allowed}" if allowed else ended)


def _way(name: str, move: Allowed, cycle: Cycle) -> str:
    """Return where a move leads, with the command that makes it: each kind of move is a verb."""
    given = {
        MoveKind.ADVANCE: f" {id_of_file(name)} --to {move.to}",
        MoveKind.SELECT: "",
    }.get(move.kind, f' {id_of_file(name)} --reason "…"')
    return f"{cycle.name(move.to)} (`ocop {move.kind}{given}`)"


def _too_early(name: str, request: MoveRequest, on: date) -> list[Finding]:
    last = request.dossier.history[-1].on
    if on >= last:
        return []
    message = f"Ngày chuyển {show_date(on)} trước bước gần nhất ({show_date(last)})"
    return [_refusal("W005", name, message, "sửa --on, hoặc ngày ghi ở bước gần nhất")]


def _lack(name: str, need: str, cycle: Cycle) -> Finding:
    told, dossier_id = cycle.needs[need], id_of_file(name)
    field = tuple(told.at.split(".")) if told.at else ()
    asks = FactsAsked(dossier_id, (told.at,)) if told.at else None
    refusal = _refusal("W004", name, f"Không thể chuyển: {told.says}", told.cure.format(id=dossier_id), field)
    return refusal._replace(asks=asks)


def _refusal(code: str, name: str, message: str, hint: str, field: FieldPath = ("history",)) -> Finding:
    return Finding(code, Severity.ERROR, message, Place(name, field), hint=hint)


def _stages(cycle: Cycle) -> str:
    return f"dùng một trong: {'; '.join(f'{s.id} ({s.name})' for s in cycle.stages.values())}"
