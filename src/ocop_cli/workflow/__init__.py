"""May this dossier move, what is missing, by when, and who acts."""
