"""The OCOP cycle: stages, moves, deadlines and working days, certificate expiry and renewal, the agenda."""
