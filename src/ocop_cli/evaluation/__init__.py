"""Dossier × ruleset → points, gates and reasons: where facts first meet the law."""
