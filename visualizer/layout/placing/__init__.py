"""Chooses the places of everything, once for a whole recording. Pure geometry over steps."""

from visualizer.layout.placing.placement import Placement
from visualizer.layout.placing.placer import place
from visualizer.layout.placing.scale import best_scale
from visualizer.layout.placing.unit import Size, Unit, UnitKey, Wish

__all__ = [
    "Placement",
    "Size",
    "Unit",
    "UnitKey",
    "Wish",
    "best_scale",
    "place",
]
