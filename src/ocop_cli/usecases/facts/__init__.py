"""Facts as people state them: what a dossier states now, what it lacks, and how a statement is taken and written."""
