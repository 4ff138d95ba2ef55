"""The text of an object in a slot or on a stub, in place of an arrow."""

from collections.abc import Callable

from visualizer.layout.analysis.facts import Facts, Level
from visualizer.layout.analysis.plain import (
    MAX_TUPLE,
    NEVER_CARDS,
    is_plain,
    is_wrapper,
    may_be_plain,
)
from visualizer.layout.blocks.block import Reference
from visualizer.layout.blocks.measures import MAX_LETTERS
from visualizer.layout.measure import columns_of, last_kept
from visualizer.model import (
    Array,
    Cell,
    ClassBody,
    Content,
    Function,
    Heap,
    HeapObject,
    Instance,
    Lock,
    Method,
    Module,
    Named,
    Other,
    Scalar,
    Sequence,
    content_of,
    held_by,
    identifying_value,
    item_names,
    library_value,
    own_attributes,
    shape_of,
    short_value,
)
from visualizer.model import Mapping as MappingContent

_BRACKETS = {"list": ("[", "]"), "tuple": ("(", ")"), "set": ("{", "}")} | {
    "frozenset": ("frozenset {", "}")
}
_FEW = 4
"""The maximum number of items of a container on a stub."""
_MORE = 9
"""The maximum number of items of a container that fits as a whole."""
_ROOMY = 20
"""The number of letters from which a container inside a container is written out."""

_LEAST_TYPE = 6
"""The minimum number of columns for a type before a whole value, as in ``TreeN… 50``."""
_LEAST_VALUE = 6
"""The minimum number of columns for a value behind a type, as in `` 'An…'``."""


def truncate(text: str, most: int = MAX_LETTERS) -> str:
    """Return ``text`` in at most ``most`` columns, with an ellipsis for letters left out.

    The last character stays if it is a closing quote or bracket.
    """
    if len(text) <= most and columns_of(text) <= most:
        return text
    end = last_kept(text)
    room = most - 1 - len(end)
    cut = text[: max(1, room)]
    while len(cut) > 1 and columns_of(cut) > room:
        cut = cut[:-1]
    # A shortened item may end here: one ellipsis is enough.
    before, ellipsis, after = cut.rpartition("…")
    return f"{before if ellipsis and not after.strip(', ') else cut.rstrip()}…{end}"


