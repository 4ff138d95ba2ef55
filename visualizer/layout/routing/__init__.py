"""Routes a step's arrows, and places stubs, tags and index marks. Pure geometry."""

from visualizer.layout.routing.router import Router, Routes
from visualizer.layout.routing.wanted import IndexMark, Rank, WantedArrow

__all__ = ["IndexMark", "Rank", "Router", "Routes", "WantedArrow"]
