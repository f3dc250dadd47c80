"""What members and producers say of dossiers: opinions, scores and who was heard, one by one or as a table."""
