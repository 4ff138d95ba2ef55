"""What is told of unreachable objects that hang together, and where."""

from visualizer.diagram.island_area import Area
from visualizer.diagram.islands import Island, Known, islands
from visualizer.layout import (
    Arrow,
    Box,
    Card,
    CardKind,
    FixedMeasure,
    Phrase,
    Picture,
    Point,
    Rect,
    Region,
    RegionKind,
    Slot,
    TextStyle,
    object_key,
    phrase,
)

WIDE, HIGH = 200.0, 80.0
HEAP = Rect(0, 0, 1600, 900)


def card(serial: int, x: float, y: float, *, unreachable: bool = True) -> Box:
    inside = Card(CardKind.CARD, "Node", "", 26, (), WIDE, HIGH)
    rect = Rect(x, y, WIDE, HIGH)
    return Box(object_key(serial), inside, rect, unreachable=unreachable)


def arrow(one: Box, other: Box) -> Arrow:
    start, end = Point(one.rect.right, one.rect.y + 40), Point(other.rect.x, other.rect.y + 40)
    middle = (start.x + end.x) / 2
    points = (start, Point(middle, start.y), Point(middle, end.y), end)
    assert other.serial is not None
    return Arrow(one.key, Slot("attribute", "next"), other.serial, points, start, card=one.key)


def told(*boxes: Box, held: tuple[tuple[int, int], ...], heap: Rect = HEAP) -> tuple[Island, ...]:
    """The islands among cards, of which each pair of ``held`` is a reference."""
    found = {box.serial: box for box in boxes}
    arrows = tuple(arrow(found[one], found[other]) for one, other in held)
    ground = Region(RegionKind.HEAP, heap, "Heap", "")
    picture = Picture(boxes, arrows, (ground,), heap)
    apart = [box for box in boxes if box.unreachable]
    known = Known({}, {box.serial: 48 for box in apart if box.serial is not None})
    return islands(picture, apart, known, FixedMeasure())


def grounds_of_cards(area: Area) -> list[Rect]:
    """The pieces that are not for words alone."""
    return [piece for piece in area.pieces if not holds_words_alone(piece, area)]


def holds_words_alone(piece: Rect, area: Area) -> bool:
    return any(words.width and words.united(piece) == piece for words in (area.title, area.words))


def test_what_hangs_together_is_one_island_in_one_piece_beside_others() -> None:
    # So near to a reachable card that only the ground around theirs would touch it.
    live = card(9, 60, 80, unreachable=False)
    cards = card(1, 60, 190), card(2, 500, 210), card(3, 900, 210)
    (island,) = told(live, *cards, held=((1, 1), (1, 2), (1, 3), (2, 3), (3, 2)))
    assert island.keys == {box.key for box in cards}
    (whole,) = grounds_of_cards(island.area)
    assert all(box.rect.united(whole) == whole for box in cards)
    assert not any(live.rect.overlaps(piece) for piece in island.area.pieces)
    assert island.size == phrase("island-size", n=3, size="144 B")


def test_an_island_around_what_is_reached_says_once_what_it_is() -> None:
    live = card(9, 500, 210, unreachable=False)
    cards = card(1, 60, 210), card(2, 900, 210)
    (island,) = told(live, *cards, held=((1, 2), (2, 1)))
    assert len(grounds_of_cards(island.area)) == 2
    assert island.size == phrase("island-size", n=2, size="96 B")
    for box in cards:
        assert any(box.rect.united(piece) == piece for piece in island.area.pieces)
    for piece in island.area.pieces:
        assert not piece.overlaps(live.rect)
        assert piece.united(HEAP) == HEAP
    assert island.area.title.width
    assert island.area.words.width


def test_an_island_stays_on_the_heaps_ground() -> None:
    narrow = Rect(0, 0, 420, 400)
    (island,) = told(card(1, 210, 200), held=((1, 1),), heap=narrow)
    assert all(piece.right <= narrow.right for piece in island.area.pieces)
    assert island.area.title.width


def test_its_words_have_room_for_all_their_letters() -> None:
    measure = FixedMeasure()
    (island,) = told(card(1, 300, 200), held=((1, 1),))
    for words in island.words:
        text = words.key if isinstance(words, Phrase) else words
        assert island.area.words.width >= len(text) * 7.4 + 32
    assert measure.width(island.title, TextStyle.TITLE) < island.area.title.width


def test_two_islands_are_told_of_each_by_itself() -> None:
    cards = [card(n, 60 + 320 * column, 120 + 180 * row) for n, (column, row) in
             enumerate(((0, 0), (1, 0), (0, 1), (1, 1)), 1)]  # fmt: skip
    one, other = told(*cards, held=((1, 2), (2, 1), (3, 4), (4, 3)))
    assert one.keys | other.keys == {box.key for box in cards}
    assert not any(a.overlaps(b) for a in one.area.pieces for b in other.area.pieces)
    assert one.area.title.width
    assert other.area.title.width


def test_only_of_what_is_in_one_cycle_it_is_said_that_each_keeps_the_other() -> None:
    cards = card(1, 60, 210), card(2, 500, 210), card(3, 900, 210)
    (ring,) = told(*cards, held=((1, 2), (2, 3), (3, 1)))
    assert ring.words[0] == phrase("island-why")
    (tail,) = told(*cards, held=((1, 2), (2, 1), (2, 3)))
    assert tail.words[0] == phrase("island-why-cycles")
    (alone,) = told(cards[0], held=((1, 1),))
    assert alone.words[0] == phrase("island-why-one")
