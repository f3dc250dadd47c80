"""A record with edits made: what a verb decides on before anything is written."""

from collections.abc import Sequence

from ocop_cli.store.files.changes import Change
from ocop_cli.store.reading.entered import entered
from ocop_cli.store.reading.records import R, record_of
from ocop_cli.store.yaml.edit import Edit, meant
from ocop_cli.store.yaml.source import Source


def edited(source: Source, model: type[R], edits: Sequence[Edit]) -> R:
    """Return the record that a file will hold when the edits are made in it.

    Raises ``OcopError`` with every error when an answer does not fit its field.
    """
    assert source.data is not None, "only a file that was read can be edited"
    data = meant(source.filled, edits)
    return entered(
        record_of(source, data, model), f"Phần vừa nhập vào {source.name} chưa đúng, chưa ghi gì.", data
    )


def change_between(before: Source, after: Source) -> Change:
    """Return the change from a file as it was read to the same file as edited."""
    return Change(before.name, before.raw, after.raw)
