"""The code objects of the program by address, and where each of them lies."""

from collections.abc import Iterator

from visualizer.layout.addresses.cards import lettered
from visualizer.layout.addresses.scenery import Scenery, hexadecimal
from visualizer.layout.blocks.block import Block, Ink
from visualizer.layout.blocks.frames import code_title
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key
from visualizer.model import Code, Region, code_name, main_file
from visualizer.model.codes import living_codes

CODE_CARD = 58
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
    return lettered(scene, lines, height=CODE_CARD)


def _where(scene: Scenery, address: int) -> Text:
    """Where a code object lies; the block's size only if the recording knows its pool."""
    block = scene.space.block_at(address)
    if block is not None:
        return phrase("addresses-code-block", size=block.size)
    is_small = scene.space.region_of(address) is Region.ARENA
    return phrase("addresses-arena" if is_small else "addresses-heap")
