"""Files of the commune's year: profile, plans, acts, meetings, inspections, words of reports."""
