"""Plots, by pyqtgraph. Importing it takes long: do so when the window is painted."""
