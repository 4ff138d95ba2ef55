"""Differences that are no faults: the engine knows more than the Python recorder.

The module lists each with its reason, and accepts no more than the reason covers.
"""

import ast
import builtins
import functools
from collections.abc import Container, Iterable, Mapping, Set
from dataclasses import replace

from tests.recorder.matching import Same, step_of, taken_apart, told
from tests.recorder.runs import program_version
from visualizer.model import Code, Event, Frame, FrameKind, HeapObject, Named, State
from visualizer.model.content import ClassBody, Generator, Other, Scalar, Sequence
from visualizer.model.content import Mapping as MappingContent


def is_gain(first: HeapObject, second: HeapObject, pairs: Mapping[int, int], state: State) -> bool:
    """Whether two objects differ only because the engine knows more.

    The Python recorder makes text immortal that its own code contains, and holds builtins, classes
    of the import system and the like while it runs. For a number, a text or a tuple that a call has
    handed out it keeps the count of that moment while no reference leads to it, because it cannot
    ask it then. Some instances get their own dict when it reads them; it misses the dict of some
    others: each recorder reports its own run. An object that the collector finalises can be reached
    while its code runs; the Python recorder shows it as before.
    ``state`` is that of ``first``.
    """
    if first.unreachable and not second.unreachable and first.type == second.type:
        return first.serial not in referred_to(replace(state, heap=reached(state)))
    one, other = without_own_dict(first), without_own_dict(second)
    if told(replace(one, refcount=second.refcount), pairs) != told(other, Same()):
        return False
    if first.refcount == second.refcount:
        return True
    if first.refcount is None or second.refcount is None:
        return isinstance(first.content, Scalar) and first.type == "str"
    if isinstance(first.content, Scalar) and first.content.text.strip("'") in vars(builtins):
        return True  # the modules of either recorder contain some
    is_handed_out = isinstance(first.content, Scalar) or first.type == "tuple"
    if is_handed_out and first.serial not in referred_to(state):
        return True
    return first.refcount > second.refcount and is_shared_with_recorder(first, state.heap)


def without_own_dict(thing: HeapObject) -> HeapObject:
    """Return an object without the part that is its own dict."""
    return replace(thing, parts=tuple(one for one in thing.parts if one.kind != "own namespace"))


def is_shared_with_recorder(thing: HeapObject, heap: Mapping[int, HeapObject]) -> bool:
    """Whether any module may refer to an object: a name, a class, a builtin, all builtins.

    From 3.15 on all classes share the descriptors ``__dict__`` and ``__weakref__``.
    """
    if isinstance(thing.content, MappingContent):
        keys = (heap[key].content for key, _ in thing.content.entries if key in heap)
        return Scalar("'__build_class__'") in keys
    if thing.type == "getset_descriptor":
        return program_version() >= (3, 15)
    return isinstance(thing.content, ClassBody) or thing.type in SHARED


SHARED = frozenset(("str", "builtin_function_or_method", "method_descriptor", "wrapper_descriptor"))


