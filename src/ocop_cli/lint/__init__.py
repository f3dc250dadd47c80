"""Is this Word file a proper văn bản? Bytes in, faults out; on effective formatting, whoever made the file."""
