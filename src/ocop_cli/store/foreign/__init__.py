"""Files that others made, read as plain values: rows, cells, lines, pages, signatures. Nothing is judged here."""
