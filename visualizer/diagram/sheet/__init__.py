"""How a sheet is shown: blocks, arrows and tags painted, a scene of them, and picture files."""
