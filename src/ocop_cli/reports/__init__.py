"""Tables over many dossiers: listing, period report, document register, overview of one dossier."""
