"""The cards of blocks: an object's, its array's, freed, free, or unknown to the recording."""

from collections.abc import Sequence

from visualizer.layout.addresses.scenery import Scenery, Tenant, label_of, within_pool
from visualizer.layout.blocks.block import Align, Block, Form, Ink, Shape
from visualizer.layout.blocks.spare import capacity_text
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Rect, object_key
from visualizer.layout.sheet import Label, Placed, Tag, TagKind
from visualizer.model import Capacity, Pool, capacity_of, grew_in_place

CARD = 42
"""The height of a block's card."""
TAG = 15
"""The height of the name above a card."""
PAD = 7
_LINE = 17
_SMALL_LINE = 14
_NARROWEST = 44
_PLACE, _MOST_PLACES = 6, 24
"""The width of a place in a capacity's bar, and the most places that are drawn one by one."""
_BAR = 6


def lettered(
    scene: Scenery,
    lines: Sequence[tuple[Text, Ink, float, float]],
    form: Form | None = Form.CARD,
    height: float = CARD,
    *,
    least: float = 0,
    pad: float = PAD,
) -> Block:
    """A card with lines in its middle: text, ink, upper end and height.

    It is as wide as its text with ``pad`` at both sides, and at ``least`` so wide.
    """
    width = max(scene.text_width(text, ink) for text, ink, _, _ in lines)
    made = Block(max(least, width + 2 * pad), height)
    if form is not None:
        made.shapes.append(Shape(made.rect, form))
    for text, ink, top, high in lines:
        made.write(text, ink, Rect(0, top, made.width, high), Align.CENTRE)
    return made


def card_of(scene: Scenery, one: Tenant, former: Tenant | None = None) -> Block:
    """The card of a block in use; ``former`` is the object that was freed there just before."""
    note: Text = within_pool(one.address)
    if former is not None:
        has_grown = grew_in_place(former.thing, one.thing)
        key = "addresses-grown" if has_grown else "addresses-again"
        note = phrase(key, address=within_pool(one.address))
    if one.is_apart:
        return _apart_card(scene, one, note)
    thing = one.thing
    lines = (label_of(thing), Ink.VALUE, 5, _LINE), (note, Ink.INDEX, 22, _SMALL_LINE)
    made = lettered(scene, lines, least=_NARROWEST)
    made.shapes[0] = made.shapes[0]._replace(serial=thing.serial)
    made.words[0] = made.words[0]._replace(type=thing.type)
    made.anchors[thing.serial] = made.rect
    return made


def _apart_card(scene: Scenery, one: Tenant, note: Text) -> Block:
    """An array or table, with a bar of its places: filled where they are in use."""
    thing, capacity = one.thing, capacity_of(one.thing)
    title = _apart_title(one)
    if capacity is not None:
        title = capacity_text(thing, capacity)
    bar = min(capacity.places, _MOST_PLACES) * _PLACE if capacity is not None else 0
    lines = (title, Ink.NOTE, 1, _LINE), (note, Ink.INDEX, 27, _SMALL_LINE)
    made = lettered(scene, lines, Form.INLINED, least=max(_NARROWEST, bar + 2 * PAD))
    made.anchors[thing.serial] = made.rect.grown(-1)
    if capacity is not None:
        _draw_bar(made, capacity, bar)
    return made


def _apart_title(one: Tenant) -> Text:
    is_table = one.thing.type in ("dict", "set", "frozenset")
    return phrase("addresses-table" if is_table else "addresses-array")


def _draw_bar(made: Block, capacity: Capacity, width: float) -> None:
    left, top = (made.width - width) // 2, 19.0
    if capacity.places <= _MOST_PLACES:
        for place in range(capacity.places):
            is_full = place < capacity.used + capacity.deleted
            form = Form.MARKED if place < capacity.used else Form.CELL if is_full else Form.FOLDED
            made.shapes.append(Shape(Rect(left + place * _PLACE, top, _PLACE - 1, _BAR), form))
        return
    used = width * capacity.used / capacity.places
    made.shapes.append(Shape(Rect(left, top, width, _BAR), Form.FOLDED))
    made.shapes.append(Shape(Rect(left, top, used, _BAR), Form.MARKED))


def freed_card(scene: Scenery, one: Tenant, pool: Pool) -> Block:
    """A block of an object that was freed.

    Python keeps some of them for the next object of the type: to the allocator they are in use.
    """
    title: Text = label_of(one.thing)
    if one.is_apart:
        title = _apart_title(one)
    key = "addresses-freed"
    block = pool.address_of(pool.place_of(one.address) or 0)
    if block == pool.next_free():
        key = "addresses-freed-next"
    elif pool.used is not None and not pool.is_free(block):
        key = "addresses-kept"
    return _ghost(scene, title, phrase(key))


def free_card(scene: Scenery, address: int, place: int) -> Block:
    """A block that the allocator will hand out; ``place`` 1 is the next."""
    title: Text = phrase("addresses-next") if place == 1 else f"{place}."
    return _ghost(scene, title, within_pool(address))


def _ghost(scene: Scenery, title: Text, note: Text) -> Block:
    lines = (title, Ink.NOTE, 5, _LINE), (note, Ink.INDEX, 22, _SMALL_LINE)
    return lettered(scene, lines, Form.FOLDED, least=_NARROWEST)


def gap_card(scene: Scenery, count: int) -> Block:
    """The card for ``count`` blocks in which no object of the recording lies."""
    return lettered(scene, ((f"⋯ {count:,}", Ink.NOTE, 0, CARD),), None)


def key_of(one: Tenant) -> Key:
    """The key of a card: an object's own block has the key of its card in the diagram."""
    return Key("apart", one.thing.serial) if one.is_apart else object_key(one.thing.serial)


def names_above(scene: Scenery, box: Placed, one: Tenant) -> tuple[Tag, ...]:
    """The names of the object in a block, above the card, from its left edge on."""
    name = scene.name_of(one)
    if not name:
        return ()
    rect = Rect(box.x, box.y - TAG + 1, scene.text_width(name, Ink.TITLE) + 10, TAG)
    return (Tag(Label(name, rect), box.key, TagKind.NAME, scene.is_new(one)),)
