"""The words of reports that officials have given, kept from one making to the next."""

from ocop_cli.programme.report_words import SCHEMA, ReportWords
from ocop_cli.store.files.changes import Change, plan_write
from ocop_cli.store.reading.records import Loaded, load_record, usable
from ocop_cli.store.reading.sources import Sources
from ocop_cli.store.yaml.dump import dump
from ocop_cli.store.yaml.edit import Set, change_of

REPORT_FOLDER = "programme/reports"
_HEADER = "# yaml-language-server: $schema=../../schemas/report.json\n# Phần do người soạn ghi; lập lại báo cáo thì lấy từ đây.\n"


def report_words_name(report: str) -> str:
    """Return the file of a report's words, relative to the workspace."""
    return f"{REPORT_FOLDER}/{report}.yaml"


def load_report_words(sources: Sources, report: str) -> ReportWords:
    """Read the words of a report; none where nobody has given any. Raises ``OcopError`` for a file with errors."""
    if not sources.may_have(report_words_name(report)):
        return ReportWords.model_validate({})
    return usable(_load(sources, report), report_words_name(report), "nên chưa lập được báo cáo")


def words_change(sources: Sources, report: str, kept: ReportWords, words: ReportWords) -> list[Change]:
    """Return the change that keeps the words of a report; none where they are the same as those kept."""
    name, parts = report_words_name(report), words.model_dump(exclude={"format"}, exclude_defaults=True)
    if words == kept:
        return []
    if not sources.has(name):
        return [plan_write(sources.root, name, dump({"schema": SCHEMA, **parts}, _HEADER).encode())]
    edits = [Set((part,), value) for part, value in parts.items() if value != getattr(kept, part)]
    return [change_of(_load(sources, report).source, edits)]


def _load(sources: Sources, report: str) -> Loaded[ReportWords]:
    return load_record(sources, report_words_name(report), ReportWords)
