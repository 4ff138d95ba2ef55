"""Reads the values of a notebook's names into parts, once, before any text is written."""

from collections.abc import Iterable, Mapping
from types import BuiltinFunctionType, ModuleType

from visualizer.embedding.definitions import DEFINED, changed_attributes, definition_of
from visualizer.embedding.value_parts import CannotRebuild, Made, constant_text, parts_of

_MOST_OBJECTS = 5_000
"""The maximum number of objects of one name."""


class Values:
    """The values of names and of the names that their definitions read in turn."""

    def __init__(self, namespace: Mapping[str, object], names: Iterable[str]) -> None:
        self.namespace = namespace
        self.asked = list(names)
        self.impossible: set[str] = set()
        """Names of values that have a part that cannot be made."""
        self._parts: dict[int, tuple[object, Made]] = {}
        self._shared: set[int] = set()
        self._class_data: dict[int, list[tuple[str, object]]] = {}
        self._waiting = list(self.asked)
        read: set[str] = set()
        while self._waiting:
            name = self._waiting.pop(0)
            if name not in read and name in namespace:
                read.add(name)
                try:
                    self._read(namespace[name])
                except CannotRebuild:
                    self.impossible.add(name)
        self._owners = {id(namespace[name]): name for name in reversed(self.asked)}

    def parts(self, value: object) -> Made:
        """Return how a value that was read is made; raise ``CannotRebuild``."""
        known = self._parts.get(id(value))
        if known is None:
            raise CannotRebuild
        return known[1]

    def is_shared(self, value: object) -> bool:
        """Return whether more than one name or object refers to a value, or it to itself."""
        return id(value) in self._shared

    def is_cyclic(self, value: object) -> bool:
        """Return whether a value that was read refers to itself, by others too."""
        if not self.is_shared(value):
            return False
        waiting, seen = list(self.parts(value).all()), set[int]()
        while waiting:
            part = waiting.pop()
            if part is value:
                return True
            if id(part) in self._parts and id(part) not in seen:
                seen.add(id(part))
                waiting.extend(self.parts(part).all())
        return False

    def owner(self, value: object) -> str | None:
        """Return the first of the names asked for that is bound to a value."""
        return self._owners.get(id(value))

    def class_data(self, value: object) -> list[tuple[str, object]]:
        """Return the data of a class that its statement does not set."""
        return self._class_data.get(id(value), [])

    def _read(self, root: object) -> None:
        """Read a value into parts, and find what more than one of them refers to."""
        waiting, seen = [root], 0
        while waiting:
            value = waiting.pop()
            if constant_text(value) is not None:
                continue
            if is_definition(value):
                waiting.extend(self._definition_data(value))
                continue
            if id(value) in self._parts:
                self._shared.add(id(value))
                continue
            seen += 1
            if seen > _MOST_OBJECTS:
                raise CannotRebuild
            made = parts_of(value)
            # Kept alive, or another object could come by its identity.
            self._parts[id(value)] = value, made
            waiting.extend(made.all())

    def _definition_data(self, value: object) -> list[object]:
        """Return what a class of the notebook holds; the names it reads are read later."""
        found = definition_of(value)
        if found is None or id(value) in self._class_data:
            return []
        self._class_data[id(value)] = list(changed_attributes(value, found))
        self._waiting.extend((found.name, *found.reads))
        return [one for _, one in self._class_data[id(value)]]


def is_definition(value: object) -> bool:
    """Return whether a value is a module, a class or a function: something with a name."""
    return isinstance(value, (ModuleType, BuiltinFunctionType, *DEFINED))
