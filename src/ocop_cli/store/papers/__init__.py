"""Documents in the folder: records and numbers, drafts, forms, seals, and the package for the province."""
