"""The only package that writes to the disk: planned changes, lock, backups for undo, safe ids and paths."""
