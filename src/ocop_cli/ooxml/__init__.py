"""Word XML and packages for render and lint: open within limits, names, child order, styles, tables, text, zip."""
