"""What the names of a frame and of a namespace refer to."""

from __future__ import annotations

from visualizer.recorder import lost
from visualizer.recorder.classes import type_mro
from visualizer.recorder.code_facts import CLASS_PLUMBING
from visualizer.recorder.comprehensions import hidden_now, variables
from visualizer.recorder.texts import safe_repr

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable
    from typing import Any

    from visualizer.recorder.builtin_types import FrameType
    from visualizer.recorder.code_facts import CodeFacts
    from visualizer.recorder.names import Names
    from visualizer.recorder.plans import Layout, Reach

    type Addresses = tuple[int, ...]

MODULE_PLUMBING = frozenset(
    (
        *("__name__", "__doc__", "__package__", "__loader__", "__spec__", "__annotations__"),
        *("__builtins__", "__file__", "__cached__", "__annotate__", "__conditional_annotations__"),
    )
)
NO_VIEW: tuple[Addresses | None, int, Layout] = (None, 0, ())


class Variables:
    """Reads them, as numbers. ``class_bodies`` has the dict that each class body's frame fills.

    ``read_already`` are the namespaces that were read for this step, by their addresses.
    """

    def __init__(self, names: Names) -> None:
        self._number = names.number
        self._views: dict[int, tuple[Addresses | None, int, Layout]] = {}
        self._tuples: dict[Addresses, Layout] = {}
        self.class_bodies: dict[int, int] = {}
        self.read_already: dict[int, tuple[Layout, Addresses]] = {}

    def read(self, frame: FrameType, facts: CodeFacts, reach: Reach) -> tuple[Layout, Addresses]:
        """Names and addresses of a frame's variables; what they refer to goes to ``reach``."""
        values: Collection[object]
        if facts.plumbing is None:
            own = frame.f_locals
            keys: Iterable[str] = own.keys()
            if facts.unreadable and hidden_now(facts.unreadable, frame.f_lasti):
                keys, values = variables(frame, facts.unreadable)
            else:
                values = own.values()
            reach += values
            names = self._tuples.get((*map(id, keys),))
            if names is None:
                names = self._tuples[(*map(id, keys),)] = (*map(self._number, keys),)
            return names, (*map(id, values),)
        if facts.kind == 0:
            return self.namespace(frame.f_globals, MODULE_PLUMBING, reach)
        return self.namespace(self._class_namespace(frame), CLASS_PLUMBING, reach)

    def _class_namespace(self, frame: FrameType) -> dict[Any, Any]:
        """The dict that a class body fills.

        While a comprehension runs in the body, the frame only tells the comprehension's variables
        (PEP 709); the dict is then looked for where it was at the steps before.
        """
        own = frame.f_locals
        if any(base is dict for base in type_mro(type(own))):
            self.class_bodies[id(frame)] = id(own)
            return own
        found = lost.find({self.class_bodies.get(id(frame), 0)})
        return found[0] if found and type(found[0]) is dict else {}

    def namespace(
        self, own: dict[Any, Any], left_out: Container[str], reach: Reach
    ) -> tuple[Layout, Addresses]:
        """Names and addresses of a namespace dict, less the names every such namespace has."""
        done = self.read_already.get(id(own))
        if done is not None:
            return done
        # By address: a key may be no text, or text with a hash of the program's own.
        keys = (*map(id, dict.keys(own)),)
        known, skipped, names = self._views.get(id(own), NO_VIEW)
        if keys != known:
            view = self._view(own, left_out)
            if view is None:
                return self._scattered(own, left_out, reach)
            skipped, names = view
            self._views[id(own)] = keys, skipped, names
        values = [*dict.values(own)][skipped:]
        reach += values
        return names, (*map(id, values),)

    def _view(self, own: dict[Any, Any], left_out: Container[str]) -> tuple[int, Layout] | None:
        """How many names come first and are left out, and the rest by number.

        None where they do not come first, or a key is no text.
        """
        skipped = 0
        names: list[int] = []
        for name in dict.keys(own):
            if type(name) is not str or (name in left_out and names):
                return None
            if name in left_out:
                skipped += 1
            else:
                names.append(self._number(name))
        return skipped, tuple(names)

    def _scattered(
        self, own: dict[Any, Any], left_out: Container[str], reach: Reach
    ) -> tuple[Layout, Addresses]:
        names, addresses = [], []
        for name, value in dict.items(own):
            if type(name) is str and name in left_out:
                continue
            names.append(self._number(name if type(name) is str else safe_repr(name)))
            addresses.append(id(value))
            reach.append(value)
        return tuple(names), tuple(addresses)
