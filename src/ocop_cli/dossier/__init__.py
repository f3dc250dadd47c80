"""What a dossier is: one product of one producer, its facts, its papers and its way through the OCOP cycle."""

from ocop_cli.dossier.model import Dossier
from ocop_cli.dossier.private import PrivateData

__all__ = ["Dossier", "PrivateData"]
