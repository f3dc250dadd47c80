"""YAML reading and editing: every value as text with its place, one field changed without touching the rest."""