class Values:
    """The texts of the objects of one step."""

    def __init__(
        self, heap: Heap, facts: Facts, is_line: Callable[[int], bool] = lambda _: False
    ) -> None:
        self.heap = heap
        self._facts = facts
        self.is_line = is_line
        """Whether an object is folded to its text because of lack of space."""

    @property
    def has_value_labels(self) -> bool:
        """Whether some plain values are drawn as objects."""
        return bool(self._facts.value_labels)

    def container_of(self, serial: int) -> int | None:
        """Return the container of a nested object: of one that moves, the first that has it now."""
        for home in self._facts.homes.get(serial, ()):
            holder = self.heap.get(home)
            if holder is not None and _has(holder.content, serial):
                return home
        return self._facts.container_of.get(serial)

    def sentinel(self, one: Reference) -> str | None:
        """Return the name that a node has in place of an arrow to a sentinel, else None."""
        name = self._facts.sentinels.get(one.target)
        return name if one.holder.name in self._facts.nodes else None

    def reached(self, serial: int) -> int:
        """Return the object that a slot shows: for a cell, its contents."""
        seen = set()
        while serial not in seen:
            seen.add(serial)
            content = content_of(serial, self.heap)
            if isinstance(content, Cell) and content.contents:
                serial = content.contents
        return serial

    def is_text(self, serial: int) -> bool:
        """Whether an object is written in the slots that refer to it, and so has no card."""
        return self.is_always_text(serial) or self.is_line(serial)

    def is_always_text(self, serial: int) -> bool:
        """Whether an object is written in the slots that refer to it even if nothing is folded."""
        thing = self.heap.get(serial)
        if thing is None or isinstance(thing.content, Cell):
            return True
        if may_be_plain(thing):
            is_text = serial not in self._facts.holding
        else:
            is_text = is_plain(thing, self.heap) or self.is_library_value(thing)
        return is_text and (self._facts.level is Level.VALUES or not self._is_value_label(thing))

    def is_label(self, key: int) -> bool:
        """Whether the key of an entry is written as its row's label, as a plain value always is."""
        thing = self.heap.get(key)
        if thing is None or self.is_text(key):
            return True
        return isinstance(thing.content, Scalar) or self.is_library_value(thing)

    def is_own_value(self, thing: HeapObject) -> bool:
        """Whether an object's text has all that is known of the object."""
        match thing.content:
            case Scalar():
                return True
            case Function() | ClassBody():
                return thing.serial not in self._facts.holding
            case Lock():
                return True
            case Other() if thing.type not in NEVER_CARDS and is_plain(thing, self.heap):
                return True
        return self._facts.level is not Level.VALUES and self.is_library_value(thing)

    def is_library_value(self, thing: HeapObject) -> bool:
        """Whether an instance is written as the value that the library's class gives it.

        At levels that draw objects, an enum's member whose value has a card is not.
        """
        value = library_value(thing, self.heap)
        return value is not None and (self._facts.level is Level.VALUES or "…" not in value)

    def _is_value_label(self, thing: HeapObject) -> bool:
        is_value = isinstance(thing.content, Sequence | Method) or self.is_own_value(thing)
        return is_value and thing.serial in self._facts.value_labels and thing.type != "NoneType"

    def own_attributes(self, thing: HeapObject) -> Named:
        """Return the attributes of an instance that are not internals of a library."""
        return own_attributes(thing, self.heap, self._facts.source.texts)

    def written_in(self, holder: int, serial: int) -> int:
        """Return the object whose text a slot shows: the value of an enum's member in its class."""
        match content_of(serial, self.heap):
            case Instance(cls=cls, attributes=attributes) if cls == holder:
                return dict(attributes).get("_value_", serial)
        return serial

    def type_of(self, serial: int) -> str:
        """Return the type of an object, which chooses its colour, or ""."""
        thing = self.heap.get(serial)
        return thing.type if thing is not None else ""

    def slot_text(self, serial: int, most: int = MAX_LETTERS) -> str:
        """Return the text of an object in a slot, with an arrow if it is folded and not nested."""
        if serial not in self._facts.container_of and self.is_line(serial):
            return f"→ {self.text(serial, most - 2)}"
        return self.text(serial, most)

    def text(self, serial: int, most: int = MAX_LETTERS) -> str:
        """Return an object in a few letters."""
        thing = self.heap.get(serial)
        if thing is None:
            return "?"
        match thing.content:
            case Scalar(text=text):
                return truncate(text, most)
            case Function(name=name):
                return truncate(f"ƒ {name.rpartition('.')[2]}", most)
            case ClassBody(name=name):
                return truncate(f"class {name}", most)
            case Module(name=name):
                return truncate(f"module {name}", most)
            case Cell(contents=contents):
                return self.text(contents, most) if contents else "—"
            case Method():
                return truncate(self._method(thing.content, most), most)
            case Sequence(items=items, length=length):
                return self._sequence(thing.type, items, length, most)
            case MappingContent():
                return truncate(self._mapping(thing.type, thing.content), max(most, 14))
            case Instance():
                if (value := library_value(thing, self.heap)) is not None:
                    # The class of an enum's member has its value.
                    return truncate(short_value(value), most)
                return self._instance(thing, thing.content, most)
            case _:
                return truncate(self._of_library(thing), most)

    def _of_library(self, thing: HeapObject) -> str:
        """Return the text of an array, a lock, or another library object."""
        match thing.content:
            case Array(shape=shape) if len(shape) > 1:
                # The shape comes first, so that a shortened text keeps it.
                return f"{'×'.join(map(str, shape))} {thing.type}"
            case Array(text=text):
                return text
            case Lock(locked=locked):
                return f"{thing.type} ({'locked' if locked else 'unlocked'})"
            case Other() if (value := library_value(thing, self.heap)) is not None:
                return value
            case Other(named=((_, function), *_)) if is_wrapper(thing):
                held = self.heap.get(function)
                if held is None or is_wrapper(held):  # wrappers in wrappers have no end
                    return thing.type
                return f"{thing.type} {self.text(function).removeprefix('ƒ ')}"
            case Other(facts=((name, value), *_)) if is_plain(thing, self.heap):
                return f"{thing.type} {value if name == thing.type.lower() else f'{name} {value}'}"
            case Other() if (found := identifying_value(thing, self.heap)) is not None:
                return f"{thing.type} {self.text(found, 12)}"
        return thing.type

    def _method(self, content: Method, most: int) -> str:
        name = self.text(content.function, 16).removeprefix("ƒ ")
        return f"{self.text(content.self, max(10, most - len(name) - 1))}.{name}"

    def _sequence(self, kind: str, items: tuple[int, ...], length: int, most: int) -> str:
        if not length:
            return {"list": "[]", "tuple": "()"}.get(kind, f"{kind}()")
        opening, closing = _BRACKETS.get(kind, (f"{kind} [", "]"))
        is_tuple = kind == "tuple"
        shown = [self._item(one, most) for one in items[:_MORE]]
        whole = f"{opening}{', '.join(shown)}{',' * (is_tuple and length == 1)}{closing}"
        if is_tuple and "…" not in shown:
            most = max(most, MAX_TUPLE) if most >= 20 else most
            if columns_of(whole) <= most:
                return whole
            shown = [self._item(one, 12) for one in items[:_MORE]]
            return truncate(f"{opening}{', '.join(shown)}{closing}", most)
        if "…" not in whole and length <= _MORE and columns_of(whole) <= most:
            return whole
        words = [self._item(one, 8) for one in items[:_FEW]]
        if most >= _ROOMY and words[0] == "…":
            words = [self._brief(items[0])]
        within = ", ".join(words) + ", …" * (length > len(words))
        return truncate(f"{opening}{within}{closing}", max(most, 10 if kind in _BRACKETS else 14))

    def _item(self, serial: int, most: int) -> str:
        """Return an item of a container: a value, or an ellipsis."""
        is_value = isinstance(content_of(serial, self.heap), Scalar)
        is_value = is_value or (self.is_text(serial) and not self.is_line(serial))
        return self.text(serial, most) if is_value else "…"

    def _brief(self, serial: int) -> str:
        """Return a container that is the first item of another: its beginning, or its type."""
        thing = self.heap.get(serial)
        if thing is None:
            return "…"
        if isinstance(thing.content, Sequence) and thing.content.items:
            opening, closing = _BRACKETS.get(thing.type, (f"{thing.type} [", "]"))
            more = ", …" * (thing.content.length > 1)
            return f"{opening}{self._item(thing.content.items[0], 6)}{more}{closing}"
        return thing.type if isinstance(thing.content, Instance) else "…"

    def _mapping(self, kind: str, content: MappingContent) -> str:
        if not content.length:
            return "{}" if kind == "dict" else f"{kind}()"
        first = self._entry(content)
        if first:
            within = f"{{{first}{', …' * (content.length > 1)}}}"
            return within if kind == "dict" else f"{kind} {within}"
        keys = ", ".join(self.text(key, 8) for key, _ in content.entries[:2])
        within = f"{{{keys}: …}}" if content.length <= 2 else f"{{{keys}, …}}"
        return within if kind == "dict" else f"{kind} {within}"

    def _entry(self, content: MappingContent) -> str:
        """Return the first entry of a dict with its value; empty if the value is not plain."""
        key, value = content.entries[0]
        shown = self._item(value, 8)
        return f"{self.text(key, 8)}: {shown}" if shown != "…" else ""

    def _instance(self, thing: HeapObject, content: Instance, most: int) -> str:
        kind = thing.type
        if isinstance(content.base, Scalar):
            return truncate(f"{kind} {content.base.text}", most)
        if isinstance(content.base, Sequence):
            if names := item_names(content, self.heap):
                shown = zip(names, content.base.items, strict=True)
                within = ", ".join(f"{name}={self._item(one, 12)}" for name, one in shown)
                return truncate(f"{kind}({within})", most)
            items, length = content.base.items, content.base.length
            shape = shape_of(thing, self.heap)
            if not length and shape == "set":
                return truncate(f"{kind}()", most)
            return truncate(f"{kind} {self._sequence(shape, items, length, most)}", most)
        found = identifying_value(thing, self.heap, self._facts.source.texts)
        value = f" {self.text(found, 12)}" if found is not None else ""
        text = f"{kind}{value}"
        # Do not cut a number, which would become another one, or a text to its first letter.
        may_be_cut = not value[-1:].isalnum() and columns_of(kind) + _LEAST_VALUE <= most
        if may_be_cut or columns_of(text) <= most:
            return truncate(text, most)
        room = most - columns_of(value)
        return truncate(kind, most) if room < _LEAST_TYPE else truncate(kind, room) + value


def _has(content: Content, serial: int) -> bool:
    if isinstance(content, Sequence):
        return serial in content.items
    return any(target == serial for _, target in held_by(content))
