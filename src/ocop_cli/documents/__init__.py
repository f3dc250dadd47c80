"""Which form, and the plain values it is filled with."""
