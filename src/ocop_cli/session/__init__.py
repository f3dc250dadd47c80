"""What a verb is given: the options of this run, today, the workspace, and the ways to write and to print."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ocop_cli.console import Console, given_choice
from ocop_cli.errors import OcopError
from ocop_cli.findings import Finding, has_errors
from ocop_cli.session.given import GlobalOptions
from ocop_cli.session.questions.interview import Interview
from ocop_cli.viet.dates import show_date

if TYPE_CHECKING:
    from ocop_cli.documents.basis import Basis
    from ocop_cli.dossier.model import Dossier
    from ocop_cli.rules.decision import Rulebook, Ruleset
    from ocop_cli.store.dossier.dossiers import DossierFile
    from ocop_cli.store.files.changes import AnyChange
    from ocop_cli.store.files.recovery import Recovered
    from ocop_cli.store.index.index import Index
    from ocop_cli.store.index.stamps import Found
    from ocop_cli.store.programme.profile import Workspace
    from ocop_cli.store.reading.gaps import Gap
    from ocop_cli.store.reading.sources import Sources
    from ocop_cli.tables import Table
    from ocop_cli.usecases.papers.draft import Draft

VIETNAM = timezone(timedelta(hours=7))  # fixed: some systems have no time zone data


@dataclass
class Session:
    """One run of one verb."""

    options: GlobalOptions = field(default_factory=GlobalOptions)
    has_spoken: bool = False
    """Whether this run has printed its JSON document."""
    written: Mapping[str, Any] | None = None
    """What this run has written: the JSON document of a verb that prints no other."""
    interview: Interview = field(default_factory=Interview)
    """What has been asked and answered in this run."""
    follow: str = ""
    """The command line, as a person would type it, that runs when this run is over."""
    run_line: Callable[[list[str]], int] = field(kw_only=True)
    """Runs another command line in this process, as if a person had typed it, and returns its exit status."""
    words: tuple[str, ...] = ()
    """The command line of this run."""
    more_follows: bool = False
    """Whether this run means to write more after its next step: killed between, the same line goes on."""
    recovered: "Recovered | None" = None
    """The command before this one, where it was killed."""
    out_names_document: bool = False
    """Whether ``--out`` has named the document that this run makes."""
    found: "Found | None" = None
    """What a look at the files of a workspace found before this run began."""

    @cached_property
    def console(self) -> Console:
        """Where this run speaks."""
        return Console(as_json=self.options.json, quiet=self.options.quiet, colour=not self.options.no_color)

    @cached_property
    def today(self) -> date:
        """The day this run takes for today: ``--as-of``, else the clock in Vietnam. Read once."""
        if self.options.as_of is None:
            return datetime.now(VIETNAM).date()
        from ocop_cli.viet.typed_day import read_day

        return read_day(self.options.as_of, "--as-of")

    @property
    def past_day(self) -> date | None:
        """The day of ``--as-of``: a verb that only reads leaves out what was done later."""
        return self.today if self.options.as_of else None

    @cached_property
    def root(self) -> Path:
        """The folder of the workspace. Raises ``OcopError`` outside one."""
        from ocop_cli.store.workspace.workspace import find_workspace

        return find_workspace(self.options.workspace or Path.cwd())

    @cached_property
    def sources(self) -> "Sources":
        """The files of the workspace as this run has read them."""
        from ocop_cli.store.reading.sources import Sources

        return Sources(self.root)

    @cached_property
    def index(self) -> "Index":
        """What is known of the dossiers without reading them again."""
        from ocop_cli.store.index.index import Index

        return Index(self.root, may_write=not self.options.dry_run, seen=self.found)

    def leave_out(self, gap: "Gap") -> None:
        """Note a file that could not be read: it is named at the end of the run."""
        self.sources.leave_out(gap)

    def printing(self) -> AbstractContextManager[None]:
        """Print on stdout, or into the file of ``--out`` where that is not the file of a document."""
        from ocop_cli.session.writing.out import printing

        return printing(self)

    def holding(self) -> AbstractContextManager[bool]:
        """Hold the workspace from reading to writing, so that no edit of another is lost; gives whether to go on."""
        from ocop_cli.session.writing.holding import holding

        return holding(self)

    @cached_property
    def workspace(self) -> "Workspace":
        """The workspace. Raises ``OcopError`` outside one, or when its profile has errors."""
        from ocop_cli.store.built_in.places import profile_on
        from ocop_cli.store.programme.profile import load_workspace

        workspace = load_workspace(self.sources)
        return workspace._replace(profile=profile_on(workspace.profile, self.today))

    @cached_property
    def rulebook(self) -> "Rulebook":
        """Every known decision, with the corrections that the workspace lays over them."""
        from ocop_cli.store.law.rulebook import load_rulebook

        try:
            return load_rulebook(self.root)
        except OcopError as error:
            if error.code != "P001":
                raise
            return load_rulebook()

    def dossier(self, wanted: str) -> "DossierFile":
        """Read the dossier meant by an id or a part of a name. Raises ``OcopError`` when it cannot be used."""
        from ocop_cli.store.dossier.dossiers import load_dossier
        from ocop_cli.store.dossier.find import resolve_id

        return load_dossier(self.sources, resolve_id(self.sources, wanted))

    def seen(self, dossier: "Dossier") -> "Dossier | None":
        """Return a dossier as a verb that only reads shows it: as of the day of ``--as-of``, none before it began."""
        from ocop_cli.dossier.as_of import as_of
        from ocop_cli.store.built_in.packaged import load_cycle

        return as_of(dossier, self.past_day, load_cycle().stages) if self.past_day else dossier

    def dossier_seen(self, wanted: str) -> "DossierFile":
        """Read a dossier as it was on the day of ``--as-of``. Raises ``OcopError`` where it had not begun by then."""
        from ocop_cli.dossier.as_of import is_registration_unknown

        file, day = self.dossier(wanted), show_date(self.today)
        dossier = self.seen(file.dossier)
        if dossier is None:
            raise OcopError(f"Ngày {day} chưa có hồ sơ {file.id}.", "Bỏ --as-of, hoặc ghi ngày sau.")
        if self.past_day and is_registration_unknown(file.dossier, self.past_day):
            lost = (
                "lần đăng ký, diện, năm, phiếu và mẫu của lần trước không còn trong hồ sơ, nên hiện như nay"
            )
            self.console.note(f"Ngày {day} hồ sơ {file.id} chưa đăng ký lại: {lost}.")
        return file._replace(dossier=dossier)

    def law_of(self, dossier: "Dossier") -> "Ruleset | None":
        """Return the law a dossier is judged under, or ``None`` while it has no set that a decision knows."""
        from ocop_cli.evaluation.law import law_if_known

        return law_if_known(dossier, self.rulebook, self.today)

    def document(
        self,
        form_id: str,
        owner: str,
        values: Mapping[str, Any],
        of: "Dossier | None" = None,
        *,
        filed_as: str = "",
        basis: "Basis | None" = None,
    ) -> "Draft":
        """Return the draft of the document that a form makes of values, with its record; ``write`` files both.

        ``--out`` names another file, or another folder, of the workspace. ``of`` is the dossier that the values
        were made of, ``owner`` its id then; ``filed_as`` stands in the file's name in place of the owner;
        ``basis`` is what a paper over several records rests on.
        """
        from ocop_cli.documents.basis import NO_BASIS
        from ocop_cli.documents.naming import document_path
        from ocop_cli.session.writing.out import path_by_out
        from ocop_cli.usecases.papers.draft import draft

        return draft(
            self.sources,
            self.workspace.profile,
            self.rulebook,
            self.today,
            form_id,
            path_by_out(self, document_path(self.today, filed_as or owner, form_id)),
            values,
            (owner, of) if of else None,
            basis or NO_BASIS,
        )

    def refuse(self, message: str, findings: Sequence[Finding]) -> NoReturn:
        """Stop the verb: raise the ``OcopError`` that says why it cannot go on, with every reason at once and its fix hint."""
        hint, placed = "Xử lý các điểm nêu trên rồi chạy lại.", tuple(self.sources.placed(findings))
        raise OcopError(message, hint, exit_code=1, findings=placed)

    def write(
        self, changes: "Sequence[AnyChange | Draft]", label: str, then: str = "", done: str = ""
    ) -> None:
        """Apply the changes of a verb, drafts with their records, or show them under ``--dry-run``; then say what is ``done``.

        Raises ``OcopError`` with nothing written where the reader would refuse it."""
        from ocop_cli.session.writing.writing import write

        write(self, changes, label, then, done)

    def say(self, text: str = "") -> None:
        """Say what was done and what comes next."""
        self.console.say(text)

    def show_table(self, table: "Table") -> None:
        """Show a table, unless the result is JSON."""
        if not self.options.json:
            self.console.table(table)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show findings with the lines they stand on, unless the result is JSON."""
        if not self.options.json:
            self.console.findings(findings, self.line_of)

    def json(self, schema: str, payload: Mapping[str, Any]) -> None:
        """Print the one JSON document of this run, with what a look at many files had to leave out."""
        from ocop_cli.session.unread import unread_json

        self.has_spoken = True
        self.console.json(schema, {**payload, **unread_json(self)})

    def line_of(self, file: str, number: int) -> str:
        """Return one line of a workspace file; empty when it cannot be had, and for personal data: screens are shared."""
        from ocop_cli.store.dossier.dossiers import PRIVATE_FOLDER

        if file.startswith(f"{PRIVATE_FOLDER}/"):
            return ""
        try:
            return self.sources.line(file, number)
        except (OSError, OcopError, ValueError):
            return ""

    def ask(
        self,
        question: str,
        *,
        option: str,
        given: str | None = None,
        default: str = "",
        choices: Mapping[str, str] | None = None,
        check: Callable[[str], object] | None = None,
        optional: bool = False,
        notes: Sequence[str] = (),
        personal: bool = False,
    ) -> str:
        """Return what an option gave, or the answer to its question on a terminal.

        ``choices`` maps each allowed answer to its words; ``check`` raises ``OcopError`` for an answer that
        its field does not take; an ``optional`` answer may be empty; ``notes`` stand above the question. On a terminal
        a wrong answer is told and asked again, and all answers but ``personal`` ones are kept when the run is left:
        a verb asks everything before it writes.
        Raises ``OcopError`` (misuse) naming the option when nobody can be asked, or when
        what the option gave is not among the choices.
        """
        if given is not None:
            return given_choice(given, choices, option)
        from ocop_cli.session.questions.asking import Question, answer_to

        return answer_to(self, Question(question, option, default, choices, check, optional, notes, personal))

    @property
    def can_ask(self) -> bool:
        """Say whether a person sits at a terminal and may be asked."""
        return not self.options.no_input and not self.options.json and sys.stdin.isatty()

    def exit_code(self, findings: Iterable[Finding]) -> int:
        """Return 1 when a finding is an error, else 0."""
        return 1 if has_errors(findings) else 0
