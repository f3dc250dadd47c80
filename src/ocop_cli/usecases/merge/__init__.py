"""Two copies of a workspace made one: file by file, field by field, with the questions that only a person answers."""
