"""Paints all parts of a sheet, on the screen and into picture files."""
