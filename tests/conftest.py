"""What every test may ask for."""

import os
from collections.abc import Callable

import pytest

Approved = Callable[[str, str], None]


@pytest.fixture
def approved(request: pytest.FixtureRequest) -> Approved:
    """Compare a text with the one that a person read and approved, in ``golden`` beside the test.

    A wanted change: run ``pytest`` with ``OCOP_APPROVE=1``, then read the difference in git.
    """

    def compare(name: str, text: str) -> None:
        golden = request.path.parent / "golden" / f"{name}.txt"
        if os.environ.get("OCOP_APPROVE"):
            golden.parent.mkdir(exist_ok=True)
            golden.write_text(text, encoding="utf-8")
        assert text == golden.read_text(encoding="utf-8")

    return compare
