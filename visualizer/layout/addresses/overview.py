"""The whole address space from low to high addresses: arenas, images, the C library's heap."""

from visualizer.layout.addresses.cards import lettered
from visualizer.layout.addresses.flow import Flow, Part
from visualizer.layout.addresses.scenery import Scenery, hexadecimal
from visualizer.layout.blocks.block import Block, Form, Ink, Shape
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Rect
from visualizer.layout.sizes import written_size
from visualizer.model import Range, Region
from visualizer.model.memory import POOL_SIZE

_PAD = 8
_POOL, _ROWS = 7, 4
"""The side of a pool's cell, and the number of rows of cells in an arena."""
_HEIGHT = 62


def overview_part(scene: Scenery, sides: tuple[float, float], top: float) -> Part:
    """A box for each range, by address."""
    space, found = scene.space, list[tuple[int, Key, Block]]()
    used = {one.address & -POOL_SIZE for one in scene.tenants}
    for arena in space.arenas:
        found.append((arena.start, Key("arena", arena.start), _arena(scene, arena, used)))
    for image in space.images:
        size = written_size(image.size)
        block = _range(scene, phrase("addresses-image"), image.start, size)
        found.append((image.start, Key("image", image.start), block))
    large = [one.address for one in scene.tenants if space.region_of(one.address) is Region.HEAP]
    if large:
        block = _range(scene, phrase("addresses-heap"), large[0], "")
        found.append((large[0], Key("heap", 0), block))
    flow = Flow(sides, top, _HEIGHT, 4)
    for _, key, block in sorted(found, key=lambda one: one[0]):
        flow.add(key, block)
    return flow


def _range(scene: Scenery, title: Text, start: int, size: str) -> Block:
    note = hexadecimal(start)
    lines = (title, Ink.TITLE, 6, 16), (note, Ink.INDEX, 22, 16), (size, Ink.INDEX, 38, 16)
    return lettered(scene, lines, height=_HEIGHT, pad=_PAD)


def _arena(scene: Scenery, arena: Range, used: set[int]) -> Block:
    """An arena with a cell for each pool, filled where an object of the recording has a block."""
    title: Text = phrase("addresses-arena")
    first = -(-arena.start // POOL_SIZE) * POOL_SIZE
    count = (arena.end - first) // POOL_SIZE
    across = -(-count // _ROWS)
    note = f"{hexadecimal(arena.start)} · {written_size(arena.size)}"
    head = scene.text_width(title, Ink.TITLE) + 8 + scene.text_width(note, Ink.INDEX)
    made = Block(max(across * _POOL, head) + 2 * _PAD, _HEIGHT)
    made.shapes.append(Shape(made.rect, Form.CARD))
    x = scene.write(made, title, Ink.TITLE, (_PAD, 3), 18) + 8
    scene.write(made, note, Ink.INDEX, (x, 3), 18)
    for nth in range(count):
        column, row = divmod(nth, _ROWS)
        rect = Rect(_PAD + column * _POOL, 26 + row * _POOL, _POOL - 1, _POOL - 1)
        is_used = first + nth * POOL_SIZE in used
        made.shapes.append(Shape(rect, Form.MARKED if is_used else Form.FOLDED))
    return made
