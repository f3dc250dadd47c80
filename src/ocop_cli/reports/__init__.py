"""One summary, many dossiers → tables."""
