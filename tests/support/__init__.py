"""Builders that tests share: a dossier, a profile, a workspace, a law, a Word file."""
