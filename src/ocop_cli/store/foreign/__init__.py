"""Files that others made, read as plain values: rows, cells, lines. Nothing is judged here."""
