"""What the folder holds of one person: found wherever it stands, and erased where nothing rests on it."""
