"""Findings about a dossier: pure functions, one per check."""
