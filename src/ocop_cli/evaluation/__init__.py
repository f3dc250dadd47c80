"""Scoring: a dossier against a decision's criteria: points, minimum requirements, stars, reasons, advice."""
