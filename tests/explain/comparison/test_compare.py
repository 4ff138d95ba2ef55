"""Compares two states: their differences in names, references, objects and counts."""

import sys
from dataclasses import replace
from types import FrameType

from hypothesis import given, settings

from tests.layout.film import Film
from tests.layout.films import films
from visualizer.diagram.words import translate
from visualizer.explain.comparison.differences import Comparison, Difference, Kind, compare
from visualizer.explain.comparison.words import describe_difference, tell_apart
from visualizer.model import (
    ClassBody,
    Content,
    Event,
    ExceptionBody,
    FrameKind,
    Function,
    Generator,
    HeapObject,
    Instance,
    Mapping,
    Named,
    Sequence,
    State,
)

MORE = 100_000
"""The offset of each serial in another run."""


def rerun(state: State) -> State:
    """Return the state as of another run: all serials and addresses differ."""
    heap = {
        serial + MORE: replace(
            thing,
            serial=serial + MORE,
            address=thing.address + 16 * MORE,
            content=content(thing.content),
        )
        for serial, thing in state.heap.items()
    }
    stacks = {
        thread: tuple(
            replace(frame, serial=frame.serial + MORE, locals=named(frame.locals))
            for frame in frames
        )
        for thread, frames in state.stacks.items()
    }
    step = state.step
    assert step is not None
    handed = [None if one is None else one + MORE for one in (step.value, step.exception)]
    return State(
        replace(step, value=handed[0], exception=handed[1]),
        stacks,
        {file: named(names) for file, names in state.globals.items()},
        heap,
    )


def named(names: Named) -> Named:
    return tuple((name, serial + MORE) for name, serial in names)


def content(one: Content) -> Content:
    match one:
        case Sequence(items=items):
            return replace(one, items=tuple(item + MORE for item in items))
        case Mapping(entries=entries):
            moved = tuple((key + MORE, value + MORE) for key, value in entries)
            return replace(one, entries=moved)
        case Instance(cls=cls, attributes=attributes):
            return replace(one, cls=cls + MORE, attributes=named(attributes))
        case ClassBody(attributes=attributes):
            return replace(one, attributes=named(attributes))
        case Function(closure=closure, defaults=defaults):
            defaults = tuple(serial + MORE for serial in defaults)
            return replace(one, closure=named(closure), defaults=defaults)
    return one


def told(comparison: Comparison, level: int = 2) -> list[str]:
    return [translate(describe_difference(one), "en") for one in comparison.up_to(level)]


def of_kind(comparison: Comparison, kind: Kind) -> list[Difference]:
    return [one for one in comparison.differences if one.kind is kind]


def boards(*, deep: bool) -> Film:
    """``board = [[1], [2]]; again`` is a shallow or a deep copy of it."""
    film = Film()
    rows = [film.list(film.number(value)) for value in (1, 2)]
    film.bind("board", film.list(*rows))
    if deep:
        rows = [film.list(film.number(value)) for value in (1, 2)]
    film.bind("again", film.list(*rows))
    return film


# ---- two runs ----


def test_a_run_does_not_differ_from_the_same_run_again() -> None:
    state = boards(deep=True).step()
    assert compare(state, rerun(state), same_run=False).differences == ()


def test_shared_in_one_run_and_copied_in_the_other_is_reported() -> None:
    shallow, deep = boards(deep=False).step(), boards(deep=True).step()
    found = compare(shallow, rerun(deep), same_run=False)
    assert told(found) == [
        "`again[0]` and `board[0]` are the same list in A, two equal ones in B.",
        "`again[1]` and `board[1]` are the same list in A, two equal ones in B.",
    ]
    assert [one.shared for one in found.differences if one.kind is Kind.SHARED] == [0, 0]
    # The copies of B have no counterpart in A.
    assert not found.sides[0].objects
    assert len(found.sides[1].objects) == 2
    assert [*found.sides[0].fields.values()] == [Kind.SHARED] * 2
    assert [*found.sides[1].fields.values()] == [Kind.APART] * 2


