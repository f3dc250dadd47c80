"""Facts that a person states, fills in by an interview, or takes as proposed; settings of the commune."""
