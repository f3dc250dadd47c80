"""Dossiers in the folder: which there are, read and found; their producers, their evidence, a new one's skeleton."""