def test_a_copy_that_has_changed_is_not_equal() -> None:
    film = boards(deep=True)
    row = film.heap[film.names["again"]].content
    assert isinstance(row, Sequence)
    film.put(row.items[0], Sequence((film.number(9),), 1))
    found = compare(boards(deep=False).step(), rerun(film.step()), same_run=False)
    assert told(found)[0] == (
        "`again[0]` and `board[0]` are the same list in A, two different ones in B."
    )


def test_two_names_of_one_list_against_two_lists() -> None:
    one, other = Film(), Film()
    one.bind("a", one.list())
    one.bind("b", one.names["a"])
    other.bind("a", other.list())
    other.bind("b", other.list())
    found = compare(rerun(other.step()), one.step(), same_run=False)
    assert told(found) == ["`b` and `a` are the same list in B, two equal ones in A."]


def test_values_names_types_and_items_that_differ() -> None:
    one, other = Film(), Film()
    for film, value in ((one, 3), (other, 4)):
        film.bind("n", film.number(value))
    one.bind("kind", one.list())
    other.bind("kind", other.dict())
    one.bind("mine", one.number(1))
    one.bind("xs", one.list(one.number(1)))
    other.bind("xs", other.list(other.number(1), other.number(7)))
    assert told(compare(one.step(), rerun(other.step()), same_run=False)) == [
        "`n`: 3 in A, 4 in B.",
        "`kind`: [] in A, {} in B.",
        "Only in A: `mine`, which is 1.",
        "Only in B: `xs[1]`, which is 7.",
    ]


def test_entries_of_a_dict_are_matched_by_their_keys() -> None:
    one, other = Film(), Film()
    one.bind("d", one.dict((one.number(1), one.number(5)), (one.number(2), one.number(6))))
    other.bind(
        "d", other.dict((other.number(2), other.number(6)), (other.number(1), other.number(8)))
    )
    assert told(compare(one.step(), rerun(other.step()), same_run=False)) == [
        "`d[1]`: 5 in A, 8 in B."
    ]


def test_calls_are_matched_by_function_and_position() -> None:
    one, other = Film(), Film()
    for film in (one, other):
        film.call("work", 3, x=film.number(1))
    other.call("help", 5)
    found = compare(one.step(), rerun(other.step()), same_run=False)
    assert told(found) == ["`help()` is running only in B."]
    assert found.sides[1].calls == {("frame", 3 + MORE)}
    assert not found.sides[0].calls


def test_a_class_body_is_no_call() -> None:
    one, other = Film(), Film()
    other.call("Stack", 5, limit=other.number(3))
    other.calls[-1] = replace(other.calls[-1], kind=FrameKind.CLASS)
    found = compare(one.step(), rerun(other.step()), same_run=False)
    assert "`class Stack` is running only in B." in told(found)


def test_one_program_under_two_versions_of_python_has_their_names() -> None:
    same = "prog.py", "prog.py"
    assert tell_apart(same, ("3.13.5", "3.14.0")) == (
        "prog.py (Python 3.13.5)",
        "prog.py (Python 3.14.0)",
    )
    assert tell_apart(same, ("3.14.0", "3.14.0")) == same
    assert tell_apart(("a.py", "b.py"), ("3.13.5", "3.14.0")) == ("a.py", "b.py")


def test_names_of_calls_come_with_their_function() -> None:
    one, other = Film(), Film()
    one.call("work", 3, x=one.number(1))
    other.call("work", 3, x=other.number(2))
    assert told(compare(one.step(), rerun(other.step()), same_run=False)) == [
        "`work(): x`: 1 in A, 2 in B."
    ]


def test_counts_are_compared_at_levels_with_counts() -> None:
    one, other = Film(), Film()
    for film in (one, other):
        film.bind("a", film.list())
        film.bind("b", film.list(film.names["a"]))
    other.bind("c", other.list(other.names["a"]))
    found = compare(one.step(), rerun(other.step()), same_run=False)
    assert told(found, 3)[-1] == "References to `a`: 2 in A, 3 in B."
    assert not of_kind(found, Kind.COUNT)[0].level <= 2


