"""The short hash by which records and seals know a content."""

import hashlib

_LENGTH = 16  # 64 bits: no two states of a commune's files meet by chance


def short_hash(content: bytes) -> str:
    """Return a short SHA-256."""
    return hashlib.sha256(content).hexdigest()[:_LENGTH]
