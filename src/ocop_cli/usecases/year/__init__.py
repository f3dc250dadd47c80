"""The commune's year: plan, acts, inspections, what is due, reports, and what goes over into the next year."""
