"""What is asked of an inspection: the day, who looked, what was seen of each content, what is to be mended, by when."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from ocop_cli.dossier.model import Dossier
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.evaluation.law import law_today
from ocop_cli.programme.convening import pairs, read_later_clock, read_person
from ocop_cli.programme.inspection import Inspection, Told, content_named
from ocop_cli.programme.remedy import read_due, read_remedy
from ocop_cli.session import Session
from ocop_cli.session.questions.asking import several
from ocop_cli.session.year.photos import photos_added
from ocop_cli.store.built_in.packaged import load_inspection_contents
from ocop_cli.store.dossier.dossiers import DossierFile
from ocop_cli.store.files.changes import AnyChange
from ocop_cli.store.programme.inspection_files import inspection_name
from ocop_cli.store.programme.inspections import refuse_second, usable_inspection
from ocop_cli.store.yaml.edit import change_of
from ocop_cli.usecases.edit import edited
from ocop_cli.usecases.year.inspection_results import result_edits, told_in
from ocop_cli.usecases.year.remedies import Followed, numbered_remedy, refuse_early
from ocop_cli.viet.dates import show_date
from ocop_cli.viet.typed_day import read_act_day

_NOTHING = Told()
_LATER = "(Enter: ghi tay)"
_KEPT = {"đạt": "đạt", "chưa đạt": "chưa đạt"}
_YES_NO = {"có": "có", "không": "không"}


def ask_inspection(
    session: Session,
    file: DossierFile,
    told: Told,
    contents: Mapping[str, str],
    usual: Told,
    held: Told = _NOTHING,
) -> Told:
    """Return what was told, and what a person answers about the rest; an empty answer leaves the minutes to the pen.

    ``usual`` holds the place that stands where nobody says otherwise; for a person nobody answers. What the file of
    the inspection ``held`` before is not asked.
    """
    told = told._replace(
        on=told.on or held.on or _day(session, file.id),
        starts=_clock(session, "Giờ bắt đầu", "--starts", told.starts or held.starts),
    )
    told = told._replace(
        ends=_clock(session, "Giờ kết thúc", "--ends", told.ends or held.ends, after=told.starts or ""),
        place=session.ask(
            "Địa điểm",
            option="--place",
            given=told.place or held.place,
            default=usual.place or "",
            optional=True,
        ),
        team=told.team or held.team or _team(session),
    )
    if not held.team:  # who looked was told with who wrote
        told = told._replace(secretary=_secretary(session, told))
    told = told if told.seen or told.kept else _findings(session, told, contents)
    told = told if (told.producing, held.producing) != (None, None) else _production(session, told)
    told = told._replace(
        requests=told.requests or ([] if held.requests else _requests(session, told.on or session.today)),
        signs=told.signs or ({} if held.signs else _signs(session, file.dossier)),
    )
    words, said = f"Kết luận {_LATER}", told.conclusion or held.conclusion
    return told._replace(conclusion=session.ask(words, option="--conclusion", given=said, optional=True))


def _secretary(session: Session, told: Told) -> str:
    """Ask who writes the minutes; who looked alone writes them."""
    alone = "một người kiểm tra, tự ghi biên bản" if len(told.team) == 1 else "ghi tay"
    return session.ask(
        f"Thư ký (họ và tên, chức vụ) (Enter: {alone})",
        option="--secretary",
        given=told.secretary,
        check=partial(read_person, option="Thư ký"),
        optional=True,
    )


def _day(session: Session, dossier: str) -> date:
    """Ask for the day; one that has its inspection already is told at once."""

    def check(text: str) -> date:
        day = read_act_day(text, session.today, "Ngày kiểm tra") or session.today
        refuse_second(session.root, dossier, day)
        return day

    return check(session.ask("Ngày kiểm tra", option="--on", default=show_date(session.today), check=check))


def _clock(session: Session, words: str, option: str, given: str | None, *, after: str = "") -> str:
    check = partial(read_later_clock, option=words, after=after)
    return session.ask(f"{words} {_LATER}", option=option, given=given, check=check, optional=True)


def _team(session: Session) -> list[str]:
    """Ask who looked, one after the other: a team by its leader first, or one person alone."""
    ask = partial(
        session.ask, option="--member", check=partial(read_person, option="Người kiểm tra"), optional=True
    )
    leader = f"Trưởng đoàn, hoặc người kiểm tra khi đi một mình (họ và tên, chức vụ) {_LATER}"
    return several(lambda words, _: ask(words), leader, "Thành viên")


def _findings(session: Session, told: Told, contents: Mapping[str, str]) -> Told:
    """Ask what was seen of each content, and whether the producer keeps to it."""
    seen: dict[str, str] = {}
    kept: dict[str, bool] = {}
    for number, (content, words) in enumerate(contents.items(), 1):
        heading = f"\n({number}/{len(contents)}) {words}"
        question = f"Đã thấy gì, nội dung {number} {_LATER}"
        result = session.ask(question, option="--seen", optional=True, notes=[heading])
        if result:
            seen[content] = result
            said = session.ask(f"Nội dung {number}: đạt hay chưa", option="--kept", choices=_KEPT)
            kept[content] = said == "đạt"
    return told._replace(seen=seen, kept=kept)


def _production(session: Session, told: Told) -> Told:
    words = f"Cơ sở còn sản xuất sản phẩm này không {_LATER}"
    said = session.ask(words, option="--stopped-on", choices=_YES_NO, optional=True)
    if said != "không":
        return told._replace(producing=True if said else None)
    read = partial(read_act_day, today=session.today, option="Ngày ngừng")
    day = session.ask("Ngừng từ ngày", option="--stopped-on", check=read)
    return told._replace(producing=False, stopped_on=read(day))


def _requests(session: Session, on: date) -> list[str]:
    """Ask what an inspection of a day wants mended, and by when."""
    requests: list[str] = []
    check = partial(read_remedy, option="Yêu cầu khắc phục", on=on)
    while True:
        words = f"Yêu cầu khắc phục thứ {len(requests) + 1} (Enter: {'hết' if requests else 'không có'})"
        request = session.ask(words, option="--request", check=check, optional=True)
        if not request:
            return requests
        if "due" in check(request):
            requests.append(request)
            continue
        read = partial(read_due, option="Hạn", on=on)
        question = f"Hạn khắc phục của yêu cầu thứ {len(requests) + 1} (Enter: không đặt hạn)"
        limit = session.ask(question, option="--request", check=read, optional=True)
        requests.append(f"{request}: {show_date(read(limit))}" if limit else request)


def results_added(
    session: Session, file: DossierFile, inspection_id: str, told: Told, photos: Sequence[str], *, ask: bool
) -> tuple[Inspection, list[AnyChange]]:
    """Return a recorded inspection with what is told or answered now, and the changes that keep it.

    What it leaves to the pen is asked where somebody can be asked and told nothing beside ``--from``. Raises
    ``OcopError`` (misuse) for an inspection of another product, and for what does not fit.
    """
    record, contents = usable_inspection(session.sources, inspection_id), load_inspection_contents()
    if record.dossier != file.id:
        hint = f"Gõ: `ocop inspect {record.dossier} --from {inspection_id}`."
        raise OcopError(
            f"{inspection_id} là lần kiểm tra của {record.dossier}, không phải của {file.id}.",
            hint,
            exit_code=MISUSE,
        )
    if ask and record.is_open and not any(told) and not photos:
        held = told_in(record)
        left = {content: words for content, words in contents.items() if content not in held.seen}
        told = ask_inspection(session, file, told, left, Told(), held)
    edits, changes = photos_added(session, record, photos)
    edits = [*result_edits(record, told, contents), *edits]
    if not edits:
        return record, changes
    source = session.sources.load(inspection_name(inspection_id))
    return edited(source, Inspection, edits), [change_of(source, edits), *changes]


def signs_of(session: Session, dossier: Dossier, typed: Sequence[str]) -> dict[str, str]:
    """Read ``GROUND: what was seen`` of each sign. Raises ``OcopError`` (misuse) for a ground that the law does not have."""
    known = _grounds(session, dossier)
    return pairs(typed, "--sign", partial(content_named, contents=known, option="--sign"))


def _signs(session: Session, dossier: Dossier) -> dict[str, str]:
    """Ask whether something was seen for which a recognition is withdrawn; the province decides, not the commune."""
    signs: dict[str, str] = {}
    while left := {
        ground: words for ground, words in _grounds(session, dossier).items() if ground not in signs
    }:
        words = f"Dấu hiệu phải đề nghị xem xét thu hồi (Enter: {'hết' if signs else 'không có'})"
        ground = session.ask(words, option="--sign", choices=left, optional=True)
        if not ground:
            break
        signs[ground] = session.ask(f"Đã thấy gì: {left[ground]}", option="--sign")
    return signs


def _grounds(session: Session, dossier: Dossier) -> dict[str, str]:
    law = law_today(dossier, session.rulebook, session.today)
    return {ground.id: ground.name for ground in law.decision.procedure.withdrawal_grounds} if law else {}


def which_remedy(session: Session, found: list[Followed], number: str | None, dossier_id: str) -> Followed:
    """Return the open remedy that is meant: the only one, the one of a number, or what a person chooses.

    Raises ``OcopError`` (misuse) where none is open, or no number says which.
    """
    if number is None and len(found) == 1:
        return found[0]
    if number is None and len(found) > 1 and session.can_ask:
        choices = {str(n): one.words() for n, one in enumerate(found, 1)}
        number = session.ask("Yêu cầu nào đã khắc phục xong", option="SỐ", choices=choices)
    return numbered_remedy(found, number or "", dossier_id)


def closed_on(session: Session, on: str | None, remedy: Followed) -> date:
    """Return the day on which something was put right: as typed, as asked, else today."""

    def check(text: str) -> date:
        day = read_act_day(text, session.today, "Ngày xong") or session.today
        refuse_early(remedy, day)
        return day

    if on is None and session.can_ask:
        on = session.ask("Ngày xong", option="--on", default=show_date(session.today), check=check)
    return read_act_day(on, session.today) or session.today
