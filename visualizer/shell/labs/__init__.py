"""The pages of the labs: their common parts, and a folder for each lab."""
