"""Plots. Those of the timeline use pyqtgraph, which is slow to import: import them after the window
is painted.
"""
