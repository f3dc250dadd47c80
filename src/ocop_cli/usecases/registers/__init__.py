"""Tables that others keep: what their columns and cells mean, and what becomes of each row."""
