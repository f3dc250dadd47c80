"""A commune's own Word templates: filled in a process of their own, and held against what the form must print."""
