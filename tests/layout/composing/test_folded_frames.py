"""A frame folded to a line shows as many values as fit, the informative ones first."""

from dataclasses import replace

from tests.layout.blocks.test_frames import maker_of
from tests.layout.film import Film
from visualizer.layout.blocks.frames import FrameContent, FrameRow, folded_content, frame_content
from visualizer.layout.composing.folded_frames import folded
from visualizer.layout.picture import Key, Slot
from visualizer.model import Scalar


def line(function: str, width: float) -> list[str]:
    """Return the texts of the folded frame of a call whose only name refers to a list."""
    film = Film()
    film.bind("items", film.list(*(film.number(n) for n in range(7))))
    film.step()
    row = FrameRow("items", Slot("name", "items"), film.names["items"])
    made = folded(maker_of(film), FrameContent(Key("frame", 1), function, 0, (row,)), width)
    assert all(words.rect.right <= width for words in made.words)
    return [str(words.text) for words in made.words]


def test_a_value_is_shortened_before_it_is_left_out() -> None:
    whole, short = line("go", 300), line("permutations", 210)
    assert whole[:2] == ["go", "items "]
    assert short[:2] == ["permutations", "items "]
    assert short[2].startswith("→ [0")
    assert len(short[2]) < len(whole[2])


def test_a_long_function_name_is_shortened_for_one_value() -> None:
    assert line("permutations", 150) == ["perm…", "items ", "→ [0,…]"]
    assert len(line("permutations", 60)) == 1


def texts(film: Film, width: float, /, *head: str, **names: int) -> list[str]:
    """Return the texts of the folded frame of a call; ``head`` is that of its function, if any."""
    film.call("hanoi", 2, **names)
    film.step()
    maker = maker_of(film, "".join(f"{one}: ..." for one in head))
    call = frame_content(maker, Key("frame", 1), "hanoi", 2, names.items())
    return [str(words.text) for words in folded(maker, call, width).words]


def test_plain_values_come_first_and_mere_types_last() -> None:
    film = Film()
    stack, node = film.cls("Stack"), film.cls("Node")
    begin = film.instance(stack, items=film.list())
    top = film.instance(node, key=film.number(50))
    names = {"begin": begin, "top": top, "n": film.number(3)}
    shown = ["hanoi", "n ", "3", "top ", "→ Node 50", "begin ", "→ Stack"]
    assert texts(film, 400, **names) == shown
    assert texts(film, 230, **names) == shown[:5]


def test_arguments_come_before_variables() -> None:
    film = Film()
    items = film.list(film.number(10), film.number(3))
    names = {"items": items, "n": film.number(3), "middle": film.number(4)}
    shown = ["hanoi", "n ", "3", "items ", "→ [10, 3]", "middle ", "4"]
    assert texts(film, 400, "def hanoi(items, /, *, n=1)", **names) == shown
    assert texts(film, 400, "def other(items)", **names) == [*shown[:3], *shown[5:], *shown[3:5]]


def test_a_value_without_room_is_left_out_alone() -> None:
    film = Film()
    node = film.instance(film.cls("BinarySearchTreeNode"), data=film.number(1000))
    names = {"n": film.number(3), "node": node, "key": film.number(4)}
    assert texts(film, 180, "def hanoi(n, node)", **names) == ["hanoi", "n ", "3", "key ", "4"]


def test_a_long_type_leaves_room_for_the_identifying_value() -> None:
    film = Film()
    cls = film.cls("BinarySearchTreeNode")
    node = film.instance(cls, data=film.new("str", Scalar("'India'")))
    assert texts(film, 240, self=node) == ["hanoi", "self ", "→ BinarySea… 'India'"]


def test_one_identifying_value_is_better_than_two_types() -> None:
    film = Film()
    cls = film.cls("Time")
    names = {name: film.instance(cls, seconds=film.number(35100)) for name in ("start", "end")}
    assert texts(film, 240, **names) == ["hanoi", "start ", "→ Time 35100"]


def test_a_folded_frame_has_the_names_that_may_differ_and_self_last_where_none_is_known() -> None:
    rows = tuple(FrameRow(name, Slot("name", name), 1) for name in ("self", "items", "lowest"))
    call = FrameContent(Key("frame", 1), "search", 3, rows)
    assert folded_content(call).rows == (*rows[1:], rows[0])
    differing = replace(call, differing=frozenset({"self", "lowest"}))
    assert folded_content(differing).rows == (rows[0], rows[2])
