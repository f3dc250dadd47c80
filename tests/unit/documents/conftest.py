"""Every form of the cycle, filled once."""

import pytest

from support.sample_documents import NASTY, fill, sample_values


@pytest.fixture(scope="session")
def documents() -> dict[str, bytes]:
    """Every form of the cycle, filled for a product with a nasty name."""
    return {form_id: fill(form_id, values) for form_id, values in sample_values(NASTY).items()}
