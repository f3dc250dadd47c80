"""The decisions of the program and what a workspace lays over them."""
