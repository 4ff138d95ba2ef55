"""Who refers to an object: every reference that the recording shows, and what remains."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from visualizer.explain.slots import slots
from visualizer.model import (
    ClassBody,
    ExceptionBody,
    Function,
    Generator,
    HeapObject,
    Instance,
    Mapping,
    Method,
    Other,
    State,
)
from visualizer.model import Iterator as WalkedIterator


@dataclass(frozen=True, slots=True)
class Referrer:
    """``count`` references of one kind: ``name``, ``global``, ``slot``, ``class``, ``other``, ….

    ``where`` is the name or slot as one writes it; ``holder`` the serial of the object that holds
    it, or None for a frame, whose function is then in ``scope``. The kind ``interpreter`` is what
    remains of the count: references that no picture shows.
    """

    kind: str
    where: str
    count: int
    holder: int | None = None
    scope: str = ""


def referrers(state: State, serial: int) -> tuple[Referrer, ...]:
    """Everything that refers to an object; the counts add up to its reference count.

    Empty for what is not on the heap; for an immortal object nothing is left to the interpreter.
    """
    thing = state.heap.get(serial)
    if thing is None:
        return ()
    found = [*_from_names(state, serial), *_from_objects(state, serial)]
    if thing.refcount is None:
        return tuple(found)
    rest = thing.refcount - sum(referrer.count for referrer in found)
    if rest > 0:
        found.append(Referrer("interpreter", "", rest))
    return tuple(found if rest >= 0 else _without_doubles(found, -rest))


def _without_doubles(found: list[Referrer], too_many: int) -> Iterator[Referrer]:
    """The same with no more references than there are.

    A name of a frame may reach its object through a cell, and a running generator's names are
    those of its frame: one reference, listed twice. The name then counts 0.
    """
    for referrer in found:
        if too_many > 0 and referrer.kind in ("name", "generator local"):
            too_many -= 1
            yield replace(referrer, count=0)
        else:
            yield referrer


def _from_names(state: State, serial: int) -> Iterator[Referrer]:
    for file, names in state.globals.items():
        for name, target in names:
            if target == serial:
                yield Referrer("global", name, 1, scope=file)
    for frames in state.stacks.values():
        for frame in frames:
            if frame.kind == "module":
                continue
            for name, target in frame.locals:
                if target == serial:
                    yield Referrer("name", name, 1, scope=frame.function)


def _from_objects(state: State, serial: int) -> Iterator[Referrer]:
    for holder in state.heap.values():
        for (kind, where), count in Counter(_held(holder, state, serial)).items():
            yield Referrer(kind, where, count, holder=holder.serial)


def _held(holder: HeapObject, state: State, serial: int) -> Iterator[tuple[str, str]]:
    for where, target in slots(holder, state.heap).items():
        if target == serial:
            yield "slot", where
    content = holder.content
    match content:
        case Mapping(entries=entries):
            yield from (("key", "") for key, _ in entries if key == serial)
        case Instance(cls=cls):
            yield from _if(cls == serial, "class")
        case ClassBody(bases=bases):
            yield from (("base", "") for base in bases if base == serial)
        case Function(code=code, closure=closure, defaults=defaults):
            yield from _if(code == serial, "code")
            yield from (("closure", name) for name, cell in closure if cell == serial)
            yield from (("default", "") for default in defaults if default == serial)
        case Method(self=receiver, function=function):
            yield from _if(receiver == serial, "self")
            yield from _if(function == serial, "function")
        case Generator(locals=names):
            yield from (("generator local", name) for name, target in names if target == serial)
        case WalkedIterator(over=over):
            yield from _if(over == serial, "iterator")
        case ExceptionBody(args=args, cause=cause, context=context, traceback=traceback):
            ends = ("args", args), ("cause", cause), ("context", context), ("traceback", traceback)
            yield from (("exception", name) for name, target in ends if target == serial)
        case Other(referents=referents):
            yield from (("other", "") for target in referents if target == serial)


def _if(holds: bool, kind: str) -> Iterator[tuple[str, str]]:
    if holds:
        yield kind, ""
