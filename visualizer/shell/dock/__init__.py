"""The dock's panels: the step's sentences, variables, calls, types, bytecode, bookmarks."""
