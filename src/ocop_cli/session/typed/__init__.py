"""What somebody typed, taken as what is meant: a document, a path, a place, a unit, a product set, a value."""
