"""Names for the parts of a sheet: objects, frames, their slots, referrers."""

from dataclasses import dataclass
from itertools import chain
from pathlib import PurePath

from visualizer.diagram.wording.known import Known
from visualizer.diagram.wording.written import written
from visualizer.diagram.words import translate
from visualizer.explain.naming import MAX_VALUE_LENGTH, describe
from visualizer.explain.references.accounts import Account
from visualizer.layout.blocks.spare import places_in_use
from visualizer.layout.measure import Text, phrase
from visualizer.layout.picture import Key, Slot
from visualizer.layout.sizes import written_size
from visualizer.layout.visibility import kept_frames
from visualizer.model import (
    ExceptionBody,
    Frame,
    HeapObject,
    Instance,
    Mapping,
    Named,
    Scalar,
    Sequence,
    attribute_place,
    content_of,
    main_file,
    scope_name,
)
from visualizer.model.scopes import COMPREHENSION, MODULE_CODE

MOST_LETTERS = 300
"""The maximum number of letters of a value."""
_MOST_REFERRERS = 6
_CALLED = {
    "key": "key",
    "base": "base",
    "awaits": "slot-awaits",
    "over": "slot-iterator",
    "referent": "slot-weak",
    "cell": "slot-cell",
}
"""The names of kinds of slots that have no names of their own."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names in a language; objects have their numbers if ``are_numbered``."""

    known: Known
    language: str
    are_numbered: bool

    def translate(self, text: Text) -> str:
        """Return a text in the language; code without back ticks."""
        return (
            translate(text, self.language).replace("`", "") if not isinstance(text, str) else text
        )

    # ---- objects ----

    def object(self, serial: int) -> str:
        """Return an object in a word or two: "list #3", "int 5", "function f"."""
        said = describe(serial, self.known.state.heap)
        return said if self.are_numbered else said.removesuffix(f" #{serial}")

    def title(self, serial: int) -> str:
        """Return an object's name and its number of items: "list #3, 2 items"."""
        counted = self._counted(serial)
        return ", ".join(filter(None, (self.object(serial), self.translate(counted))))

    def _counted(self, serial: int) -> Text:
        content = content_of(serial, self.known.state.heap)
        if isinstance(content, Instance) and content.base is not None:
            content = content.base
        match content:
            case Sequence(length=length):
                return phrase("items", n=length)
            case Mapping(length=length):
                return phrase("pairs", n=length)
            case Instance(attributes=attributes) if attributes:
                return phrase("attributes", n=len(attributes))
            case Scalar(length=int(length)):
                return phrase("characters", n=length)
        return ""

    def value(self, serial: int) -> str:
        """Return the whole value if its title is shortened; else nothing."""
        thing = self.known.thing(serial)
        if thing is None or not _has_more(thing):
            return ""
        return written(serial, self.known.state.heap, MOST_LETTERS)

    def referrers(self, serial: int) -> str:
        """Return the number of references to an object, and their holders."""
        thing = self.known.thing(serial)
        if thing is None:
            return ""
        if thing.refcount is None:
            return self.translate(phrase("not-counted" if thing.is_measured else "not-known"))
        found = self.known.referrers(serial)
        names = [self._referrer(account) for account in found[:_MOST_REFERRERS]]
        if len(found) > len(names):
            names.append("…")
        count = self.translate(phrase("references", n=thing.refcount))
        return f"{count}: {', '.join(names)}" if names else count

    def _referrer(self, account: Account) -> str:
        words = dict(account.words.arguments)
        if account.words.key == "refers-name":
            scope = self.scope(str(words["scope"]))
            said = self.translate(phrase("name-in", name=words["name"], scope=scope))
        else:
            said = translate(account.words, self.language).replace("`", "")
        return said if account.count == 1 else f"{said} × {account.count:,}"

    def places(self, serial: int) -> str:
        """Return the number of places of a container's second block: "array, 5 of 8"."""
        thing = self.known.thing(serial)
        return self.translate((places_in_use(thing) if thing is not None else None) or "")

    def place(self, serial: int) -> str:
        """Return an object's address and size."""
        thing = self.known.thing(serial)
        if thing is None or not thing.is_measured:
            return ""
        return f"0x{thing.address:x} · {written_size(thing.size)}"

    # ---- frames ----

    def scope(self, name: str) -> str:
        """Return the name of a function or module."""
        known = {MODULE_CODE: "module", COMPREHENSION: "comprehension"}.get(name)
        return self.translate(phrase(known)) if known is not None else PurePath(name).name

    def frame(self, key: Key) -> Frame | None:
        """Return the frame of a box."""
        state = self.known.state
        frames = chain(*state.stacks.values(), kept_frames(state))
        return next((one for one in frames if one.serial == key.name), None)

    def variables(self, key: Key) -> Named:
        """Return the names of a frame or module, with their objects."""
        if key.kind == "globals":
            return self.known.state.globals.get(str(key.name), ())
        frame = self.frame(key)
        return frame.locals if frame is not None else ()

    def holder(self, key: Key) -> str:
        """Return the name of the owner of names or slots: a function, a module, an object."""
        if key.kind == "object":
            return self.object(int(key.name))
        state = self.known.state
        if key.kind == "globals":
            is_main = key.name == main_file(state)
            return self.scope(MODULE_CODE if is_main else str(key.name))
        frame = self.frame(key)
        return self.scope(scope_name(frame, state)) if frame is not None else ""

    # ---- references ----

    def slot(self, slot: Slot) -> str:
        """Return a slot in source notation, if there is one: ``[2]``, ``.next``."""
        kind, name = slot
        match kind:
            case "item":
                return f"[{name}]"
            case "value":
                return f"[{self._key(int(name))}]"
            case "attribute" | "exception":
                return attribute_place(str(name))
            case "default":
                return self.translate(phrase("default", number=int(name) + 1))
            case "event":
                return self.translate(phrase(str(name)))
            case "pending" | "unfinished":
                return self.translate(phrase("pending"))
            case "operand":
                return self.translate(phrase("stack-value", number=int(name) + 1))
        if kind in _CALLED:
            return self.translate(phrase(_CALLED[kind]))
        return str(name) or kind

    def _key(self, serial: int) -> str:
        said = self.object(serial)
        is_value = isinstance(content_of(serial, self.known.state.heap), Scalar)
        return said.partition(" ")[2] or said if is_value else said

    def reference(self, holder: Key, slot: Slot, target: str) -> str:
        """Return a reference: "alias in module refers to list #1"."""
        if slot.kind == "unfinished":  # the target does not exist yet
            return self.slot(slot)
        if slot.kind in ("event", "operand", "pending"):
            return f"{self.slot(slot)} {target}"
        key = "arrow-names" if holder.is_call else "arrow-holds"
        said = self.slot(slot)
        return self.translate(
            phrase(key, name=said, slot=said, holder=self.holder(holder), target=target)
        )


def _has_more(thing: HeapObject) -> bool:
    match thing.content:
        case Scalar(text=text) | Instance(base=Scalar(text=text)):
            return len(text) > MAX_VALUE_LENGTH
        case Sequence(length=length) | Mapping(length=length):
            return length > 0
        case Instance(base=base, attributes=attributes):
            return base is not None or bool(attributes)
        case ExceptionBody():
            return True
    return False
