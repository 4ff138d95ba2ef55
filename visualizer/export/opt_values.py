"""Objects in the ``heap`` of the Python Tutor trace.

An object that does not change between entries keeps its JSON, so an entry costs little more than
writing it.
"""

import json
from collections.abc import Callable
from typing import NamedTuple

from visualizer.export.opt_builtins import HIDDEN_ATTRIBUTES, BuiltinClasses
from visualizer.export.opt_code import Code, ProgramCode
from visualizer.export.opt_inline import BUILTIN_FUNCTION, InlineValues
from visualizer.export.opt_text import Find, Texts
from visualizer.model import (
    Array,
    ClassBody,
    Content,
    ExceptionBody,
    Function,
    HeapObject,
    Instance,
    Mapping,
    Method,
    Named,
    Other,
    Scalar,
    Sequence,
    has_attributes_only,
)


class Entry(NamedTuple):
    """An object's JSON and references; ``has_parents``: functions in it get parents."""

    text: str
    children: tuple[int, ...]
    has_parents: bool


class Values:
    """Encodes objects found by serial."""

    def __init__(self, find: Find, code: ProgramCode) -> None:
        self._find = find
        self._code = code
        self._texts = Texts(find)
        self._builtins = BuiltinClasses(code.modules)
        self.inline = InlineValues(find, self._builtins, code)
        self._cache: dict[int, tuple[Content, Entry]] = {}
        self._descriptors: dict[int, str] = {}
        self.known_lambdas: set[Code] = set()

    def forget(self, serial: int) -> None:
        """Drop the cached texts of an object that is never shown again."""
        self.inline.forget(serial)
        self._cache.pop(serial, None)
        self._descriptors.pop(serial, None)

    def exception_text(self, serial: int) -> str:
        """Return ``TypeName: text`` of a recorded exception."""
        thing = self._find(serial)
        return f"{thing.type}: {self._texts.str_text(thing)}" if thing else ": "

    # ---- the heap ----

    def heap(self, roots: list[int], parent_of: Callable[[int], int | None]) -> str:
        """Return the JSON of all objects that can be reached from ``roots``.

        ``parent_of`` returns the frame id of the call that defined a function. As in OPT, a
        function that is first reached as an attribute of an instance or a class has none.
        """
        parts: list[str] = []
        seen: set[int] = set()
        waiting = [(serial, True) for serial in reversed(roots)]
        while waiting:
            serial, has_parents = waiting.pop()
            if serial in seen or not self.inline.is_reference(serial):
                continue
            seen.add(serial)
            entry = self._entry(serial, parent_of if has_parents else None)
            parts.append(f'"{self.inline.number(serial)}":{entry.text}')
            has_parents = has_parents and entry.has_parents
            waiting.extend((child, has_parents) for child in reversed(entry.children))
        return "{" + ",".join(parts) + "}"

    def _entry(self, serial: int, parent_of: Callable[[int], int | None] | None) -> Entry:
        if serial < 0:
            return Entry(json.dumps(self._builtins.part(serial)), (), False)
        thing = self._find(serial)
        if thing is None:
            return Entry('["INSTANCE","?"]', (), False)
        kept = self._cache.get(serial)
        if kept is not None and kept[0] is thing.content:
            return kept[1]
        content = thing.content
        if isinstance(content, Function | Method):
            return self._function(thing, parent_of)
        entry, lasts = self._compose(thing)
        if lasts:
            self._cache[serial] = thing.content, entry
        return entry

    def _compose(self, thing: HeapObject) -> tuple[Entry, bool]:
        """Return the entry of an object other than a function, and whether it can be cached."""
        content = thing.content
        if isinstance(content, Sequence) and thing.type in SEQUENCES:
            return self._list(SEQUENCES[thing.type], content.items), True
        if isinstance(content, Mapping) and thing.type == "dict":
            return self._dict(content), True
        if isinstance(content, ClassBody):
            return self._class(content), True
        if has_attributes_only(content):
            return self._instance(thing, self._own_names(content)), True
        if isinstance(content, Scalar | Array):
            return self._instance(thing, (), content.text), True
        if isinstance(content, Sequence | Mapping | Instance | ExceptionBody):
            names: Named = ()
            if isinstance(content, Instance):
                names = self._own_names(content)
            elif isinstance(content, ExceptionBody):
                names = content.attributes
            return self._instance(thing, names, self._texts.str_text(thing)), False
        return self._opaque(thing), False

    def _list(self, tag: str, items: tuple[int, ...]) -> Entry:
        text = ",".join([f'"{tag}"', *map(self.inline.text, items)])
        return Entry(f"[{text}]", items, True)

    def _dict(self, content: Mapping) -> Entry:
        parts = ['"DICT"']
        children: list[int] = []
        for key, value in content.entries:
            name = self.inline.text(key)
            if name not in HIDDEN_KEYS:
                parts.append(f"[{name},{self.inline.text(value)}]")
                children += (key, value)
        return Entry(f"[{','.join(parts)}]", tuple(children), True)

    def _attributes(self, names: Named) -> tuple[list[str], tuple[int, ...]]:
        shown = sorted(pair for pair in names if pair[0] not in HIDDEN_ATTRIBUTES)
        texts = [f"[{json.dumps(name)},{self.inline.text(serial)}]" for name, serial in shown]
        return texts, tuple(serial for _, serial in shown)

    def _instance(self, thing: HeapObject, names: Named, text: str | None = None) -> Entry:
        attributes, children = self._attributes(names)
        kind = json.dumps(thing.type)
        head = ['"INSTANCE_PPRINT"', kind, json.dumps(text)] if text else ['"INSTANCE"', kind]
        return Entry(f"[{','.join(head + attributes)}]", children, False)

    def _own_names(self, content: Instance) -> Named:
        """Return the contents of ``__dict__``: the attributes without those in slots."""
        slots = {
            name
            for body in self._texts.classes(content.cls)
            for name, serial in body.attributes
            if (found := self._find(serial)) and found.type == "member_descriptor"
        }
        own = content.attributes
        if content.base is not None:
            slots.add("default_factory")
        return tuple(pair for pair in own if pair[0] not in slots) if slots else own

    def _class(self, content: ClassBody) -> Entry:
        if not content.bases:
            return self._builtin_class(content.name)
        bases = [found.content for base in content.bases if (found := self._find(base))]
        names = [body.name for body in bases if isinstance(body, ClassBody)]
        own = content.attributes
        if "_field_defaults" in dict(own):
            # Only Python 3.13 and later define it for named tuples; the format is that of 3.12.
            own = tuple(pair for pair in own if pair[0] != "__replace__")
        self._record_descriptors(content)
        attributes, children = self._attributes(own)
        head = ['"CLASS"', json.dumps(content.name)]
        head.append(json.dumps([name for name in names if name != "object"]))
        return Entry(f"[{','.join(head + attributes)}]", children, False)

    def _record_descriptors(self, content: ClassBody) -> None:
        """Record the texts of the class's descriptors for slots and named fields."""
        attributes = dict(content.attributes)
        fields = self._texts.strings(attributes.get("_fields", 0))
        for name, serial in content.attributes:
            found = self._find(serial)
            if found is not None and found.type == "member_descriptor":
                self._descriptors[serial] = f"<member '{name}' of '{content.name}' objects>"
            elif found is not None and found.type == "_tuplegetter" and name in fields:
                n = fields.index(name)
                self._descriptors[serial] = f"_tuplegetter({n}, 'Alias for field number {n}')"

    def _builtin_class(self, name: str) -> Entry:
        cls = self._builtins.find(name)
        if cls is None:
            return Entry(json.dumps(["CLASS", name, []]), (), False)
        parts = ['"CLASS"', json.dumps(name), json.dumps(self._builtins.bases(cls))]
        children = []
        for attribute, value in self._builtins.attributes(cls):
            if isinstance(value, int):
                children.append(value)
            text = self.inline.text(value) if isinstance(value, int) else value
            parts.append(f"[{json.dumps(attribute)},{text}]")
        return Entry(f"[{','.join(parts)}]", tuple(children), False)

    def _opaque(self, thing: HeapObject) -> Entry:
        content = thing.content
        if thing.serial in self._descriptors:
            return self._instance(thing, (), self._descriptors[thing.serial])
        if isinstance(content, Other) and thing.type in ("staticmethod", "classmethod"):
            return self._instance(thing, self._wrapper_names(content))
        text = self._texts.repr(thing)
        return self._instance(thing, (), None if text.startswith("<") else text)

    def _wrapper_names(self, content: Other) -> Named:
        """Return what a static or class method copied from its function into its ``__dict__``."""
        for serial in content.referents:
            found = self._find(serial)
            if found is not None and isinstance(found.content, Mapping):
                pairs = found.content.entries
                return tuple((json.loads(self.inline.text(key)), value) for key, value in pairs)
        return ()

    # ---- functions ----

    def _function(self, thing: HeapObject, parent_of: Callable[[int], int | None] | None) -> Entry:
        content = thing.content
        if thing.type == BUILTIN_FUNCTION and isinstance(content, Function):
            return Entry(json.dumps(["FUNCTION", f"{content.name}(...)", None]), (), False)
        parent = parent_of(thing.serial) if parent_of else None
        if isinstance(content, Method):
            found = self._find(content.function)
            content = found.content if found else content
        if not isinstance(content, Function):
            return Entry(json.dumps(["FUNCTION", f"{thing.type}(...)", None]), (), False)
        code = self._code.of_function(content)
        name, parameters = content.name, code.parameters if code else ("...",)
        text = f"{name}({', '.join(parameters)})"
        if name == "<lambda>":
            text += f" <line {content.line}>"
            if code:
                self.known_lambdas.add(code)
        parts = ['"FUNCTION"', json.dumps(text), json.dumps(parent)]
        names = code.with_defaults if code else ()
        defaults = [*zip(names, content.defaults, strict=False)]
        if defaults:
            pairs = [f"[{json.dumps(name)},{self.inline.text(value)}]" for name, value in defaults]
            parts.append(f"[{','.join(pairs)}]")
        return Entry(f"[{','.join(parts)}]", tuple(value for _, value in defaults), True)


SEQUENCES = {"list": "LIST", "tuple": "TUPLE", "set": "SET"}
HIDDEN_KEYS = frozenset(map(json.dumps, ("__module__", "__return__", "__locals__")))
