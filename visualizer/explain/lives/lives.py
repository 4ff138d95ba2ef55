"""An object's life over a recording: its first and last step, and the last references to it.

The last references are those of the step before the death that the step of the death lacks. If
several disappeared, all are reported. No reference is found for a value in transit, or one that
only the interpreter held.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from visualizer.explain.references.holding import held_by
from visualizer.explain.references.slots import slots
from visualizer.explain.source.functions import function_name
from visualizer.model import (
    Delta,
    Event,
    FrameKind,
    Heap,
    HeapObject,
    Life,
    Named,
    ObjectChange,
    State,
)
from visualizer.model.delta import Steps
from visualizer.model.scopes import COMPREHENSION, is_result


@dataclass(frozen=True, slots=True)
class LostReference:
    """A reference that disappeared; ``KINDS`` orders the kinds by relevance:

    - ``rebound``, ``deleted``: the name ``where`` of ``scope``, a function or a file's module;
    - ``frame ended``: such a name, with its frame;
    - ``replaced``, ``removed``: the slot ``where`` of the object ``holder``, which lives on;
    - ``dropped``: a place of such an object that source cannot name, such as a set's;
    - ``holder died``: the object ``holder`` died in the same step;
    - ``not kept``: ``scope`` returned or yielded it, and nothing stored it;
    - ``collector``: it was in a cycle that a collection of generation ``where`` freed.
    """

    kind: str
    where: str = ""
    scope: str = ""
    holder: int | None = None


KINDS = (
    *("collector", "rebound", "deleted", "replaced", "removed", "dropped", "frame ended"),
    *("not kept", "holder died"),
)


def losses_of(life: Life, steps: Steps) -> tuple[LostReference, ...]:
    """Return the last references to an object; none if it lives on, or if none was found.

    Reads only the step of the death and the one before.
    """
    if life.died is None or life.died < 2:
        return ()
    delta = steps.delta(life.died)
    return last_references(steps.seek(life.died - 1), delta, life.serial)


def last_references(
    before: State,
    delta: Delta,
    serial: int,
    sources: Mapping[str, str] = MappingProxyType({}),
    removed: Mapping[int, Iterable[ObjectChange]] | None = None,
) -> tuple[LostReference, ...]:
    """Return the references to an object that ``delta`` removed, the most relevant first.

    ``before`` is the state before ``delta`` is applied; ``sources`` (text by file) tells methods
    of the same name apart. ``removed`` are the ``removals`` of ``delta``, if the caller has them.
    """
    changes = (removals(delta) if removed is None else removed).get(serial, ())
    found = [
        *(
            LostReference("collector", str(run.generation))
            for run in delta.step.collections
            if serial in run.freed
        ),
        *chain.from_iterable(_lost(one.old, one.new, serial, one.file) for one in delta.globals),
        *_frames_lost(before, delta, serial, sources),
        *_places_lost(before, changes, serial),
    ]
    step = delta.before
    if step is not None and step.value == serial and step.event in (Event.RETURN, Event.YIELD):
        found.append(LostReference("not kept", scope=function_name(step, before, sources)))
    return tuple(sorted(found, key=lambda loss: KINDS.index(loss.kind)))


def _frames_lost(
    before: State, delta: Delta, serial: int, sources: Mapping[str, str]
) -> Iterator[LostReference]:
    for stack in delta.stacks:
        for frame, new in stack.frames():
            if frame is None:
                continue
            inner = new.comprehension if new is not None else ()
            yield from _lost(frame.comprehension, inner, serial, COMPREHENSION)
            if frame.kind is FrameKind.MODULE:
                continue
            function = function_name(frame, before, sources)
            if new is None:
                names = (name for name, target in frame.locals if target == serial)
                yield from (LostReference("frame ended", name, function) for name in names)
            else:
                yield from _lost(frame.locals, new.locals, serial, function)


def _lost(old: Named | None, new: Named | None, serial: int, scope: str) -> Iterator[LostReference]:
    now = dict(new or ())
    for name, target in old or ():
        # A comprehension passes its result on: its own was not the last reference.
        if target == serial and now.get(name) != serial and not is_result(name):
            yield LostReference("rebound" if name in now else "deleted", name, scope)


def removals(delta: Delta) -> dict[int, list[ObjectChange]]:
    """Return, by object, the changes of the other objects that dropped their references to it."""
    found: defaultdict[int, list[ObjectChange]] = defaultdict(list)
    for change in delta.objects:
        old, new = change.old, change.new
        # Most changes are of counts alone.
        if old is None or (new is not None and new.content is old.content):
            continue
        kept = {target for _, target in held_by(new)} if new is not None else set()
        for target in {target for _, target in held_by(old)} - kept - {change.serial}:
            found[target].append(change)
    return found


def _places_lost(
    before: State, changes: Iterable[ObjectChange], serial: int
) -> Iterator[LostReference]:
    for change in changes:
        old, new = change.old, change.new
        assert old is not None
        where = _place(old, before.heap, serial)
        if new is None:
            yield LostReference("holder died", where, "", change.serial)
        elif where:
            kept = where in slots(new, before.heap)
            yield LostReference("replaced" if kept else "removed", where, "", change.serial)
        else:
            yield LostReference("dropped", holder=change.serial)


def _place(thing: HeapObject, heap: Heap, serial: int) -> str:
    """Return the slot in source notation; empty if there is none, as for a member of a set."""
    found = (place for place, target in slots(thing, heap).items() if target == serial)
    return next((place for place in found if not place.startswith("{")), "")