def makes_cells_in_comprehensions(text: str) -> bool:
    """Whether a comprehension of a program makes a function that may use its variables.

    The Python recorder does not ask for these variables before 3.13.2 (``comprehensions.py``).
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    made = (ast.Lambda, ast.GeneratorExp)
    return any(
        isinstance(inner, made)
        for outer in ast.walk(tree)
        if isinstance(outer, ast.ListComp | ast.SetComp | ast.DictComp)
        for inner in ast.walk(outer)
    )


def only_read(first: State, second: State, may_hide: bool) -> State:
    """Return the second state without the variables that the first lacks.

    These are variables of functions and comprehensions that the Python recorder skips
    (``may_hide``), and all names of a class body while a comprehension runs in it, if they refer
    to numbers and text alone: no reference leads to their dict then (``variables.py``).
    """

    def is_unread(its: Frame) -> bool:
        if its.kind is FrameKind.CLASS:
            return its.locals == ()
        return may_hide and its.kind is not FrameKind.MODULE

    def as_read(its: Frame, frame: Frame) -> Frame:
        if is_unread(its):
            frame = replace(frame, locals=read_of(its.locals, frame.locals))
        if may_hide:
            frame = replace(frame, comprehension=read_of(its.comprehension, frame.comprehension))
        return frame

    stacks = {
        thread: tuple(
            as_read(its, frame) for its, frame in zip(first.stacks[thread], frames, strict=True)
        )
        if len(first.stacks.get(thread, ())) == len(frames)
        else frames
        for thread, frames in second.stacks.items()
    }
    return replace(second, stacks=stacks)


def variables_as_read(first: HeapObject, second: HeapObject) -> HeapObject:
    """Return the second, a frame or generator, without the variables that the first lacks."""
    match first.content, second.content:
        case Other(named=told), Other(named=named) as content:
            return replace(second, content=replace(content, named=read_of(told, named)))
        case Generator(locals=told), Generator(locals=named) as content:
            return replace(second, content=replace(content, locals=read_of(told, named)))
    return second


def read_of(told: Named, names: Named) -> Named:
    """Return those of the names that ``told`` contains."""
    return tuple(one for one in names if one[0] in dict(told))


def without_library_operands(
    first: State, second: State, back: Mapping[int, int], living_on: Set[int]
) -> State:
    """Return the second state without the operands that only its stacks have.

    These are builtin functions that the first has lost, text that the Python recorder has made
    immortal because its code contains it (such an operand says nothing), and objects that the
    Python recorder considers freed (``living_on``).
    """

    def is_told(serial: int) -> bool:
        if serial in living_on:
            return False
        thing, its = second.heap[serial], first.heap.get(back.get(serial, 0))
        if its is None or thing.type not in SHARED:
            return thing.type not in SHARED
        return thing.type != "str" or its.refcount is not None or thing.refcount is None

    stacks = {
        thread: tuple(
            replace(frame, operands=tuple(filter(is_told, frame.operands)))
            if frame.operands
            else frame
            for frame in frames
        )
        for thread, frames in second.stacks.items()
    }
    return replace(second, stacks=stacks)


HELD_BY_LIBRARIES = frozenset(
    map(
        repr,
        (
            "Helper for @contextmanager decorator.",
            "Helper for @asynccontextmanager decorator.",
            functools.WRAPPER_ASSIGNMENTS,
            functools.WRAPPER_UPDATES,
            0.1,  # ``slow_callback_duration`` of asyncio's loops
        ),
    )
)
"""Library objects that a program has referred to and that live on in the library."""


def in_words(thing: HeapObject, heap: Mapping[int, HeapObject]) -> str:
    """Return a value, or a tuple of values, as Python writes it; else an empty text."""
    if isinstance(thing.content, Scalar):
        return thing.content.text
    if thing.type != "tuple" or not isinstance(thing.content, Sequence):
        return ""
    items = [in_words(heap[item], heap) for item in thing.content.items if item in heap]
    return f"({', '.join(items)}{',' * (len(items) == 1)})"


def held_unseen(heap: Mapping[int, HeapObject], codes: Mapping[int, Code]) -> set[int]:
    """Return all that functions' globals and the like, code's constants, or libraries hold.

    No name leads to the constants of code once it has run.
    """
    parts = {part.address for thing in heap.values() for part in thing.parts}
    parts.update(one.address for code in codes.values() for one in code.constants)
    waiting = [
        serial
        for serial, thing in heap.items()
        if thing.address in parts
        or in_words(thing, heap) in HELD_BY_LIBRARIES
        or (thing.type == "code" and thing.content == Other((), (), ()))  # the library's
    ]
    return led_to(waiting, heap)


def led_to(serials: Iterable[int], heap: Mapping[int, HeapObject]) -> set[int]:
    """Return those of the serials that are in the heap, and all that they lead to."""
    waiting = [serial for serial in serials if serial in heap]
    found = set(waiting)
    for serial in waiting:
        more = {one for one in taken_apart(heap[serial].content)[1] if one in heap}
        waiting += more - found
        found |= more
    return found


def namespaces_unread(
    first: State, second: State, pairs: Mapping[int, int], living_on: Set[int]
) -> set[int]:
    """Return dicts of class bodies that no reference leads to, as ``__prepare__`` made them.

    The Python recorder knows that they live, but cannot reach them to read their entries, or
    considers them freed (``living_on``); the engine reads them. Returns serials of the second,
    with all that they lead to.
    """
    if not any(one.kind is FrameKind.CLASS for own in first.stacks.values() for one in own):
        return set()
    seen = referred_to(first)
    found = living_on & second.heap.keys() | {
        pairs[one.serial]
        for one in first.heap.values()
        if isinstance(one.content, MappingContent) and one.serial not in seen
        if one.serial in pairs
    }
    return found | led_to(found, second.heap)


def reached(state: State) -> dict[int, HeapObject]:
    """Return the objects that are not flagged as unreachable."""
    return {serial: one for serial, one in state.heap.items() if not one.unreachable}


def referred_to(state: State, dead: Container[int] = ()) -> set[int]:
    """Return the objects that a name, a stack or an object other than ``dead`` refers to."""
    found = {serial for names in state.globals.values() for _, serial in names}
    for frames in state.stacks.values():
        for frame in frames:
            found.update(serial for _, serial in frame.locals)
            found.update(frame.operands)
    for thing in state.heap.values():
        if thing.serial not in dead:
            found.update(taken_apart(thing.content)[1])
    return found


class LivingOn:
    """Objects that the engine knows to live on without a name, as in an unfinished list.

    The Python recorder considers them freed. They must be found again or die. But no list shows the
    objects that the collector holds while the interpreter exits, and the last step may
    come before they die (``in_hand``, with all that only they lead to).
    """

    def __init__(self) -> None:
        self.on: set[int] = set()
        self.in_hand: set[int] = set()
        self.is_over = False
        self.mistaken: set[int] = set()
        self.lost: set[int] = set()
        self.died: set[int] = set()

    def follow(
        self, first: State, second: State, pairs: Mapping[int, int], there: Mapping[int, int]
    ) -> None:
        """Follow a step: ``lost`` and ``died`` are the objects that only one recorder frees now.

        ``there`` has the living objects of the first by the serials of the second.
        """
        freed = step_of(first).freed
        self.lost = {serial for serial in freed if pairs.get(serial) in second.heap}
        self.on |= {pairs[serial] for serial in self.lost}
        if self.is_over:
            self.in_hand |= {pairs[serial] for serial in self.lost}
            self.in_hand = led_to(self.in_hand, second.heap)
        self.is_over = self.is_over or step_of(first).event is Event.FINISH
        self.died = self.on.intersection(step_of(second).freed)
        self.on -= self.died
        self.on.difference_update([one for one in self.on if one in there])
        self._follow_the_mistaken(first, second, there)

    def _follow_the_mistaken(self, first: State, second: State, there: Mapping[int, int]) -> None:
        """An object that nothing visible leads to may have died, with another at its address.

        The Python recorder cannot tell, the engine can.
        """
        died = {one: there[one] for one in step_of(second).freed if one in there}
        if died:
            # The objects that only such an object refers to die with it.
            lost = set(died.values())
            while unseen := lost - self.mistaken - referred_to(first, self.mistaken):
                self.mistaken |= unseen
            self.died |= {one for one, serial in died.items() if serial in self.mistaken}
        gone = self.mistaken.intersection(step_of(first).freed)
        self.lost |= gone
        self.mistaken -= gone
