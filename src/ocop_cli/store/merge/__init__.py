"""Another copy of a workspace, and what both copies were before."""
