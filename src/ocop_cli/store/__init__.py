"""The doors to the disk: YAML in and out, changes, git, and what lies in a workspace."""
