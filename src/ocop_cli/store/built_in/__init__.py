"""Data that come with the program: places, the cycle, the field map, kept as they were compiled; where they lie."""
