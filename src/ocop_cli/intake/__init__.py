"""Forms that come back: what a form asks, what came back in it, and what that would change; values in, values out."""
