"""Explains why an object is alive: the shortest path to it from a name or a stack."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from visualizer.explain.naming import describe
from visualizer.explain.references.holding import held_by
from visualizer.explain.references.slots import slots
from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import FrameKind, HeapObject, State, main_file, module_name, scope_name
from visualizer.model.scopes import COMPREHENSION

_MIN_CHAIN = 3
"""The minimum number of equal hops in a row that are summarised."""

type Root = tuple[int, Sentence]
"""An object, and the reference to it in words."""


@dataclass(frozen=True, slots=True)
class Hop:
    """A part of a path in words; ``serial`` is the object it starts from, None for a name."""

    words: Sentence
    serial: int | None = None


def why_alive(state: State, serial: int) -> tuple[Hop, ...]:
    """Return the path to an object, beginning with the name.

    If no name reaches it, the path begins at a frame's stack. Empty if no stack reaches it either:
    only a cycle or the interpreter keeps it alive, or it is in transit.
    """
    roots = list(_roots(state))
    before = _breadth_first(state, serial, roots)
    if serial not in before:
        roots = list(_on_stacks(state))
        before = _breadth_first(state, serial, roots)
    if serial not in before or serial not in state.heap:
        return ()
    way = [serial]
    while (holder := before[way[-1]]) is not None:
        way.append(holder)
    way.reverse()
    root = next(root for target, root in roots if target == way[0])
    return (Hop(root), *_hops(state, way))


def _breadth_first(state: State, goal: int, roots: list[Root]) -> dict[int, int | None]:
    """Map each object to the one that reached it first, until the goal; roots map to None."""
    before: dict[int, int | None] = {target: None for target, _ in roots}
    waiting = deque(before)
    while waiting and goal not in before:
        holder = waiting.popleft()
        for _, target in held_by(state.heap[holder]):
            if target not in before:
                before[target] = holder
                waiting.append(target)
    return before


def _on_stacks(state: State) -> Iterator[Root]:
    """Yield the objects on the stacks: iterators of loops and pending operands."""
    for stack in state.stacks.values():
        for frame in stack:
            for target in frame.operands:
                yield target, sentence("refers-stack", "", target, holder=scope_name(frame, state))


def _roots(state: State) -> Iterator[Root]:
    """Yield the targets of the program's names, with the names."""
    own = main_file(state)
    for file, names in state.globals.items():
        scope = module_name(file, own)
        for name, target in names:
            yield target, sentence("refers-name", "", target, name=name, scope=scope)
    for stack in state.stacks.values():
        for frame in stack:
            names = () if frame.kind is FrameKind.MODULE else frame.locals
            for where, bound in ((frame.function, names), (COMPREHENSION, frame.comprehension)):
                for name, target in bound:
                    yield target, sentence("refers-name", "", target, name=name, scope=where)


def _hops(state: State, way: list[int]) -> Iterator[Hop]:
    hops = [Hop(_place(state, holder, target), holder) for holder, target in pairwise(way)]
    for _, alike in groupby(hops, key=lambda hop: _kind_of_hop(state, hop)):
        run = list(alike)
        words = run[0].words
        if len(run) >= _MIN_CHAIN and words.key == "refers-slot":
            chain = sentence(
                "path-chain", "", run[0].serial, **dict(words.arguments), times=len(run)
            )
            yield Hop(chain, run[0].serial)
        else:
            yield from run


def _kind_of_hop(state: State, hop: Hop) -> tuple[str, object]:
    """Return a key that is equal for equal hops: the type of the start, and the slot."""
    holder = state.heap[hop.serial or 0]
    return holder.type, dict(hop.words.arguments).get("slot", hop.serial)


def _place(state: State, holder: int, target: int) -> Sentence:
    """Return the slot of a holder that refers to the target, in the words of the ledger."""
    heap = state.heap
    named = describe(holder, heap)
    for slot, found in slots(heap[holder], heap).items():
        if found == target:
            return sentence("refers-slot", "", holder, slot=slot, holder=named)
    return sentence(f"refers-{_kind(heap[holder], target)}", "", holder, holder=named)


def _kind(holder: HeapObject, target: int) -> str:
    kind = next(kind for kind, found in held_by(holder) if found == target)
    return kind.replace(" ", "-")
