"""Every command: its key, its place in the menu, and the windows that list or explain them."""
