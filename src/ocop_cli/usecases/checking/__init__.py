"""What is wrong in a workspace: its dossiers, its commune, its programme, the names in it, and what git would merge."""
