"""Why an object is alive: the path to it from a name."""

from dataclasses import replace

from hypothesis import given, settings

from tests.layout.film import Film, targets
from tests.layout.films import films
from visualizer.diagram.words import translate
from visualizer.explain.references.roots import Hop, why_alive
from visualizer.explain.sentence import sentence
from visualizer.model import State


def told(hops: tuple[Hop, ...]) -> list[str]:
    return [translate(hop.words, "en") for hop in hops]


def chain(film: Film, length: int) -> list[int]:
    """Return instances that refer to each other by ``next``, the first named ``head``."""
    film.bind("Node", film.cls("Node"))
    film.bind("end", film.list())
    nodes = [film.names["end"]]
    for _ in range(length):
        nodes.append(film.instance(film.names["Node"], next=nodes[-1]))
    film.bind("head", nodes[-1])
    del film.names["end"]
    return nodes[::-1]


def test_a_name_is_reason_enough() -> None:
    film = Film()
    film.bind("a", film.list())
    (hop,) = why_alive(film.step(), film.names["a"])
    assert (translate(hop.words, "en"), hop.serial) == ("name `a` in the module", None)


def test_an_object_without_a_name_may_lie_on_a_stack() -> None:
    film = Film()
    inner = film.list()
    outer = film.list(inner)
    film.call("work", 3, x=outer)
    state = film.step()
    frame = replace(state.stacks[1][-1], locals=(), operands=(outer,))
    stack = (*state.stacks[1][:-1], frame)
    state = replace(state, stacks={1: stack})
    assert told(why_alive(state, inner)) == [
        "held temporarily by the interpreter in `work`",
        f"`[0]` of list #{outer}",
    ]


def test_the_stack_of_the_module_is_named_in_words() -> None:
    said = sentence("refers-stack", holder="<module>")
    assert translate(said, "en") == "held temporarily by the interpreter in the module"
    assert translate(said, "ko") == "모듈에서 인터프리터가 잠시 가리킴"


def test_a_local_name_of_a_call_is_a_reason() -> None:
    film = Film()
    film.call("work", 3, x=film.list())
    state = film.step()
    assert told(why_alive(state, state.frames[-1].locals[0][1])) == ["name `x` in work"]


def test_the_shortest_path_is_given() -> None:
    film = Film()
    inner = film.list()
    film.bind("a", film.list(film.list(inner)))
    film.bind("b", film.list(inner))
    b = film.names["b"]
    assert told(why_alive(film.step(), inner)) == [
        "name `b` in the module",
        f"`[0]` of list #{b}",
    ]


def test_a_long_chain_is_given_in_one_line() -> None:
    film = Film()
    nodes = chain(film, 9)
    assert told(why_alive(film.step(), nodes[-1])) == [
        "name `head` in the module",
        f"`.next` × 9, starting at Node #{nodes[0]}",
    ]
    assert told(why_alive(film.states[-1], nodes[2])) == [
        "name `head` in the module",
        f"`.next` of Node #{nodes[0]}",
        f"`.next` of Node #{nodes[1]}",
    ]


def test_an_object_that_no_name_reaches_has_no_reason() -> None:
    film = Film()
    film.bind("a", film.list())
    state = film.step()
    state.globals = dict.fromkeys(state.globals, ())
    assert why_alive(state, film.names["a"]) == ()
    assert why_alive(state, 999) == ()


def reached(state: State) -> set[int]:
    waiting = [serial for names in state.globals.values() for _, serial in names]
    waiting += [serial for frame in state.frames for _, serial in frame.locals]
    found: set[int] = set()
    while waiting:
        serial = waiting.pop()
        if serial not in found:
            found.add(serial)
            waiting += targets(state.heap[serial].content)
    return found


@given(films())
@settings(max_examples=30, deadline=None)
def test_there_is_a_way_to_all_that_names_lead_to_and_to_nothing_else(film: Film) -> None:
    for state in film.states:
        reachable = reached(state)
        for serial in state.heap:
            hops = why_alive(state, serial)
            assert bool(hops) == (serial in reachable)
            assert all(translate(hop.words, "ko") for hop in hops)


def test_a_name_of_another_file_comes_with_that_file() -> None:
    film = Film()
    film.bind("a", film.list())
    state = film.step()
    names = next(iter(state.globals.values()))
    state.globals = {"prog.py": (), "other.py": names}
    state = replace(state, stacks={})
    assert told(why_alive(state, film.names["a"])) == ["name `a` in other.py"]
