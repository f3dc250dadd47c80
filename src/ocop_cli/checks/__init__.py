"""The findings of ``ocop check``: contradictions, missing evidence, dates, personal data; one pure function per check."""
