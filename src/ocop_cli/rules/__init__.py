"""Legal decisions as data in ``data/``: criteria, points, evidence kinds, limits; which decision applies on a day."""
