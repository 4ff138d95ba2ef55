"""What of a step is left out of the picture: modules, classes, functions, types, the unreachable.

Nothing moves: what is hidden leaves its place free.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from visualizer.explain import referred_to
from visualizer.layout import Picture, object_key
from visualizer.model import ClassBody, Function, HeapObject, Method, Module, State

KINDS = ("modules", "classes", "functions")
_CLASSES: dict[str, tuple[type, ...]] = {
    "modules": (Module,),
    "classes": (ClassBody,),
    "functions": (Function, Method),
}


@dataclass(frozen=True, slots=True)
class Filter:
    """``kinds`` out of ``KINDS`` and ``types`` are hidden; ``only_from`` is an object: what cannot
    be reached from it is hidden then. What hangs under the ``folded`` objects is folded away; of
    very many cards the most frequent types are ``grouped``, but for those ``opened``; long chains
    and trees are ``shortened``, but for the objects that are ``spread`` out."""

    kinds: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    only_from: int | None = None
    folded: frozenset[int] = frozenset()
    grouped: bool = True
    opened: frozenset[str] = frozenset()
    shortened: bool = True
    spread: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.kinds or self.types or self.only_from is not None or self.folded)

    def with_kind(self, kind: str, hidden: bool) -> "Filter":
        """The same with one kind hidden, or shown."""
        return replace(self, kinds=self.kinds | {kind} if hidden else self.kinds - {kind})

    def with_type(self, name: str, hidden: bool) -> "Filter":
        """The same with one type hidden, or shown."""
        return replace(self, types=self.types | {name} if hidden else self.types - {name})

    def from_object(self, serial: int | None) -> "Filter":
        """The same with only what can be reached from an object, or from anywhere."""
        return replace(self, only_from=serial)

    def with_fold(self, serial: int, folded: bool) -> "Filter":
        """The same with what hangs under an object folded away, or shown."""
        return replace(self, folded=self.folded | {serial} if folded else self.folded - {serial})

    def with_opened(self, name: str) -> "Filter":
        """The same with all of a type drawn, however many there are."""
        return replace(self, opened=self.opened | {name})

    def ungrouped(self) -> "Filter":
        """The same with all cards drawn, however many there are."""
        return replace(self, grouped=False)

    def with_spread(self, serials: Iterable[int], shown: bool) -> "Filter":
        """The same with some of what long structures leave out shown, or left out again."""
        wanted = frozenset(serials)
        return replace(self, spread=self.spread | wanted if shown else self.spread - wanted)

    def lengthened(self) -> "Filter":
        """The same with all of long chains and trees shown."""
        return replace(self, shortened=False)

    def unfolded(self) -> "Filter":
        """The same with nothing folded away."""
        return replace(self, folded=frozenset())


@dataclass(frozen=True, slots=True)
class Hidden:
    """How much one part of a filter hides: a kind, ``type`` and its name, ``unreached``,
    ``folded``; of ``grouped`` how many types, of ``shortened`` how many structures."""

    reason: str
    count: int
    name: str = ""


def hide(picture: Picture, state: State, by: Filter) -> tuple[Picture, tuple[Hidden, ...]]:
    """The picture without what a filter hides, and how much each part of it hid."""
    if not by:
        return picture, ()
    reasons = {
        serial: reason
        for box in picture.boxes
        if (serial := box.serial) is not None
        and (thing := state.heap.get(serial)) is not None
        and (reason := _reason(thing, by)) is not None
    }
    if by.only_from is not None and by.only_from in state.heap:
        reached = referred_to(state, by.only_from)
        for box in picture.boxes:
            if box.serial is not None and box.serial not in reached:
                reasons.setdefault(box.serial, ("unreached", ""))
    gone = {object_key(serial) for serial in reasons}
    inside = (nested for box in picture.boxes if box.key in gone for nested in box.nested)
    without = gone | {object_key(nested.serial) for nested in inside}
    kept = replace(
        picture,
        boxes=tuple(box for box in picture.boxes if box.key not in gone),
        arrows=tuple(
            arrow
            for arrow in picture.arrows
            if arrow.card not in gone and object_key(arrow.target) not in without
        ),
    )
    return kept, tuple(_counted(by, reasons))


def _reason(thing: HeapObject, by: Filter) -> tuple[str, str] | None:
    for kind in KINDS:
        if kind in by.kinds and isinstance(thing.content, _CLASSES[kind]):
            return kind, ""
    return ("type", thing.type) if thing.type in by.types else None


def _counted(by: Filter, reasons: dict[int, tuple[str, str]]) -> Iterator[Hidden]:
    """Every part of the filter, also one that hides nothing in this step."""
    found = list(reasons.values())
    for kind in KINDS:
        if kind in by.kinds:
            yield Hidden(kind, found.count((kind, "")))
    for name in sorted(by.types):
        yield Hidden("type", found.count(("type", name)), name)
    if by.only_from is not None:
        yield Hidden("unreached", found.count(("unreached", "")))
