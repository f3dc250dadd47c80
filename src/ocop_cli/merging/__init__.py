"""Two copies of one data file brought together field by field, by what both were before; values in, values out."""
