"""Programs that we start from a bundle find the libraries of the system, not those of the bundle."""

import sys

import pytest

from ocop_cli.store.other_programs.outside import outside_environment


@pytest.mark.parametrize(
    ("frozen", "original", "seen"),
    [(False, None, "/bundle"), (True, None, None), (True, "/own", "/own")],
)
def test_libraries_of_a_bundle_stay_in_it(
    monkeypatch: pytest.MonkeyPatch, frozen: bool, original: str | None, seen: str | None
) -> None:
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    if original:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", original)
    found = outside_environment()
    assert found.get("LD_LIBRARY_PATH") == seen
    assert "PATH" in found
