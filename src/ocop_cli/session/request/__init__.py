"""A request to the province, and what the province decided."""
