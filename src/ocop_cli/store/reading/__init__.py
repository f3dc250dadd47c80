"""YAML files read once, as typed records with their places; gaps where one cannot be read."""
