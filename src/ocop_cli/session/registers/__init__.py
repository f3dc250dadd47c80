"""Tables that others keep, on the desk: a register of dossiers, a table of acts."""
