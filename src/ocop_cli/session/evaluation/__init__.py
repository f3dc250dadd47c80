"""Evaluation and score sheet: what no fact decides is asked for; the way to one star more."""
