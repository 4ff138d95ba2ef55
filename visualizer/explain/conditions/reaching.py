"""Finds the targets of names, attributes and items."""

from visualizer.explain.conditions.computing import taken, whole
from visualizer.explain.conditions.seen import Seen
from visualizer.explain.recorded_values import (
    MOST_ITEMS,
    doubt,
    lineage,
    refuse_own_looks,
    unavailable,
)
from visualizer.explain.source.scopes import class_around, mangled, own_names
from visualizer.model import (
    ClassBody,
    ExceptionBody,
    Function,
    Mapping,
    Scalar,
    Sequence,
    Thing,
    Unavailable,
)

_SLOTS = ("member_descriptor", "getset_descriptor")


def bound(seen: Seen, name: str) -> int | None:
    """Return the target of a name in the innermost call; None if it is unbound."""
    found = seen.local_name(name)
    if found is not None:
        return found
    running = seen.running()
    if running is not None:
        file, function, line = running
        if name in own_names(seen.sources.get(file, ""), function, line):
            # The name is local but unbound: Python would not use a global.
            return None
    return seen.global_name(name)


def attribute(seen: Seen, of: object, name: str, text: str, of_text: str) -> int:
    """Return the target of an attribute of a value."""
    name = _mangled(seen, name)
    _refuse_none(of, of_text)
    if not isinstance(of, Thing):
        raise doubt("condition.not_recorded", text)
    instance = seen.attribute(of.serial, name)
    if instance is not None:
        return _of_instance(seen, *instance, name, text)
    one = seen.shown(of.serial)
    match None if one is None else one.content:
        case ClassBody():
            return _of_class(seen, of.serial, name, text)
        case ExceptionBody(args=int(args)) if name == "args":
            return args
        case ExceptionBody(attributes=attributes) if name in dict(attributes):
            return dict(attributes)[name]
    raise doubt("condition.not_recorded", text)


def _mangled(seen: Seen, name: str) -> str:
    """Return a private name as mangled by the class around the innermost call."""
    running = seen.running() if name.startswith("__") else None
    if running is None:
        return name
    file, function, line = running
    return mangled(name, class_around(seen.sources.get(file, ""), function, line))


def _of_instance(seen: Seen, cls: int, own: int | None, name: str, text: str) -> int:
    held = lineage(cls, seen)
    if held is None or "__getattribute__" in held:
        # A class with unknown bases may look up attributes in any way.
        raise doubt("condition.runs_code", text)
    inherited = held.get(name)
    if own is None:
        if inherited is not None:
            return _as_it_stands(seen, inherited, text)
        raise doubt(
            "condition.runs_code" if "__getattr__" in held else "condition.no_attribute", text
        )
    if inherited is not None:
        one = seen.shown(inherited)
        if one is None or one.type not in _SLOTS:
            _as_it_stands(seen, inherited, text, Function)
    return own


def _of_class(seen: Seen, serial: int, name: str, text: str) -> int:
    held, one = lineage(serial, seen), seen.shown(serial)
    if held is None or one is None or one.type != "type":
        raise doubt("condition.runs_code", text)
    if name not in held:
        raise doubt("condition.no_attribute", text)
    return _as_it_stands(seen, held[name], text, Function)


def _as_it_stands(seen: Seen, serial: int, text: str, *more: type) -> int:
    """Return a class attribute if reading it runs no code: not a property.

    An instance without an attribute of its own makes a method of a function; ``more`` adds the
    functions where a read returns them.
    """
    found = seen.shown(serial)
    if found is None or not isinstance(found.content, (Scalar, Sequence, Mapping, *more)):
        raise doubt("condition.runs_code", text)
    return serial


def _refuse_none(of: object, text: str) -> None:
    """Raise ``Undecidable`` for None, which has no attributes or items of its own."""
    if of is None:
        raise doubt("condition.none", text)


def sliced(seen: Seen, of: object, cut: slice, text: str, of_text: str) -> object:
    """Return a slice of a value."""
    _refuse_none(of, of_text)
    return taken(whole(of, seen, text), cut, text)


def item(seen: Seen, of: object, at: object, text: str, of_text: str) -> object:
    """Return an item of a value, as a ``Thing`` if it is recorded."""
    _refuse_none(of, of_text)
    if not isinstance(of, Thing):
        return taken(of, at, text)
    found = seen.item(of.serial, at) if isinstance(at, int) else Unavailable.OTHER
    if isinstance(found, Unavailable) and found is Unavailable.OTHER:
        return entry(seen, of.serial, at, text)
    if found is None:
        raise doubt("condition.no_item", text)
    if isinstance(found, Unavailable):
        raise unavailable(found, text)
    return Thing(found)


def entry(seen: Seen, serial: int, at: object, text: str) -> Thing:
    """Return the value of a dict's entry."""
    key = whole(at, seen, text)
    found, things, fault = seen.entry(serial, key, MOST_ITEMS)
    if fault is Unavailable.OTHER:
        raise doubt("condition.runs_code", text)
    try:
        hash(key)
    except TypeError:
        raise doubt("condition.raises", text, error="TypeError") from None
    refuse_own_looks(things, seen, text)
    if fault is not None:
        raise unavailable(fault, text)
    if found is None:
        raise doubt("condition.no_item", text)
    return Thing(found)
