"""Forms to fill in: handed out, recognised when they come back, taken into a dossier, and kept as they came."""
