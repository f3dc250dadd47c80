"""Whether everything that was issued, sent or concluded is still what it was."""
