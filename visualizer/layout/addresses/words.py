"""The words of one object: the meaning of each byte of its own block and of its second one."""

from collections.abc import Iterator, Sequence

from visualizer.layout.addresses.flow import Flow
from visualizer.layout.addresses.scenery import Scenery, hexadecimal, label_of
from visualizer.layout.blocks.block import Align, Block, Form, Ink, Shape
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Rect
from visualizer.layout.sheet import Placed
from visualizer.model import HeapObject, Role, Word, second_words, words_of

_HEIGHT = 46
_PAD = 7
_NARROWEST = 52
_SHOWN = 10
"""The number of items that are written one by one."""
_FAINT = frozenset((Role.SPARE, Role.ROUNDING))
_ADDRESSES = frozenset((Role.ITEMS, Role.TABLE))


def word_boxes(
    scene: Scenery, thing: HeapObject, sides: tuple[float, float], top: float
) -> tuple[list[Placed], float]:
    """Return the words of an object from ``top`` on, and their lower end."""
    left, right = sides
    own = scene.space.block_at(thing.address)
    start = own.start if own is not None else thing.address
    boxes: list[Placed] = []
    lines = [(start, words_of(thing, own))]
    if thing.apart:
        lines.append((thing.apart, second_words(thing, scene.space.block_at(thing.apart))))
    for number, (address, words) in enumerate(lines):
        if not words:
            continue
        flow = Flow(left, top, right, _HEIGHT, 4)
        for nth, word in enumerate(_shortened(words)):
            key = Key("word", f"{number}.{nth}")
            flow.add(key, _word(scene, word, address + word.offset))
        boxes += flow.boxes
        top = flow.bottom + 4
    return boxes, top


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
    width = max(
        scene.text_width(title, Ink.NOTE),
        scene.text_width(value, Ink.VALUE),
        scene.text_width(size, Ink.INDEX),
    )
    made = Block(max(_NARROWEST, width + 2 * _PAD), _HEIGHT)
    form = Form.FOLDED if word.role in _FAINT else Form.CARD
    made.shapes.append(Shape(made.rect, form))
    if word.serial is not None:
        made.anchors[word.serial] = made.rect.grown(-1)
    made.write(title, Ink.NOTE, Rect(0, 2, made.width, 15), Align.CENTRE)
    made.write(value, Ink.VALUE, Rect(0, 16, made.width, 16), Align.CENTRE, kind)
    made.write(size, Ink.INDEX, Rect(0, 31, made.width, 13), Align.CENTRE)
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
