"""What the items of a scene are told when they ask, and what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visualizer.diagram.hints import arrow_hint, row_hint
from visualizer.diagram.surface import Row, Surface
from visualizer.explain import kind_of
from visualizer.layout import Arrow, Box, Key, RegionKind
from visualizer.layout.sizes import written_size

if TYPE_CHECKING:
    from visualizer.diagram.scene import DiagramScene


class Answers(Surface):
    """Answers for ``scene``."""

    def __init__(self, scene: DiagramScene) -> None:
        self._scene = scene

    def hint(self, arrow: Arrow) -> str:
        """A reference in words."""
        return arrow_hint(arrow, self._boxes(), self._scene.look.language)

    def row_hint(self, key: Key, row: Row | None) -> str:
        """A card, or one row of it, in words."""
        boxes, language = self._boxes(), self._scene.look.language
        return row_hint(boxes[key], row, boxes, language) if key in boxes else ""

    def member_hint(self, serial: int) -> str:
        """An object that has no card of its own, in words."""
        thing = self._scene.object(serial)
        if thing is None:
            return ""
        if self._scene.level < 3:
            return f"{kind_of(thing.type)} #{serial}"
        size = written_size(thing.size)
        return f"{kind_of(thing.type)} #{serial} · 0x{thing.address:x} · {size}"

    def ground_at(self, x: float) -> str:
        """The name of the colour behind a line at ``x``."""
        heap = self._scene.items_shown.regions.get((RegionKind.HEAP, 0))
        return "heap" if heap is not None and x >= heap.region.rect.x else "canvas"

    def point_at(self, key: Key, row: Row | None) -> None:
        """The pointer is over a card, or over one row of it."""
        self._scene.lighting.point(key, row)

    def point_at_arrow(self, arrow: Arrow) -> None:
        """The pointer is over an arrow."""
        self._scene.lighting.point_at_arrow(arrow.key)

    def point_away(self) -> None:
        """The pointer left what it was over."""
        self._scene.lighting.point(None)

    def carry(self, key: Key) -> None:
        """A card is dragged, and is elsewhere now."""
        self._scene.arranging.carry(key)

    def drop(self, key: Key) -> None:
        """A card that was dragged is let go of."""
        self._scene.arranging.drop(key)

    def ask_for_step(self, step: int) -> None:
        """Someone wants to go to another step."""
        self._scene.step_asked.emit(step)

    def _boxes(self) -> dict[Key, Box]:
        return {key: item.box for key, item in self._scene.items_shown.boxes.items()}
