"""For tests that read many files of a folder in which nothing is wrong."""

from ocop_cli.store.reading.gaps import Gap


def no_gap(gap: Gap) -> None:
    """Fail the test: the file was expected to be readable."""
    raise AssertionError(gap)
