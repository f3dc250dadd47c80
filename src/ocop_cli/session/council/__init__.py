"""The workbook of a council day; tables and opinions that come back."""
