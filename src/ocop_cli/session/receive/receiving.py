"""What is asked while a dossier is received: what each file is, originals or copies, pages, samples, promises."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.paper_words import propose_kind
from ocop_cli.session import Session
from ocop_cli.session.typed.path import typed_path
from ocop_cli.store.built_in.packaged import load_paper_words
from ocop_cli.store.dossier.evidence import spelling
from ocop_cli.store.foreign.incoming import Incoming
from ocop_cli.tables import Table
from ocop_cli.usecases.receive.papers import Sorted, TakenFile, proposal
from ocop_cli.viet.choices import chosen
from ocop_cli.viet.near import near_name
from ocop_cli.viet.text import slug
from ocop_cli.viet.told_once import told_once

Kinds = Mapping[str, str]
"""The kinds of paper that the dossier may hold: their names by their ids."""

_SKIP, _OTHER, _REPLACE = "bỏ qua, không nhận", "loại khác", "bản mới của giấy đang có"
_RIGHT = "đúng cả"
_FEW = 5  # kinds that a question numbers; the rest are named by words


def asked_folder(session: Session) -> Path | None:
    """Ask where the scanned papers lie; none where nothing new was brought, or nobody can be asked."""
    words = "Giấy tờ đã quét, chụp nằm ở thư mục nào (Enter: lần này không có giấy mới)"
    typed = session.ask(words, option="--from", optional=True, check=lambda text: _folder(text) and None)
    return _folder(typed) if typed else None


def _folder(typed: str) -> Path:
    """Return the folder or file that is typed, or dropped into the terminal with quotes around it."""
    path = typed_path(typed).expanduser()
    if not path.exists():
        raise OcopError(
            f"Không thấy thư mục {path}.", "Kéo thư mục thả vào đây, hoặc gõ lại đường dẫn.", exit_code=MISUSE
        )
    return path


def by_file(texts: Iterable[str] | None, files: Sequence[Incoming], option: str) -> dict[str, str]:
    """Return what an option says of files: ``“Câu chuyện.pdf”=câu chuyện``, by the names of the files.

    Any spelling of a name is taken. Raises ``OcopError`` (misuse) for a file that is not there, or two values for one.
    """
    given = list[tuple[str, str]]()
    for text in texts or ():
        name, sign, value = text.rpartition("=")
        if not sign or not name.strip() or not value.strip():
            raise OcopError(f"{option} {text}: thiếu dấu =.", f'Ghi dạng {option} "TỆP=…".', exit_code=MISUSE)
        given.append((_file_called(name.strip(), files, option), value.strip()))
    return told_once(given, f"{option} {{}}".format)


def _file_called(name: str, files: Sequence[Incoming], option: str) -> str:
    for same in (spelling, slug):
        alike = [file.name for file in files if same(file.name) == same(name)]
        if len(alike) == 1:
            return alike[0]
    near = near_name(name, [file.name for file in files])
    hint = f"Có phải “{near}”?" if near else "Xem tên tệp trong thư mục."
    raise OcopError(f"{option}: không có tệp “{name}” trong thư mục.", hint, exit_code=MISUSE)


def read_kind(text: str, kinds: Kinds, option: str) -> str:
    """Return the kind of paper that words mean: its id, its name, a part of it, or as people call it.

    Raises ``OcopError`` (misuse) where they mean none or several.
    """
    found = _kinds_meant(text, kinds)
    if len(found) == 1:
        return found[0]
    listed = "; ".join(name for kind, name in kinds.items() if not found or kind in found)
    raise OcopError(
        f"{option}: không rõ “{text}” là loại giấy nào.", f"Chọn một: {listed}.", exit_code=MISUSE
    )


def _kinds_meant(text: str, kinds: Kinds) -> list[str]:
    found = chosen(text, kinds)
    if len(found) == 1:
        return found
    named = propose_kind(load_paper_words(), kinds, text)
    return list(named.kinds) if named.is_sure else found


def taken_files(
    session: Session, sorted_files: Sorted, kinds: Kinds, asked: Sequence[str], said: Mapping[str, str]
) -> list[TakenFile]:
    """Return what each file is taken for: what an option says, what its name and text leave no doubt of, or the answer.

    ``asked`` are the kinds that the law asks of this dossier. Raises ``OcopError`` (misuse) with all files in doubt
    where nobody can be asked.
    """
    taken, unsure = dict[str, TakenFile](), list[str]()
    for file in [*sorted_files.usable, *(f for f in sorted_files.doubtful if f.name in said)]:
        place = sorted_files.exchanged.get(file.name)
        found = _without_asking(
            file, {kind: kinds[kind] for kind in asked}, kinds, said.get(file.name), place
        )
        if found is None and not session.can_ask:
            unsure.append(_in_doubt(file, kinds, place))
            continue
        if answer := (found or _asked(session, file, kinds, asked, place)):
            taken[file.name] = answer
    if unsure:
        raise OcopError(
            f"Chưa rõ {len(unsure)} tệp là giấy gì: {'; '.join(unsure)}.",
            'Thêm cho từng tệp: --as "TỆP=LOẠI", hoặc --as "TỆP=bỏ qua".',
            exit_code=MISUSE,
        )
    return [each for each in taken.values() if each.kind]


def _in_doubt(file: Incoming, kinds: Kinds, place: int | None) -> str:
    if place is not None:
        return f"“{file.name}” trùng tên với giấy đã có nhưng nội dung khác (ghi “bản mới”, hoặc loại giấy)"
    near = ", ".join(kinds[kind] for kind in proposal(file, kinds).kinds)
    return f"“{file.name}” (có thể: {near})" if near else f"“{file.name}”"


def _without_asking(
    file: Incoming, asked: Kinds, kinds: Kinds, said: str | None, place: int | None
) -> TakenFile | None:
    """Return what a file is where nobody needs to be asked; without a kind for one that is to be left out."""
    if said is None:
        likely = next(
            (found for found in (proposal(file, kinds), proposal(file, asked)) if found.is_sure), None
        )
        return TakenFile(file, likely.kinds[0]) if likely and place is None else None
    if chosen(said, {_SKIP: _SKIP}):
        return TakenFile(file, "")
    if place is not None and chosen(said, {_REPLACE: _REPLACE, "thay": "thay"}):
        return TakenFile(file, _REPLACE, place)
    return TakenFile(file, read_kind(said, kinds, "--as"))


def _asked(
    session: Session, file: Incoming, kinds: Kinds, asked: Sequence[str], place: int | None
) -> TakenFile:
    """Ask what a file is: a few kinds by number, the likely ones first; any other by some words of its name."""
    likely = list(dict.fromkeys([*proposal(file, kinds).kinds, *asked]))[:_FEW]
    first = {_REPLACE: _REPLACE} if place is not None else {}
    shown = {**first, **{kind: kinds[kind] for kind in likely}, _OTHER: _OTHER, "": _SKIP}
    answer = _number_or_words(session, f"“{file.name}” là giấy gì", shown, kinds)
    if answer == _OTHER:
        answer = _number_or_words(session, f"“{file.name}”: gõ vài chữ của tên giấy", {"": _SKIP}, kinds)
    return TakenFile(file, answer, place if answer == _REPLACE else None)


def _number_or_words(session: Session, question: str, shown: Kinds, kinds: Kinds) -> str:
    """Ask for one of what is shown, by its number or words, or for any other kind by words."""
    words = {name: name for name in shown.values()}

    def read(text: str) -> str:
        found = chosen(text, words)
        known = [key for key, name in shown.items() if [name] == found]
        meant = known or ([] if text.strip("- ").isdecimal() else _kinds_meant(text, kinds))
        if len(meant) != 1:
            several = f": {'; '.join(kinds[kind] for kind in meant)}" if meant else ""
            hint = f"Gõ số từ 1 đến {len(words)}, hoặc vài chữ của tên giấy{several}."
            raise OcopError(f"Không rõ “{text}” là loại giấy nào.", hint, exit_code=MISUSE)
        return meant[0]

    notes = [f"  {number}. {name}" for number, name in enumerate(words, 1)]
    return read(session.ask(question, option="--as", check=read, notes=notes))


def seen_again(
    session: Session,
    sorted_files: Sorted,
    taken: Sequence[TakenFile],
    kinds: Kinds,
    asked: Sequence[str],
    table: Callable[[Sequence[tuple[TakenFile, int | None]]], Table],
) -> list[TakenFile]:
    """Show a person what the files were taken for, and ask again about those that she names."""
    found = list(taken)
    while session.can_ask and not session.options.yes and found:
        session.show_table(table([(each, each.incoming.pages) for each in found]))
        names = [each.incoming.name for each in found]
        words = {_RIGHT: "ghi như trên", **{name: f"chọn lại cho {name}" for name in names}}
        answer = session.ask("Các tệp trên đúng loại giấy chưa", option="--as", choices=words)
        if answer == _RIGHT:
            break
        number = names.index(answer)
        again = _asked(session, found[number].incoming, kinds, asked, sorted_files.exchanged.get(answer))
        found[number : number + 1] = [again] if again.kind else []
    return found


def left_out(session: Session, sorted_files: Sorted, said: Mapping[str, str]) -> list[tuple[str, str]]:
    """Tell which files of the folder are not taken and return them, each with the reason."""
    doubtful = [(file.name, file.left_out) for file in sorted_files.doubtful if file.name not in said]
    found = [*sorted_files.left_out, *doubtful]
    if found:
        session.say("\n".join(["Không nhận:", *(f"  {name}: {why}" for name, why in found)]))
    return found
