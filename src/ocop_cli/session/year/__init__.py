"""The commune's year: acts, budget, inspections, what has a day, papers, the handing over."""
