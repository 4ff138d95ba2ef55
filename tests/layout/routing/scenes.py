"""Boxes and references made up for tests, and checks of their routes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import strategies as st

from tests.layout.fixed_measure import FixedMeasure
from visualizer.layout.blocks.block import Side
from visualizer.layout.picture import Key, Point, Rect, Slot, object_key
from visualizer.layout.routing import IndexMark, Rank, Router, Routes, WantedArrow
from visualizer.layout.sheet import Arrow

MEASURE = FixedMeasure()
FRAME = Key("frame", 1)


@dataclass
class Scene:
    """A step: the places of boxes, and the wanted arrows."""

    boxes: dict[Key, Rect]
    wanted: list[WantedArrow] = field(default_factory=list)
    marks: list[IndexMark] = field(default_factory=list)

    def route(self, router: Router | None = None) -> Routes:
        """Return its arrows and tags."""
        return (router or Router(MEASURE)).route(self.boxes, self.wanted, self.marks)


def box(serial: int, x: float, y: float, width: float = 60, height: float = 40) -> dict[Key, Rect]:
    return {object_key(serial): Rect(x, y, width, height)}


def frame(height: float = 120) -> dict[Key, Rect]:
    return {FRAME: Rect(0, 0, 140, height)}


def wanted(
    boxes: dict[Key, Rect],
    start: Key,
    target: int,
    y: float,
    *,
    slot: str = "",
    x: float | None = None,
    side: Side = Side.RIGHT,
    rect: Rect | None = None,
    end: Key | None = None,
    is_changed: bool = False,
    is_into_structure: bool = False,
    rank: Rank | None = None,
    room: Rect | None = None,
) -> WantedArrow:
    """Return a reference from a port at that height of a box, to the whole of another box, unless
    ``rect`` of ``end`` is given."""
    at = boxes[start]
    end = end or object_key(target)
    return WantedArrow(
        start,
        Slot("name", slot or f"{y:g}"),
        target,
        start,
        Point(at.right - 11 if x is None else at.x + x, at.y + y),
        side,
        end if end in boxes else None,
        (rect or boxes[end]) if end in boxes else None,
        rank if rank is not None else Rank.RUNNING if start == FRAME else Rank.SLOT,
        is_changed,
        is_into_structure,
        f"Node {target}",
        slot or f"n{target}",
        room,
    )


def parts(points: tuple[Point, ...]) -> Iterator[Rect]:
    """Return the segments of a route, as rectangles without an area."""
    for (x1, y1), (x2, y2) in pairwise(points):
        yield Rect(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))


def passes_through(part: Rect, rect: Rect) -> bool:
    """Whether a segment of a route runs inside a rectangle."""
    return (
        part.x < rect.right
        and rect.x < part.right
        and part.y < rect.bottom
        and rect.y < part.bottom
        if part.width and part.height
        else part.right > rect.x
        and part.x < rect.right
        and part.bottom > rect.y
        and part.y < rect.bottom
    )


def boxes_passed(arrow: Arrow, scene: Scene) -> list[Key]:
    """Return the boxes that an arrow's route crosses, other than to leave its own."""
    inner = {
        (one.holder, one.slot): one.rect != scene.boxes[one.end] for one in scene.wanted if one.end
    }
    found = []
    all_parts = list(parts(arrow.points))
    for number, part in enumerate(all_parts):
        for key, rect in scene.boxes.items():
            if number == 0 and key == arrow.start:
                continue
            if number == len(all_parts) - 1 and key == arrow.end and inner[arrow.key]:
                continue
            if passes_through(part, rect):
                found.append(key)
    return found


def labels_of(routes: Routes) -> list[Rect]:
    """Return the rectangles of all stubs and tags."""
    stubs = [arrow.stub.rect for arrow in routes.arrows if arrow.stub is not None]
    return stubs + [tag.label.rect for tag in routes.tags]


@st.composite
def scenes(draw: st.DrawFn, most: int = 14) -> Scene:
    """Separate boxes, a frame at the left, and references between them."""
    boxes = frame(draw(st.integers(60, 300)))
    cells = [(column, row) for column in range(4) for row in range(4)]
    for serial, (column, row) in enumerate(
        draw(st.lists(st.sampled_from(cells), unique=True, min_size=2, max_size=12))
    ):
        x = 170 + 130 * column + draw(st.integers(0, 25))
        y = 95 * row + draw(st.integers(0, 20))
        width, height = draw(st.integers(24, 98)), draw(st.integers(22, 70))
        boxes |= box(serial, x, y, width, height)
    ones = {}
    for _ in range(draw(st.integers(1, most))):
        one = draw(references(boxes))
        ones[one.start, one.port] = one
    return Scene(boxes, list(ones.values()))


@st.composite
def references(draw: st.DrawFn, boxes: dict[Key, Rect]) -> WantedArrow:
    """A reference from any box to any object, or to one that is not drawn."""
    start = draw(st.sampled_from(sorted(boxes)))
    rect = boxes[start]
    serial = draw(st.integers(0, len(boxes) - 1))
    end = object_key(serial)
    nested = None
    if end in boxes and draw(st.integers(0, 5)) == 0:
        whole = boxes[end]
        nested = Rect(whole.x + 4, whole.y + 6, whole.width - 8, whole.height - 10)
    y = draw(st.integers(5, int(rect.height) - 5))
    if start == FRAME:  # its rows are separate
        y = min(y // 20 * 20 + 10, int(rect.height) // 20 * 20 - 10)
    is_upright = start != FRAME and draw(st.booleans())
    return wanted(
        boxes,
        start,
        serial,
        y,
        slot=f"{start.name}.{y}",
        side=Side.BELOW if is_upright else Side.RIGHT,
        rect=nested,
        is_changed=draw(st.integers(0, 4)) == 0,
        is_into_structure=draw(st.integers(0, 3)) == 0,
        room=Rect(40, rect.y + y - 10, 96, 20) if start == FRAME and draw(st.booleans()) else None,
    )
