"""The folder as a whole: where it is, which files are data and of which model, ids, strays, what a new one holds."""
