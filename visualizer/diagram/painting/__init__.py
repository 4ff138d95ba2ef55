"""How everything on a sheet is painted, on the screen and into picture files."""
