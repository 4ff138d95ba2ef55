"""The panels at the right: this step in words, variables, calls, types, bytecode, bookmarks."""
