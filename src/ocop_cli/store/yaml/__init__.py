"""YAML in and out: every scalar read as text with its place, one value changed without touching the rest."""
