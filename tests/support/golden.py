"""Golden files: texts that a person read and approved, each in ``golden`` beside the test that asks for it.

A wanted change: run ``pytest`` with ``OCOP_APPROVE=1``, then read the difference in git. A full run in which every
test passed fails all the same when a golden file is left that no test asked for.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

Approved = Callable[[str, str], None]
LEAVE_OUT = ("lf", "ignore", "ignore_glob", "collectonly")  # options after which not every test is run
_PLUGIN = "golden-files"


@pytest.fixture
def approved(request: pytest.FixtureRequest) -> Approved:
    """Compare a text with the golden file of a name."""
    noted: Any = request.config.pluginmanager.get_plugin(_PLUGIN)

    def compare(name: str, text: str) -> None:
        golden = request.path.parent / "golden" / f"{name}.txt"
        noted.asked.add(str(golden))
        if os.environ.get("OCOP_APPROVE"):
            golden.parent.mkdir(exist_ok=True)
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text(encoding="utf-8")

    return compare


def pytest_configure(config: pytest.Config) -> None:
    """Begin to note what is asked for."""
    config.pluginmanager.register(GoldenFiles(config), _PLUGIN)


class GoldenFiles:
    """What the tests of a run asked for; under pytest-xdist each worker has its own and passes it on at its end."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.asked: set[str] = set()
        self.not_run: set[str] = set()  # folders of tests that were skipped or deselected
        self.orphans: list[str] = []

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        """Note whose tests were left out."""
        self.not_run.update(str(item.path.parent) for item in items)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note whose tests did not get as far as asking."""
        if report.skipped:
            self.not_run.add(str((self.config.rootpath / report.fspath).parent))

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a worker noted."""
        noted = getattr(node, "workeroutput", {}).get(_PLUGIN, {"asked": [], "not_run": []})
        self.asked.update(noted["asked"])
        self.not_run.update(noted["not_run"])

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a full run that leaves golden files aside."""
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput[_PLUGIN] = {"asked": sorted(self.asked), "not_run": sorted(self.not_run)}
        elif session.exitstatus == pytest.ExitCode.OK and self._is_full():
            folders = [self.config.rootpath / folder for folder in self.config.getini("testpaths")]
            self.orphans = orphans(folders, self.asked, self.not_run)
            if self.orphans:
                session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Name the golden files that no test asks for."""
        for orphan in self.orphans:
            terminalreporter.write_line(f"no test asks for the golden file {orphan}: delete it", red=True)

    def _is_full(self) -> bool:
        whole = self.config.args_source is pytest.Config.ArgsSource.TESTPATHS
        return whole and not any(self.config.getoption(name, default=False) for name in LEAVE_OUT)


def orphans(folders: Iterable[Path], asked: set[str], not_run: set[str]) -> list[str]:
    """Return the golden files under the folders that no test asked for, though the tests beside them ran."""
    found = [path for folder in folders for path in folder.rglob("golden/*") if path.is_file()]
    return sorted(str(p) for p in found if str(p) not in asked and str(p.parent.parent) not in not_run)
