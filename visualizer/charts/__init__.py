"""Plots, by pyqtgraph. It is slow to import: import it after the window is painted."""
