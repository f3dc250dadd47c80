"""Programs that are started: git, LibreOffice, and work that is kept apart in a process of its own."""
