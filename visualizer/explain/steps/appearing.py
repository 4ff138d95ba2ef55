"""Whether an object that a step lists first is new, or was there before."""

from collections.abc import Callable

from visualizer.model import (
    ClassBody,
    Content,
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
    finds: Callable[[], bool],
    classes: Callable[[], frozenset[int]],
) -> tuple[str, str]:
    """Return the key and icon for an object that was not listed before."""
    if thing.is_immortal:
        return "immortal-seen", "immortal"
    if thing.address in constants():
        return "constant-seen", "gain"
    # The line may have created it, or only read it from elsewhere; a trace lists reachable objects.
    is_found = thing.refcount != 1 and finds()
    is_found |= isinstance(thing.content, Module) or thing.type in _OF_CLASSES_IN_C
    is_found |= _is_of_library(thing.content) and thing.serial in classes()
    # A library's function has no code in the recording. It is old if its module refers to it, too.
    is_old = isinstance(thing.content, Function) and not thing.content.code
    is_found |= is_old and thing.refcount != 1
    if not thing.is_measured or is_found:
        return "object-seen", "gain"
    return "object-new", "gain"


def _is_of_library(content: Content) -> bool:
    return isinstance(content, ClassBody) and not content.bases and not content.attributes


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
