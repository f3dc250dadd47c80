"""The only package that writes: changes planned, locked, verified, written whole, kept for undo."""
