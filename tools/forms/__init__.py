"""The house style: every template is built here, from plain functions that return WordprocessingML."""