# ---- two steps of one run ----


def test_within_a_run_objects_are_known_by_their_serials() -> None:
    film = Film()
    film.bind("Node", film.cls("Node"))
    nodes: list[int] = []
    for _ in range(3):
        following = {"next": nodes[-1]} if nodes else {}
        nodes.append(film.instance(film.names["Node"], **following))
    film.bind("tail", nodes[0])
    film.bind("head", nodes[2])
    before = film.step()
    film.put(nodes[2], Instance(film.names["Node"], ()))
    film.put(nodes[1], Instance(film.names["Node"], (("next", nodes[2]),)))
    film.bind("head", nodes[1])
    after = film.step()
    found = compare(before, after, same_run=True)
    first, second = f"Node #{nodes[2]}", f"Node #{nodes[1]}"
    assert told(found) == [
        f"`head` refers to another Node: {first} in A, {second} in B.",
        f"`{second}.next` refers to another Node: Node #{nodes[0]} in A, {first} in B.",
        f"Only in A: `{first}.next`, which is {second}.",
    ]


def test_a_name_that_starts_to_share_a_list() -> None:
    film = Film()
    film.bind("a", film.list())
    film.bind("b", film.list())
    before = film.step()
    film.bind("b", film.names["a"])
    found = compare(before, film.step(), same_run=True)
    assert told(found) == ["`b` and `a` are the same list in B, two equal ones in A."]


def test_a_resumed_generator_is_described_by_its_line_or_state() -> None:
    films = Film(), Film(), Film()
    states = (("suspended", 2), ("suspended", 4), ("closed", 4))
    for film, (state, line) in zip(films, states, strict=True):
        film.bind("g", film.new("generator", Generator(state, line, ())))
    first, second, third = (film.step() for film in films)
    assert told(compare(first, rerun(second), same_run=False)) == [
        "`g` is paused at line 2 in A, at line 4 in B."
    ]
    assert told(compare(second, rerun(third), same_run=False)) == [
        "`g` is in another state: `suspended` in A, `closed` in B."
    ]
    other_text = compare(first, rerun(second), same_run=False, same_text=False)
    assert other_text.differences == ()


