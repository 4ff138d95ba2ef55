"""Whether an object that a step lists first is new, or was there before."""

from collections.abc import Callable, Collection

from visualizer.explain.source.statements import lines_of, statements
from visualizer.explain.steps.frames import FrameChange
from visualizer.model import (
    ClassBody,
    Delta,
    ExceptionBody,
    Function,
    HeapObject,
    Instance,
    Module,
)

_OF_CLASSES_IN_C = ("method_descriptor", "wrapper_descriptor")
"""The types of methods that existed before the program began."""


def appearance(
    thing: HeapObject,
    constants: Callable[[], frozenset[int]],
    finds: Callable[[], tuple[bool, bool]],
    classes: Callable[[], frozenset[int]],
    lines: Callable[[], Collection[range]],
) -> tuple[str, str]:
    """Return the key and icon for an object that was not listed before.

    ``lines`` are those of the statements that ran: only they create functions of the program.
    """
    if thing.is_immortal:
        return "immortal-seen", "immortal"
    if thing.address in constants():
        return "constant-seen", "gain"
    # The line may have created it, or only read it from elsewhere; a trace lists reachable objects.
    only_finds, imports = finds()
    is_found = only_finds and (thing.refcount != 1 or imports)
    is_found |= isinstance(thing.content, Module) or thing.type in _OF_CLASSES_IN_C
    body = thing.content if isinstance(thing.content, ClassBody) else None
    is_of_library = body is not None and not body.bases and not body.attributes
    is_found |= is_of_library and thing.serial in classes()
    # A library's function has no code in the recording. It is old if its module refers to it, too.
    if isinstance(thing.content, Function):
        line, is_of_program = thing.content.line, bool(thing.content.code)
        is_found |= not is_of_program and thing.refcount != 1
        is_found |= is_of_program and not any(line in one for one in lines())
    if not thing.is_measured or is_found:
        return "object-seen", "gain"
    return "object-new", "gain"


def lines_that_ran(change: FrameChange | None) -> Collection[range]:
    """Return the lines of the statements that a step has run, or that its calls are in."""
    if change is None:
        return ()
    frames = (*change.before.stacks.get(change.step.thread, ())[-1:], change.was, change.caller)
    places = {(one.file, one.line) for one in frames if one is not None}
    found = (statements(change.sources.get(file, "")).get(line, ()) for file, line in places)
    return [lines_of(one.node) for some in found for one in some]


def classes_in_use(delta: Delta) -> frozenset[int]:
    """Return the classes of the objects that a step lists first, and the bases of its classes.

    Such a class existed before the object that needs it.
    """
    found = set[int]()
    for change in delta.objects:
        match change.new.content if change.old is None and change.new is not None else None:
            case Instance(cls=cls) | ExceptionBody(cls=int(cls)):
                found.add(cls)
            case ClassBody(bases=bases):
                found.update(bases)
    return frozenset(found)
