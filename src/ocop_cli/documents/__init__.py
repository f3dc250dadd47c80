"""Official documents: which form, and the values that fill it: letters, minutes, reports, plans, slips."""
