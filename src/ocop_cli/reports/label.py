"""What a product's public page and its label say: nothing about a person, and only where the producer agreed."""

from typing import NamedTuple


class Label(NamedTuple):
    """A recognised product for everybody: ``code`` is what its QR code holds, a page's address or the product's code."""

    id: str
    name: str
    producer: str
    group: str
    star: int
    decision: str
    certificate: str
    expires_on: str
    story: str
    code: str
