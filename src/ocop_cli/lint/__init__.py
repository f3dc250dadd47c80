"""Is this Word file a proper văn bản? Bytes in, violations out; on effective formatting, whoever made the file."""
