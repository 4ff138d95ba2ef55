"""Composes the picture of a step's address space, as a sheet like the diagram's."""

from collections.abc import Iterator, Sequence
from functools import reduce

from visualizer.layout.addresses.cards import card_of, key_of, lettered, names_above
from visualizer.layout.addresses.flow import Flow, Part
from visualizer.layout.addresses.overview import overview_part
from visualizer.layout.addresses.pools import pools_part
from visualizer.layout.addresses.scenery import Scenery, Tenant, hexadecimal, label_of
from visualizer.layout.addresses.words import words_part
from visualizer.layout.blocks.block import Block, Ink
from visualizer.layout.blocks.frames import code_title
from visualizer.layout.blocks.outlines import Outline
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Rect, RegionKind, object_key
from visualizer.layout.sheet import Ground, Placed, Sheet, Tag
from visualizer.layout.sizes import written_size
from visualizer.model import Code, HeapObject, Region, Scalar, code_name, main_file, split_of
from visualizer.model.codes import living_codes

_TITLE = 24
_IN = 10
"""The gap between a region's edge and its contents."""
_BETWEEN = 10
_NARROWEST = 320
_ABOVE = 62
"""The space above a card for names, the head of its pool, and the title of its region."""
_MOST_STATIC = 60
"""The maximum number of objects shown that lie in the interpreter's image."""
_CODE_CARD = 58
"""The height of a code object's card."""


def code_cards(scene: Scenery) -> Iterator[tuple[Key, Block]]:
    """Yield a card for each code object of the program that is alive, by its address."""
    state = scene.state
    heap_at = {thing.address: serial for serial, thing in state.heap.items()}
    for code in sorted(living_codes(state, heap_at), key=lambda one: one.address):
        if code.is_program and code.address:
            yield Key("code", code.number), _card(scene, code)


def _card(scene: Scenery, code: Code) -> Block:
    title = code_title(code_name(code.name, code.file, main_file(scene.state)))
    lines = (
        (title, Ink.FUNCTION, 4, 16),
        (hexadecimal(code.address), Ink.INDEX, 20, 16),
        (_where(scene, code.address), Ink.INDEX, 36, 16),
    )
    return lettered(scene, lines, height=_CODE_CARD)


def _where(scene: Scenery, address: int) -> Text:
    """Where a code object lies; the block's size only if the recording knows its pool."""
    block = scene.space.block_at(address)
    if block is not None:
        return phrase("addresses-code-block", size=block.size)
    is_small = scene.space.region_of(address) is Region.ARENA
    return phrase("addresses-arena" if is_small else "addresses-heap")


def address_sheet(scene: Scenery) -> Sheet:
    """Return the picture of a step's address space."""
    made = _Composition(scene)
    if not scene.space:
        made.region(RegionKind.TEXT, phrase("addresses-title"), phrase("addresses-unknown"))
        return made.sheet()
    made.overview()
    made.words()
    made.arenas()
    made.others()
    made.code()
    return made.sheet()


