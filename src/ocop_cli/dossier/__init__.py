"""The fields of a dossier and their types: product, producer, facts, evidence, scores, conclusions, history."""

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData

__all__ = ["Dossier", "PrivateData"]
