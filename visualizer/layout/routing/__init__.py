"""The ways of a step's arrows, and the places of stubs, tags and index marks. Pure geometry."""

from visualizer.layout.routing.router import Router, Routes, route
from visualizer.layout.routing.wanted import IndexMark, Rank, Wanted

__all__ = ["IndexMark", "Rank", "Router", "Routes", "Wanted", "route"]
