"""Word packages as files: what ``render`` writes and ``lint`` reads, in one place."""
