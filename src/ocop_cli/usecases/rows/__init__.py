"""What has been worked out of each dossier, kept in the index: of those that changed it is worked out again."""
