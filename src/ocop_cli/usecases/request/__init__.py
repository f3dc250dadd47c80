"""The request to the province: its dossiers, the package, its sending, and what the province decided."""
