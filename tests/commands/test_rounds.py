"""Evaluations and requests are lists: what was issued or sent stays when the dossier goes round a second time."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ocop_cli.dossier.as_of import as_of, field_in_file
from ocop_cli.dossier.model import Dossier
from ocop_cli.store.built_in.packaged import load_cycle
from ocop_cli.store.dossier.dossiers import load_dossier
from ocop_cli.store.reading.sources import Sources
from ocop_cli.usecases.evaluate import last_meeting
from support.dossiers import make_dossier
from support.paths import ROOT

Ocop = Callable[..., int]
EVALUATED = {"decision": "26-2026", "on": "2026-06-20", "by": "Y Mẫu"}


def read(workspace: Path, name: str) -> Dossier:
    return load_dossier(Sources(workspace), name).dossier


def test_the_one_entry_of_an_earlier_version_is_the_first_of_the_list() -> None:
    dossier = make_dossier(evaluation=EVALUATED, evaluations=[EVALUATED | {"by": "Y Hai"}])
    assert [each.by for each in dossier.evaluations] == ["Y Mẫu", "Y Hai"]
    assert dossier.evaluation is dossier.evaluations[1]
    assert [dossier.field_of(each) for each in dossier.evaluations] == [("evaluation",), ("evaluations", 0)]


def test_what_was_concluded_before_the_last_receipt_holds_no_longer() -> None:
    sent = {"decision": "26-2026", "on": "2026-06-25", "serial": "1", "product_code": "51-1"}
    for received, holds in (("2026-06-20", True), ("2026-07-01", False)):
        registration = {"slip": {"received_on": received}}
        dossier = make_dossier(registration=registration, evaluations=[EVALUATED], submissions=[sent])
        assert (dossier.evaluation is not None, dossier.submission is not None) == (holds, holds)
        assert dossier.product_code == "51-1"


def test_a_draft_is_replaced_and_an_issued_report_stays(ocop: Ocop, workspace: Path) -> None:
    for _ in range(2):
        assert ocop("evaluate", "sam-day") == 0
    (first,) = read(workspace, "sam-day").evaluations
    assert first.report is not None
    assert first.report.file is not None
    assert ocop("docs", "number", first.report.file, "--number", "47") == 0
    issued = (workspace / first.report.file).read_bytes()
    assert ocop("evaluate", "sam-day", "--by", "Y Hai") == 0
    kept, second = read(workspace, "sam-day").evaluations
    assert kept.report is not None
    assert second.report is not None
    assert (kept.report.number, second.report.number) == ("47/BC-UBND", None)
    assert second.report.file == "documents/2026/sam-day-lan-2-evaluation-report.docx"
    assert (workspace / first.report.file).read_bytes() == issued


def test_a_file_of_an_earlier_version_is_rewritten_only_where_a_verb_adds(
    ocop: Ocop, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "dossiers/sam-day.yaml"
    landed, meeting = ROOT / "tests/folders/0.1.0", "programme/meetings/hop-2026-11-27.yaml"
    shutil.copy(landed / "dossiers/sam-day.yaml", path)
    shutil.copy(landed / meeting, workspace / meeting)
    before = path.read_text(encoding="utf-8")
    asked = ("--as-of", "2026-12-01", "--reason", "tỉnh yêu cầu bổ sung", "--document", "Công văn số 5")
    sent = re.sub(r"(?m)^history:\n(?: .*\n)+", HISTORY, before[: before.index("results:")])
    path.write_text(sent, encoding="utf-8")
    assert ocop("return", "sam-day", *asked) == 0
    assert "\nevaluation:\n" in path.read_text(encoding="utf-8")
    note = ("--note", "đã bổ sung ảnh")
    assert ocop("advance", "sam-day", "--to", "received", "--as-of", "2026-12-02", *note) == 0
    assert ocop("evaluate", "sam-day", "--as-of", "2026-12-03") == 0
    first, second = read(workspace, "sam-day").evaluations
    assert first.report is not None
    assert (first.report.number, str(first.on), str(second.on)) == ("31/BC-UBND", "2026-11-27", "2026-12-03")
    after = path.read_text(encoding="utf-8")
    assert "\nevaluations:\n  - decision: 26-2026\n    on: 2026-11-27\n" in after
    assert "\nsubmission:\n" in after
    capsys.readouterr()
    ocop("check", "sam-day", "--as-of", "2026-12-03", "--json")
    codes = [found["code"] for found in json.loads(capsys.readouterr().out)["findings"]]
    assert codes.count("D017") == 1


HISTORY = """\
history:
  - {stage: received, on: 2026-11-09}
  - {stage: evaluated, on: 2026-11-27}
  - {stage: submitted, on: 2026-11-30}
