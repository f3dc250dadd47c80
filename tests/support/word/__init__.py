"""Word files made from scratch: compliant văn bản of each kind, and the same broken in one place."""
