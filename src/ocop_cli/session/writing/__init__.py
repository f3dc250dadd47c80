"""How a verb writes: the folder held, all changes at once, the git history, ``-o``, the steps that undo lists."""
