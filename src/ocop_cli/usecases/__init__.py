"""What a verb does to a workspace: plain values in, an outcome out; no console, no typer, no session."""
