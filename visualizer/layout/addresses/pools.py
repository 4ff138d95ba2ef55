"""Pools as strips of blocks, in the order of addresses; other blocks are only counted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from visualizer.layout.addresses.cards import (
    TAG,
    card_of,
    free_card,
    freed_card,
    gap_card,
    key_of,
    names_above,
)
from visualizer.layout.addresses.flow import Flow, Part
from visualizer.layout.addresses.scenery import Scenery, Tenant, hexadecimal
from visualizer.layout.blocks.block import Block, Form, Ink, Shape
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Rect
from visualizer.model import Pool

HEAD = 18
BETWEEN = 12
MOST_CARDS, _FEW = 160, 12
"""With more used blocks than the first, pools with more than the second show cells, not cards."""
_NEXT = 3
"""The number of free blocks shown, in the order in which the allocator will hand them out."""
_CELL = 13
_PLAIN = 3
"""The space above a line without names."""


def pools_part(scene: Scenery, sides: tuple[float, float], top: float) -> Part:
    """All pools with a used or just freed block of the recording, the smallest blocks first."""
    by_pool, ghosts = (_by_pool(scene, some) for some in (scene.tenants, scene.freed))
    shown = [pool for pool in scene.space.pools if pool.start in by_pool or pool.start in ghosts]
    is_dense = sum(map(len, by_pool.values())) > MOST_CARDS
    part = Part(top)
    for pool in sorted(shown, key=lambda one: (one.block_size, one.start)):
        tenants = by_pool.get(pool.start, [])
        _add_head(scene, part, pool, sides[0])
        if is_dense and len(tenants) > _FEW:
            _add_cells(part, pool, tenants, sides)
        else:
            _add_cards(scene, part, pool, (tenants, ghosts.get(pool.start, [])), sides)
        part.bottom += BETWEEN
    return part


def _by_pool(scene: Scenery, tenants: Iterable[Tenant]) -> Mapping[int, list[Tenant]]:
    found = defaultdict[int, list[Tenant]](list)
    for one in tenants:
        if (pool := scene.space.pool_at(one.address)) is not None:
            found[pool.start].append(one)
    return found


def _add_head(scene: Scenery, part: Part, pool: Pool, left: float) -> None:
    made = Block(0, HEAD)
    sizes: Text = phrase("addresses-blocks", size=pool.block_size)
    x = scene.write(made, sizes, Ink.TITLE, (0, 0), HEAD) + 10
    x = scene.write(made, hexadecimal(pool.start), Ink.NOTE, (x, 0), HEAD) + 10
    note: Text = phrase("addresses-of", n=pool.count)
    if pool.used is not None:
        note = phrase("addresses-used", used=pool.used, n=pool.count)
    made.width = scene.write(made, note, Ink.NOTE, (x, 0), HEAD)
    part.place(Key("pool", pool.start), made, left, part.bottom)
    part.bottom += HEAD


def _add_cards(
    scene: Scenery,
    part: Part,
    pool: Pool,
    blocks: tuple[list[Tenant], list[Tenant]],
    sides: tuple[float, float],
) -> None:
    tenants, ghosts = blocks
    is_named = any(scene.name_of(one) for one in tenants)
    within = sides[0] + 10, sides[1]
    flow = Flow(within, part.bottom, space=TAG if is_named else _PLAIN)
    found: dict[int, tuple[Key, Block, Tenant | None]] = {}
    freed = {pool.place_of(one.address): one for one in ghosts}
    for one in ghosts:
        place = pool.place_of(one.address)
        if place is not None:
            found[place] = Key("freed", one.address), freed_card(scene, one, pool), None
    for nth, address in enumerate(_next_blocks(pool), 1):
        place = pool.place_of(address)
        if place is not None and place not in found:
            found[place] = Key("free", address), free_card(scene, address, nth), None
    for one in tenants:
        place = pool.place_of(one.address)
        if place is not None:
            former = freed.get(place) if scene.is_new(one) else None
            found[place] = key_of(one), card_of(scene, one, former), one
    for place, gap in _in_order(found, pool.count):
        if gap:
            made = gap_card(scene, gap)
            # The last gap begins no line of its own: the pool's head has the number of blocks.
            if place + gap < pool.count or flow.fits(made):
                flow.add(Key("gap", pool.address_of(place)), made)
            continue
        key, block, tenant = found[place]
        box = flow.add(key, block)
        if tenant is not None:
            part.tags += names_above(scene, box, tenant)
    part.boxes += flow.boxes
    part.bottom = flow.bottom


def _next_blocks(pool: Pool) -> tuple[int, ...]:
    if pool.free:
        return pool.free[:_NEXT]
    following = pool.next_free()
    return (following,) if following is not None else ()


def _in_order(found: Mapping[int, object], count: int) -> Iterator[tuple[int, int]]:
    """Yield each shown block with 0, and the first block of each gap with the gap's length."""
    behind = 0
    for place in sorted(found):
        if place > behind:
            yield behind, place - behind
        yield place, 0
        behind = place + 1
    if behind < count:
        yield behind, count - behind


def _add_cells(part: Part, pool: Pool, tenants: list[Tenant], sides: tuple[float, float]) -> None:
    """Add a cell for each used block; a gap of any length is one empty cell."""
    left, right = sides[0] + 10, sides[1]
    across = max(1, int((right - left) // _CELL))
    made = Block(0, 0)
    behind, at = 0, 0
    for one in tenants:
        place = pool.place_of(one.address)
        if place is None:
            continue
        at += place > behind
        x, y = at % across * _CELL, at // across * _CELL
        rect = Rect(x, y, _CELL - 2, _CELL - 2)
        form = Form.MARKED if one.is_apart else Form.INLINED
        made.shapes.append(Shape(rect, form, serial=None if one.is_apart else one.thing.serial))
        made.anchors.setdefault(one.thing.serial, rect)
        behind, at = place + 1, at + 1
    made.width = min(at, across) * _CELL
    made.height = (max(at - 1, 0) // across + 1) * _CELL
    part.place(Key("cells", pool.start), made, left, part.bottom + 3)
    part.bottom += made.height + 3
