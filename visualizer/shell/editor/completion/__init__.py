"""Completion: jedi finds names in a separate process, a list below the text cursor offers them."""
