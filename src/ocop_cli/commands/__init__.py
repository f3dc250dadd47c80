"""One file per verb: read ─► decide ─► write ─► say."""
