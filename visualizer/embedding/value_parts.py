"""The parts from which an object can be rebuilt, by the pickle protocol."""

import copyreg
import math
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import NoneType

_CONTAINERS = (list, tuple, dict, set, frozenset)
_NEW: object = vars(copyreg)["__newobj__"]
_NEW_WITH_KEYWORDS: object = vars(copyreg)["__newobj_ex__"]


class CannotRebuild(Exception):
    """A value that no source text makes: a generator, an open file, a lambda."""


@dataclass(slots=True, eq=False)
class Made:
    """How an object is made: a container of ``kind``, or a call and what is set afterwards."""

    kind: type | None = None
    items: list[object] = field(default_factory=list)
    pairs: list[tuple[object, object]] = field(default_factory=list)
    function: object = None
    is_bare: bool = False
    """Whether ``function`` is a class of which ``__new__`` is called, without ``__init__``."""
    arguments: tuple[object, ...] = ()
    keywords: dict[str, object] = field(default_factory=dict)
    state: tuple[object] | None = None
    """What ``__setstate__`` takes, in a tuple, since it may be ``None``."""
    attributes: dict[str, object] = field(default_factory=dict)
    slots: dict[str, object] = field(default_factory=dict)

    def has_more(self) -> bool:
        """Return whether something is set after the call."""
        return bool(self.items or self.pairs or self.state or self.attributes or self.slots)

    def all(self) -> Iterator[object]:
        """Yield all the parts."""
        if self.kind is None:
            yield self.function
        yield from self.items
        for pair in self.pairs:
            yield from pair
        yield from self.arguments
        yield from self.keywords.values()
        yield from self.state or ()
        yield from self.attributes.values()
        yield from self.slots.values()


def parts_of(value: object) -> Made:
    """Return how a value is made; raise ``CannotRebuild``."""
    kind = type(value)
    if kind in _CONTAINERS:
        if isinstance(value, dict):
            return Made(kind=kind, pairs=list(value.items()))
        assert isinstance(value, (list, tuple, set, frozenset))
        return Made(kind=kind, items=list(value))
    try:
        reduced = value.__reduce_ex__(4)
    # A class of the notebook may do anything here.
    except Exception as error:
        raise CannotRebuild from error
    if not isinstance(reduced, tuple) or len(reduced) > 5:
        raise CannotRebuild
    function, arguments, state, items, pairs = (*reduced, None, None, None)[:5]
    made = _made_by(function, arguments)
    made.items, made.pairs = list(items or ()), list(pairs or ())
    if state is not None:
        _add_state(made, kind, state)
    return made


def _made_by(function: object, arguments: tuple[object, ...]) -> Made:
    if function is _NEW:
        return Made(function=arguments[0], is_bare=True, arguments=arguments[1:])
    if function is _NEW_WITH_KEYWORDS:
        one, positional, keywords = arguments
        assert isinstance(positional, tuple)
        assert isinstance(keywords, dict)
        return Made(function=one, is_bare=True, arguments=positional, keywords=keywords)
    return Made(function=function, arguments=arguments)


def _add_state(made: Made, kind: type, state: object) -> None:
    if hasattr(kind, "__setstate__"):
        made.state = (state,)
        return
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    made.attributes, made.slots = _names_of(attributes), _names_of(slots)


def _names_of(state: object) -> dict[str, object]:
    if not isinstance(state, (dict, NoneType)):
        raise CannotRebuild
    return {str(name): value for name, value in (state or {}).items()}


def importable(value: object) -> tuple[str, str] | None:
    """Return the module and the name to import a function or class by, if that gives this one."""
    module, name = getattr(value, "__module__", None), getattr(value, "__name__", None)
    if isinstance(value, types.BuiltinFunctionType) and module is None:
        return None
    if not isinstance(module, str) or not isinstance(name, str) or module == "__main__":
        return None
    found = getattr(sys.modules.get(module), name, None)
    return (module, name) if found is value else None


def constant_text(value: object) -> str | None:
    """Return a constant as Python writes it, or ``None`` for anything else."""
    if value is None or value is Ellipsis or value is NotImplemented:
        return repr(value)
    kind = type(value)
    if kind in (bool, int, str, bytes):
        return repr(value)
    if kind is float and isinstance(value, float):
        return repr(value) if math.isfinite(value) else f"float('{value!r}')"
    if kind is complex and isinstance(value, complex):
        real, imaginary = (constant_text(part) for part in (value.real, value.imag))
        return f"complex({real}, {imaginary})"
    return None