"""


def test_an_evaluation_rests_on_the_meeting_that_it_named_before() -> None:
    """B20: E031 under the very line that names the meeting."""
    opinion = {"unit": "Công an xã", "meeting": "hop-2"}
    named = make_dossier(evaluations=[EVALUATED | {"meeting": "hop-1"}], opinions=[opinion])
    assert last_meeting(named) == "hop-1"
    assert last_meeting(make_dossier(evaluations=[EVALUATED], opinions=[opinion])) == "hop-2"
    assert last_meeting(make_dossier()) is None


def test_the_day_of_an_evaluation_is_the_day_of_the_act(ocop: Ocop, workspace: Path) -> None:
    assert ocop("evaluate", "sam-day", "--on", "20/11/2026") == 0
    dossier = read(workspace, "sam-day")
    (made,) = dossier.evaluations
    assert (str(made.on), str(made.recorded_on)) == ("2026-11-20", "2026-11-23")
    assert (dossier.history[-1].on, dossier.history[-1].recorded_on) == (made.on, made.recorded_on)
    for early in ("01/11/2026", "24/11/2026"):
        assert ocop("evaluate", "sam-day", "--on", early) in (1, 2)
    assert read(workspace, "sam-day").evaluations == (made,)


def test_show_lists_every_evaluation_and_request(ocop: Ocop, printed: Any) -> None:
    assert ocop("show", "ca-phe", "--json") == 0
    facts = json.dumps(printed(), ensure_ascii=False)
    assert "29/BC-UBND" in facts


def test_a_past_day_knows_nothing_of_later_evaluations_and_requests() -> None:
    request = {"decision": "26-2026", "serial": "1", "product_code": "51-1"}
    dossier = make_dossier(
        evaluations=[EVALUATED, EVALUATED | {"on": "2026-07-20"}],
        submissions=[request | {"on": "2026-06-25"}, request | {"prepared_on": "2026-07-21"}],
    )
    then = as_of(dossier, date(2026, 7, 1), {})
    assert then is not None
    assert (len(then.evaluations), len(then.submissions), then.prepared) == (1, 1, None)


def test_on_a_past_day_a_request_sent_later_is_prepared_and_an_earlier_receipt_counts() -> None:
    request = {"decision": "26-2026", "serial": "1", "product_code": "51-1", "prepared_on": "2026-06-25"}
    dossier = make_dossier(
        registration={"slip": {"received_on": "2026-07-10"}},
        submissions=[request | {"on": "2026-07-02", "way": "Trực tiếp", "to": "UBND tỉnh"}],
        history=[
            {"stage": "preparing", "on": "2026-05-01"},
            {"stage": "received", "on": "2026-06-01"},
            {"stage": "evaluated", "on": "2026-06-01"},
            {"stage": "received", "on": "2026-07-10"},
        ],
    )
    stages = load_cycle().stages
    for day, received, is_sent in (
        (date(2026, 7, 1), date(2026, 6, 1), False),
        (date(2026, 5, 2), None, None),
    ):
        then = as_of(dossier, day, stages)
        assert then is not None
        assert then.registration.slip is not None
        assert then.registration.slip.received_on == received
        assert [each.on is not None for each in then.submissions] == ([] if is_sent is None else [is_sent])


def test_a_finding_of_a_past_day_stands_on_its_line_though_a_later_item_stands_before_it() -> None:
    opinions = [{"unit": "A", "on": "2026-07-10"}, {"unit": "B", "on": "2026-06-01"}]
    dossier, day = make_dossier(opinions=opinions), date(2026, 7, 1)
    assert field_in_file(("opinions", 0, "unit"), dossier, day) == ("opinions", 1, "unit")
    assert field_in_file(("product", "set"), dossier, day) == ("product", "set")
