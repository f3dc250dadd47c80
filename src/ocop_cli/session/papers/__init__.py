"""Papers about dossiers, and documents held against the rules on format."""