def test_long_paths_are_shortened_and_still_distinguishable() -> None:
    films = Film(), Film()
    for film, values in zip(films, ((1, 2), (3, 4)), strict=True):
        film.bind("Node", film.cls("Node"))
        node = film.number(0)
        for depth in range(9):
            names = {"value": film.number(values[depth // 5]), "next": node}
            node = film.instance(film.names["Node"], **names)
        film.bind("head", node)
    paths = [
        one.path
        for one in compare(films[0].step(), rerun(films[1].step()), same_run=False).differences
    ]
    assert "head(.next)×3.value" in paths
    assert len(set(paths)) == len(paths)


def test_a_list_that_was_replaced_by_an_equal_one() -> None:
    film = Film()
    film.bind("a", film.list(film.number(1)))
    before = film.step()
    film.bind("a", film.list(film.number(1)))
    found = compare(before, film.step(), same_run=True)
    assert told(found) == ["`a` refers to another list with an equal value: [1]."]


def test_the_returned_value_is_compared() -> None:
    states = []
    for value in (1, 2):
        film = Film()
        film.call("work", 3)
        states.append(film.step(event=Event.RETURN, value=film.number(value)))
    assert told(compare(states[0], rerun(states[1]), same_run=False)) == [
        "`work(): return`: 1 in A, 2 in B."
    ]


def test_an_exception_of_one_side_is_described_in_words() -> None:
    film = Film()
    film.bind("n", film.number(1))
    quiet = film.step()
    args = film.new("tuple", Sequence((), 0))
    error = film.new("ValueError", ExceptionBody(None, args, None, None, None, ()))
    loud = film.step(event=Event.EXCEPTION, exception=error)
    found = compare(loud, quiet, same_run=True)
    assert "Only in A: an exception, ValueError()." in told(found)


# ---- any states ----


@given(films())
@settings(max_examples=40, deadline=None)
def test_a_state_does_not_differ_from_itself(film: Film) -> None:
    for state in film.states:
        assert compare(state, state, same_run=True).differences == ()
        assert compare(state, rerun(state), same_run=False).differences == ()


@given(films())
@settings(max_examples=40, deadline=None)
def test_sides_exchanged_give_the_same_differences_exchanged(film: Film) -> None:
    for before, after in zip(film.states, film.states[1:], strict=False):
        for same_run in (True, False):
            there = compare(before, after, same_run=same_run)
            back = compare(after, before, same_run=same_run)
            assert {_turned(one) for one in there.differences} == set(back.differences)
            assert there.sides == back.sides[::-1]
            assert there.partners == {two: one for one, two in back.partners.items()}


def test_a_way_through_keys_with_other_numbers_is_the_same_from_both_sides() -> None:
    film = Film()
    film.bind("Node", film.cls("Node"))
    for value in (1, 2):
        key = film.instance(film.names["Node"])
        film.bind("ages", film.dict((key, film.list(film.number(value)))))
        film.step()
    one, other = film.states
    there, back = (compare(*both, same_run=False) for both in ((one, other), (other, one)))
    assert [each.path for each in there.differences] == [each.path for each in back.differences]
    assert there.differences


def _turned(one: Difference) -> Difference:
    return replace(
        one,
        places=one.places[::-1],
        serials=one.serials[::-1],
        texts=one.texts[::-1],
        others=one.others[::-1],
        shared=1 - one.shared if one.kind is Kind.SHARED else 0,
    )


@given(films())
@settings(max_examples=40, deadline=None)
def test_objects_are_matched_one_to_one(film: Film) -> None:
    first, last = film.states[0], film.states[-1]
    found = compare(first, rerun(last), same_run=False)
    assert len(set(found.partners.values())) == len(found.partners)
    for one, other in found.partners.items():
        assert first.heap[one].type == film.states[-1].heap[other - MORE].type


def test_a_cycle_and_a_deep_chain_end() -> None:
    film = Film()
    inner = film.list()
    film.put(inner, Sequence((inner,), 1))
    film.bind("loop", inner)
    chain = film.list()
    for _ in range(5_000):
        chain = film.list(chain)
    film.bind("chain", chain)
    before = film.step()
    film.bind("chain", film.list(chain))
    after = film.step()
    found = compare(before, after, same_run=True)
    assert [one.path for one in found.up_to(2)] == ["chain"]
    crossed = compare(before, rerun(after), same_run=False)
    assert [one.kind for one in crossed.up_to(2)] == [Kind.ONLY]
    assert len(crossed.differences[0].path) < 100


def calls_to_compare(count: int) -> float:
    """Count the interpreter's calls for each object while comparing lists."""
    film = Film()
    film.bind("xs", film.list(*(film.list(film.number(n)) for n in range(count))))
    state = film.step()
    other, calls = rerun(state), 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        compare(state, other, same_run=False)
    finally:
        sys.setprofile(None)
    return calls / len(state.heap)


def test_an_object_costs_fifty_calls_however_many_there_are() -> None:
    few, many = calls_to_compare(150), calls_to_compare(1_500)
    assert max(few, many) < 50
    assert many < 1.05 * few


def test_objects_beyond_the_most_are_not_compared() -> None:
    things = {
        n: HeapObject(n, "list", 16 * n, 1, 56, Sequence((n + 1,), 1)) for n in range(1, 30_000)
    }
    film = Film()
    state = film.step()
    state.heap.update(things)
    state.globals["prog.py"] = (("a", 1),)
    assert not compare(state, state, same_run=True).is_whole
