"""Source text that rebuilds the values of a notebook's names.

One walk reads every value into its parts, as the pickle protocol has them (``__reduce_ex__``, PEP
307), and a second writes them: constants and containers as they are displayed, functions and
classes of the notebook by their source, what a module holds by an import, other objects by the call
that pickle would make. An object that is referred to more than once gets a name, so what was shared
stays shared, and what refers to itself does so again.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, fields
from itertools import count
from types import ModuleType

from visualizer.embedding.definitions import Definition, definition_of
from visualizer.embedding.value_parts import CannotRebuild, Made, constant_text, importable
from visualizer.embedding.values import Values, is_definition

_MOST_TEXT = 100_000
"""The maximum length of the source in characters."""
_BRACKETS: dict[type, str] = {list: "[{}]", set: "{{{}}}", frozenset: "frozenset({{{}}})"}
_EMPTY: dict[type, str] = {list: "[]", dict: "{}", set: "set()"}


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The ``source`` that rebuilds names, and the names and types that it cannot rebuild."""

    source: str
    left_out: tuple[str, ...]


def rebuild(names: Iterable[str], namespace: Mapping[str, object]) -> Rebuilt:
    """Return source that binds those of ``names`` that ``namespace`` has to equal values."""
    values = Values(namespace, [name for name in names if name in namespace])
    writer = _Writer(values)
    for name in values.asked:
        writer.try_name(name)
    written = writer.written
    lines = list(written.lines)
    if written.helpers:
        lines.append(f"del {', '.join(written.helpers)}")
    return Rebuilt("\n".join(lines), tuple(written.left_out.values()))


@dataclass(slots=True)
class _Written:
    """The text so far: a name that fails withdraws its own part."""

    lines: list[str] = field(default_factory=list)
    helpers: list[str] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    tried: set[str] = field(default_factory=set)
    names: dict[int, str] = field(default_factory=dict)
    """Names of objects that are made, by identity."""
    being_made: set[int] = field(default_factory=set)

    def copy(self) -> "_Written":
        return _Written(*(copy(getattr(self, one.name)) for one in fields(self)))


