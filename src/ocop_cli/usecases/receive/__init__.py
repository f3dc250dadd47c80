"""The receipt of a dossier: the papers that somebody brought, what they prove, and the slips that are handed out."""
