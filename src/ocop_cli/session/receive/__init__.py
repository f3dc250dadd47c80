"""The receipt of a dossier: its files sorted, its questions, the writing."""