class _Writer:
    """Writes a statement for each name, and for each object that needs a name."""

    def __init__(self, values: Values) -> None:
        self._values = values
        self._namespace = values.namespace
        self.written = _Written()

    def try_name(self, name: str) -> bool:
        """Write what binds a name, or leave it out; return whether it is bound."""
        if name in self.written.tried:
            return name not in self.written.left_out
        before = self.written.copy()
        self.written.tried.add(name)
        value = self._namespace[name]
        try:
            if name in self._values.impossible:
                raise CannotRebuild
            self._bind(name, value)
        except (CannotRebuild, RecursionError):
            self.written = before
            before.tried.add(name)
            before.left_out[name] = f"{name} ({type(value).__name__})"
            return False
        return True

    def _add(self, line: str) -> None:
        if sum(map(len, self.written.lines)) + len(line) > _MOST_TEXT:
            raise CannotRebuild
        self.written.lines.append(line)

    # ---- statements ----

    def _bind(self, name: str, value: object) -> None:
        known = self.written.names.get(id(value))
        if known is not None:
            self._add(f"{name} = {known}")
        elif isinstance(value, ModuleType):
            self._import(name, value)
        elif (found := definition_of(value)) is not None:
            self._define(name, value, found)
        elif (place := importable(value)) is not None:
            module, attribute = place
            renamed = "" if name == attribute else f" as {name}"
            self._add(f"from {module} import {attribute}{renamed}")
        elif (constant := constant_text(value)) is not None:
            self._add(f"{name} = {constant}")
        else:
            self._make(name, value)

    def _import(self, name: str, module: ModuleType) -> None:
        path = module.__name__
        if path == "__main__" or getattr(module, "__spec__", None) is None:
            raise CannotRebuild
        self._add(f"import {path}" if name == path else f"import {path} as {name}")

    def _define(self, name: str, value: object, found: Definition) -> None:
        """Write a function or class of the notebook, after what its definition reads."""
        if found.name != name:
            # Only its own name rebinds it.
            if self._namespace.get(found.name) is not value or not self.try_name(found.name):
                raise CannotRebuild
            self._add(f"{name} = {found.name}")
            return
        self.written.names[id(value)] = name
        needed = [one for one in found.reads_at_once if one in self._namespace and one != name]
        if not all(self.try_name(one) for one in needed):
            raise CannotRebuild
        self._add(f"\n{found.source}\n")
        for attribute, one in self._values.class_data(value):
            self._add(f"{name}.{attribute} = {self._expression(one)}")
        for one in found.reads:
            if one in self._namespace:
                self.try_name(one)

    def _make(self, name: str, value: object) -> None:
        """Write what makes an object and fills it; its name is known before it is filled."""
        made = self._values.parts(value)
        if id(value) in self.written.being_made:
            # For instance a tuple that contains itself: its parts need it before it exists.
            raise CannotRebuild
        self.written.being_made.add(id(value))
        if made.kind is None:
            self._add(f"{name} = {self._call(made)}")
            self.written.names[id(value)] = name
            self._restore(name, value, made)
        elif made.kind in _EMPTY and self._values.is_cyclic(value):
            self._add(f"{name} = {_EMPTY[made.kind]}")
            self.written.names[id(value)] = name
            self._fill(name, made)
        else:
            self._add(f"{name} = {self._display(made)}")
            self.written.names[id(value)] = name
        self.written.being_made.discard(id(value))

    def _fill(self, name: str, made: Made) -> None:
        method = "add" if made.kind is set else "append"
        for item in made.items:
            self._add(f"{name}.{method}({self._expression(item)})")
        for key, item in made.pairs:
            self._add(f"{name}[{self._expression(key)}] = {self._expression(item)}")

    def _restore(self, name: str, value: object, made: Made) -> None:
        """Write what an object has beside the call that makes it."""
        self._fill(name, made)
        if made.state is not None:
            self._add(f"{name}.__setstate__({self._expression(made.state[0])})")
        plain = type(value).__setattr__ is object.__setattr__
        for attribute, one in made.attributes.items():
            written = self._expression(one)
            if plain and attribute.isidentifier() and not hasattr(type(value), attribute):
                self._add(f"{name}.{attribute} = {written}")
            else:
                self._add(f"{name}.__dict__[{attribute!r}] = {written}")
        for attribute, one in made.slots.items():
            written = self._expression(one)
            if plain:
                self._add(f"{name}.{attribute} = {written}")
            else:
                self._add(f"object.__setattr__({name}, {attribute!r}, {written})")

    # ---- expressions ----

    def _expression(self, value: object) -> str:
        constant = constant_text(value)
        if constant is not None:
            return constant
        known = self.written.names.get(id(value))
        if known is not None:
            return known
        if is_definition(value):
            return self._reference(value)
        made = self._values.parts(value)
        if not self._values.is_shared(value):
            if made.kind is not None:
                return self._display(made)
            if not made.has_more():
                return self._call(made)
        owner = self._values.owner(value)
        if owner is not None and owner not in self.written.tried:
            if not self.try_name(owner):
                raise CannotRebuild
            return owner
        name = self._helper()
        self._make(name, value)
        return name

    def _reference(self, value: object) -> str:
        """Return what names a function, a class or a module."""
        own = definition_of(value)
        owner = self._values.owner(value) if own is None else own.name
        if owner is not None:
            if self._namespace.get(owner) is not value or not self.try_name(owner):
                raise CannotRebuild
            return owner
        place = importable(value)
        if place is not None and place[0] == "builtins" and place[1] not in self._namespace:
            return place[1]
        name = self._helper(getattr(value, "__name__", ""))
        self._bind(name, value)
        self.written.names[id(value)] = name
        return name

    def _helper(self, hint: str = "") -> str:
        """Return a name that nothing else has, for an object without a name of its own."""
        taken = self._namespace.keys() | set(self.written.helpers)
        plain = f"_{hint.rpartition('.')[2] or 'part'}"
        name = next(one for one in _numbered(plain) if one not in taken)
        self.written.helpers.append(name)
        return name

    def _display(self, made: Made) -> str:
        """Return a display of a container: ``[1, 2]``, ``{'a': 1}``."""
        if made.kind is dict:
            pairs = (f"{self._expression(k)}: {self._expression(v)}" for k, v in made.pairs)
            return f"{{{', '.join(pairs)}}}"
        items = [self._expression(item) for item in made.items]
        if made.kind is tuple:
            return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
        if not items and made.kind in (set, frozenset):
            return f"{made.kind.__name__}()"
        assert made.kind is not None
        return _BRACKETS[made.kind].format(", ".join(items))

    def _call(self, made: Made) -> str:
        function = self._expression(made.function)
        arguments = ", ".join(self._arguments(made))
        return f"{function}{'.__new__' if made.is_bare else ''}({arguments})"

    def _arguments(self, made: Made) -> Iterator[str]:
        if made.is_bare:
            yield self._expression(made.function)
        for one in made.arguments:
            yield self._expression(one)
        for name, one in made.keywords.items():
            yield f"{name}={self._expression(one)}"


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in count(2))
