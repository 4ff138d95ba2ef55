"""The words of one object: the meaning of each byte of its own block and of its second one."""

from collections.abc import Iterator, Sequence

from visualizer.layout.addresses.cards import lettered
from visualizer.layout.addresses.flow import Flow, Part
from visualizer.layout.addresses.scenery import Scenery, hexadecimal, label_of
from visualizer.layout.blocks.block import Block, Form, Ink
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key
from visualizer.model import HeapObject, Role, Word, second_words, words_of

_HEIGHT = 46
_NARROWEST = 52
_SHOWN = 10
"""The number of items that are written one by one."""
_FAINT = frozenset((Role.SPARE, Role.ROUNDING))
_ADDRESSES = frozenset((Role.ITEMS, Role.TABLE))


def words_part(scene: Scenery, thing: HeapObject, sides: tuple[float, float], top: float) -> Part:
    """Return the words of an object from ``top`` on."""
    own = scene.space.block_at(thing.address)
    start = own.start if own is not None else thing.address
    part = Part(top)
    lines = [(start, words_of(thing, own))]
    if thing.apart:
        lines.append((thing.apart, second_words(thing, scene.space.block_at(thing.apart))))
    for number, (address, words) in enumerate(lines):
        if not words:
            continue
        flow = Flow(sides, part.bottom, _HEIGHT, 4)
        for nth, word in enumerate(_shortened(words)):
            key = Key("word", f"{number}.{nth}")
            flow.add(key, _word(scene, word, address + word.offset))
        part.boxes += flow.boxes
        part.bottom = flow.bottom + 4
    return part


def _shortened(words: Sequence[Word]) -> Iterator[Word]:
    """Join the items beyond the first few into one word."""
    items = [one for one in words if one.role is Role.ITEM]
    rest = items[_SHOWN:] if len(items) > _SHOWN + 1 else []
    for word in words:
        if word not in rest:
            yield word
        elif word is rest[0]:
            yield Word(word.offset, sum(one.size for one in rest), Role.OWN, len(rest))


def _word(scene: Scenery, word: Word, address: int) -> Block:
    title: Text = phrase(f"word-{word.role.value}", n=word.place if word.place is not None else 0)
    value, kind = _value(scene, word)
    size = f"{address & 0xFFFF:04x} · {word.size} B"
    form = Form.FOLDED if word.role in _FAINT else Form.CARD
    lines = (title, Ink.NOTE, 2, 15), (value, Ink.VALUE, 16, 16), (size, Ink.INDEX, 31, 13)
    made = lettered(scene, lines, form, _HEIGHT, least=_NARROWEST)
    made.words[1] = made.words[1]._replace(type=kind)
    if word.serial is not None:
        made.anchors[word.serial] = made.rect.grown(-1)
    return made


def _value(scene: Scenery, word: Word) -> tuple[str, str]:
    """Return the value of a word in a few letters, and its type."""
    if word.serial is not None:
        thing = scene.state.heap.get(word.serial)
        return (label_of(thing), thing.type) if thing is not None else ("?", "")
    if word.role is Role.COUNT:
        return ("∞" if word.number is None else f"{word.number:,}"), ""
    if word.number is None:
        return "", ""
    return (hexadecimal(word.number) if word.role in _ADDRESSES else f"{word.number:,}"), ""
