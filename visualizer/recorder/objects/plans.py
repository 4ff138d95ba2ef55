"""Plans for reading the objects of a type."""

from __future__ import annotations

from visualizer.recorder.objects.classes import slot_members, type_mro

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    type Content = bytes | int | str
    """The content stored of an object between two steps."""
    type Worklist = list[object]
    """The objects still to be scanned."""
    type Text = tuple[bytes, int]
    """A formatted value, truncated, and its full length if truncated, else -1."""
    type Read = Callable[[Any, Worklist], Content]
    type Layout = tuple[int, ...]
    """The numbers of names, in order."""
    type Slots = dict[str, tuple[int, str]]
    """Slots by name: the index of the class in the MRO, and the key there."""


AT_LAST: bool | None = None
AT_FIRST: bool | None = True
"""In place of a member descriptor: the reference is one of the last or of the first ones."""


class Plan:
    """How to read the objects of one type.

    ``read(thing, worklist)`` returns the content to store and compare. ``text(thing)`` returns a
    formatted value as bytes, and its full length or -1. ``immutable``: different content at the
    same address means another object. ``kind`` is one of wire's. ``size`` is None if
    ``sys.getsizeof`` runs no code of the program. ``base`` is the kind of the builtin that an
    instance's class derives from. With ``text_is_parts`` the function ``text`` is ``parts``.
    ``references`` are the named references of an object of a type in C: name and member descriptor,
    or ``AT_LAST`` or ``AT_FIRST`` if their order identifies them. They are None for other types,
    and where only Python reads. With ``has_facts`` there are also facts. With
    ``has_memory_elsewhere`` the content may change without its own memory. ``keys`` are the result
    of ``class_keys``, ``scan`` is the scan that last verified them.

    Nothing that a plan refers to may refer back to it: a dropped plan would be cyclic garbage for
    the program's collector to find and count.
    """

    __slots__ = (
        *("base", "collectable", "has_facts", "has_memory_elsewhere", "has_no_finalizer"),
        *("immutable", "keys", "kind", "name", "read", "references", "scan", "size", "text"),
        *("text_is_parts", "type_id"),
    )

    def __init__(
        self,
        kind: int,
        name: int,
        read: Read,
        *,
        text: Callable[[Any], Text] | None = None,
        parts: Callable[[Any], list[int]] | None = None,
        immutable: bool = False,
    ) -> None:
        self.kind = kind
        self.name = name
        self.read = read
        self.text: Callable[[Any], Any] | None = text or parts
        self.text_is_parts = parts is not None
        self.immutable = immutable
        self.type_id = self.scan = 0
        self.keys: tuple[int, ...] = ()
        self.collectable = self.has_no_finalizer = False
        self.size: Callable[[Any], int] | None = None
        self.base: int | None = None
        self.references: tuple[tuple[str, Any], ...] | None = None
        self.has_facts = self.has_memory_elsewhere = False


class Shape:
    """How to find the attributes of instances of one class of the program.

    ``slots`` are its slots by name, ``hidden`` those that cannot be read by name, ``texts`` the
    names found last. With ``has_dicts``, because of names that the program's code does not spell,
    each object is asked for its ``__dict__``. If the class derives from a builtin one
    (``is_derived``), ``base_read`` reads that content, if it has references.
    """

    __slots__ = ("base_read", "has_dicts", "hidden", "is_derived", "slots", "texts")

    def __init__(self, cls: type) -> None:
        self.slots = slot_members(type_mro(cls))
        self.hidden = {name: where for name, where in self.slots.items() if name != where[1]}
        self.texts: list[str] = []
        self.has_dicts = self.is_derived = False
        self.base_read: Callable[[Any, Worklist], bytes] | None = None
