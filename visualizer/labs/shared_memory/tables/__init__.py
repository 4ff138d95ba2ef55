"""Generates tables, reads them, writes them into one HDF5 file, and previews the file."""
