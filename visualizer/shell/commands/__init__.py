"""The commands: their keys, their menu, and the windows that list and explain them."""