class _Composition:
    """Stacks regions from top to bottom."""

    def __init__(self, scene: Scenery) -> None:
        self._scene = scene
        self._top = 0.0
        self._boxes: list[Placed] = []
        self._tags: list[Tag] = []
        self._grounds: list[Ground] = []
        self._width = max(scene.width, _NARROWEST)
        self._sides = (_IN, self._width - _IN)

    def region(self, kind: RegionKind, title: Text, note: Text, part: Part | None = None) -> None:
        """Add a part of the picture, and lay its ground from the end of the last region on."""
        height: float = _TITLE + _IN
        if part is not None and part.boxes:
            height = max(part.bottom - self._top + _IN, height)
            self._boxes += part.boxes
            self._tags += part.tags
        rect = Rect(0, self._top, self._width, height)
        self._grounds.append(Ground(kind, rect, title, note))
        self._top += height + _BETWEEN

    def words(self) -> None:
        """Add the words of the selected object."""
        scene = self._scene
        thing = scene.state.heap.get(scene.selected or 0)
        if thing is None and scene.is_still:
            return
        if thing is None:
            self.region(RegionKind.TEXT, phrase("addresses-words"), phrase("addresses-hint"))
            return
        part = words_part(scene, thing, self._sides, self._top + _TITLE)
        title = f"{label_of(thing, 30)} #{thing.serial}"
        self.region(RegionKind.TEXT, title, _split_note(scene, thing), part)

    def overview(self) -> None:
        """Add a box for each address range."""
        part = overview_part(self._scene, self._sides, self._top + _TITLE)
        title, note = phrase("addresses-title"), phrase("addresses-title-note")
        self.region(RegionKind.STACK, title, note, part)

    def arenas(self) -> None:
        """Add the pools of all arenas."""
        space = self._scene.space
        key = "addresses-pools-note" if space.has_free_lists else "addresses-pools-plain"
        if space.pools and not space.has_free_lists and not self._scene.is_still:
            key = "addresses-pools-again"
        if not space.arenas:
            key = "addresses-no-arena"
        part = pools_part(self._scene, self._sides, self._top + _TITLE)
        self.region(RegionKind.HEAP, phrase("addresses-pools"), phrase(key), part)

    def others(self) -> None:
        """Add large blocks in the C library's heap, and objects of the interpreter's image."""
        scene = self._scene
        space = scene.space
        outside = [one for one in scene.tenants if space.arena_at(one.address) is None]
        large = [one for one in outside if space.image_at(one.address) is None]
        static = [one for one in outside if space.image_at(one.address) is not None]
        plain = [one for one in static if isinstance(one.thing.content, Scalar)]
        if large:
            size = written_size(sum(one.size for one in large))
            note = phrase("addresses-heap-note", size=size)
            self._cards(large, RegionKind.STACK, phrase("addresses-heap"), note)
        if static:
            # Choose objects with names first, then those at low addresses: None, small numbers.
            chosen = sorted(plain, key=lambda one: not scene.name_of(one))[:_MOST_STATIC]
            chosen.sort(key=lambda one: one.address)
            left = len(static) - len(chosen)
            note = phrase("addresses-image-note")
            if left:
                note = phrase("addresses-image-more", n=left)
            self._cards(chosen, RegionKind.DATA, phrase("addresses-image"), note)

    def code(self) -> None:
        """Add the code objects of the program."""
        flow = Flow(self._sides, self._top + _TITLE, _CODE_CARD, 0)
        for key, block in code_cards(self._scene):
            flow.add(key, block)
        if flow.boxes:
            title, note = phrase("addresses-code"), phrase("addresses-code-note")
            self.region(RegionKind.TEXT, title, note, flow)

    def _cards(self, tenants: Sequence[Tenant], kind: RegionKind, title: Text, note: Text) -> None:
        scene, flow = self._scene, Flow(self._sides, self._top + _TITLE)
        for one in tenants:
            flow.tags += names_above(scene, flow.add(key_of(one), card_of(scene, one)), one)
        self.region(kind, title, note, flow)

    def sheet(self) -> Sheet:
        """The finished sheet."""
        scene = self._scene
        assert scene.state.step is not None
        boxes = tuple(self._boxes)
        by_key = {box.key: box for box in boxes}
        bounds = reduce(Rect.united, (one.rect for one in self._grounds))
        wanted = [object_key(serial) for serial in (*scene.new, *scene.moved)]
        wanted += [Key("apart", serial) for serial in scene.moved]
        wanted += [Key("freed", one.address) for one in scene.freed]
        must_see = tuple(key for key in wanted if key in by_key)
        return Sheet(
            scene.state.step.number,
            boxes,
            (),
            tuple(self._tags),
            bounds,
            view=_seen_from([by_key[key].rect for key in must_see], bounds),
            outlines=dict.fromkeys(scene.new, Outline.NEW),
            must_see=must_see,
            grounds=tuple(self._grounds),
            boxes_by_key=by_key,
        )


def _split_note(scene: Scenery, thing: HeapObject) -> Text:
    split, size = split_of(thing, scene.space.block_at(thing.address)), f"{thing.size:,}"
    if split is None:
        return phrase("addresses-split-unknown", size=size)
    front: dict[str, str | int] = {"size": size, "collector": split.collector}
    front["header"] = split.header
    if split.other:
        return phrase("addresses-split-other", **front, other=split.other)
    front |= {"payload": split.payload, "spare": split.spare}
    if split.deleted:
        return phrase("addresses-split-deleted", **front, deleted=split.deleted)
    return phrase("addresses-split", **front)


def _seen_from(places: Sequence[Rect], bounds: Rect) -> Rect:
    """The part to be in view: the required places, with the texts above them."""
    if not places:
        return bounds
    whole = reduce(Rect.united, places)
    top = max(bounds.y, whole.y - _ABOVE)
    return Rect(bounds.x, top, bounds.width, whole.bottom - top)
