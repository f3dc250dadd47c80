"""OCOP dossiers of a Vietnamese commune: facts × law → findings, points and moves → documents and tables."""

__version__ = "0.11.0"
