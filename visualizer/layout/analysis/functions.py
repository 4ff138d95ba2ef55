"""Finds the functions that hold something of their own, such as a closure or an attribute."""

from collections import defaultdict

from visualizer.layout.analysis.holdings import Holdings
from visualizer.layout.analysis.plain import NEVER_CARDS, is_plain, may_be_plain
from visualizer.model import (
    OF_COMPILER,
    Cell,
    Delta,
    Frame,
    Function,
    Heap,
    Lock,
    Named,
    Other,
    State,
    content_of,
)


class FunctionCollector:
    """Collects functions: ``record`` follows each function and cell, ``observe`` then the stacks.

    An inner function holds only variables of a frame, which shows them while it is on the stack. A
    function that outlives the frame is drawn apart.
    """

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._holding: set[int] = set()
        self._unheld: set[int] = set()
        """Functions that hold no values.

        They are methods of C objects, such as the ``readline`` of a file or the ``__exit__`` of a
        lock, methods that hold only their class, for ``super()``, and abstract ones.
        """
        self._captured: dict[int, Named] = {}
        """For each function with variables of an outer function, their names and cells."""
        self._new: dict[int, str] = {}
        self._inner_of: defaultdict[int, defaultdict[Named, set[int]]] = defaultdict(
            lambda: defaultdict(set)
        )
        """The inner functions of each frame, by captured variables: those of a loop share them."""
        self._apart: set[int] = set()

    @property
    def holding(self) -> set[int]:
        """The functions that ever hold something."""
        return set(self._holding)

    def holding_apart(self, things: Heap) -> set[int]:
        """Return the functions that hold values of their own, without inner functions."""
        apart: set[int] = set()
        waiting = list(self._apart)
        while waiting:
            if (one := waiting.pop()) not in apart:
                apart.add(one)
                # A function that outlives its frame leads to the functions that it uses.
                cells = (cell for _, cell in self._captured.get(one, ()))
                waiting += filter(None, (_contents(cell, things) for cell in cells))
        return self._holding - self._unheld - (self._captured.keys() - apart)

    def record(self, serial: int, content: Function, heap: Heap) -> None:
        """Follow a function.

        A default with a card counts, because all calls share it; the code shows plain defaults.
        """
        captured = tuple(one for one in content.closure if one[0] not in OF_COMPILER)
        if captured and serial not in self._captured:
            self._captured[serial], self._new[serial] = captured, content.name
        holds = any(_contents(cell, heap) for _, cell in captured)
        defaults = (heap.get(one) for one in content.defaults)
        has_cards = any(not (may_be_plain(one) or is_plain(one, heap)) for one in defaults if one)
        if content.attributes or has_cards:
            self._apart.add(serial)
        if holds or content.attributes or has_cards:
            self._holding.add(serial)
            self._unheld.discard(serial)
        elif not captured and serial not in self._holding:
            self._unheld.add(serial)
        match content.attributes:
            case (("__self__", owner),) if isinstance(heap[owner].content, Other | Lock):
                self._unheld.add(serial)
            case (("__isabstractmethod__", _),) if not (captured or has_cards):
                self._unheld.add(serial)

    def record_cell(self, serial: int, things: Heap) -> None:
        """Note that the functions with a cell hold the cell's new value."""
        holders = self._holdings.holders[serial]
        self._holding |= {one for one in holders if isinstance(things[one].content, Function)}

    def observe(self, state: State, delta: Delta) -> None:
        """Follow the frames that have the variables of inner functions."""
        for serial, name in self._new.items():
            frames = (one for stack in state.stacks.values() for one in reversed(stack))
            captured = self._captured[serial]
            owner = next(
                (one for one in frames if one.function != name and _shows(one, captured, state)),
                None,
            )
            if owner is None:
                self._apart.add(serial)
            else:
                self._inner_of[owner.serial][captured].add(serial)
        self._new.clear()
        for change in delta.stacks:
            here = {one.serial: one for one in (change.new or ())[change.outer :]}
            for before in (change.old or ())[change.outer :]:
                frame = here.get(before.serial)
                inner = self._inner_of.get(before.serial)
                if inner is None:
                    continue
                if frame is not None:
                    for captured in [one for one in inner if not _shows(frame, one, state)]:
                        self._apart |= inner.pop(captured)
                else:
                    caller = change.new[-1] if change.new else None
                    found = set().union(*inner.values())
                    self._apart |= {one for one in found if self._lives_on(one, state, caller)}
                    del self._inner_of[before.serial]

    def _lives_on(self, serial: int, state: State, caller: Frame | None) -> bool:
        """Whether a name, an evaluation stack or a drawable object refers to a function."""
        if serial not in state.heap:
            return False
        if self._holdings.names_of[serial] or (caller is not None and serial in caller.operands):
            return True
        holders = (state.heap.get(one) for one in self._holdings.holders[serial])
        return any(
            not isinstance(one.content, Cell) and one.type not in NEVER_CARDS
            for one in holders
            if one is not None
        )


def _shows(frame: Frame, captured: Named, state: State) -> bool:
    """Whether a frame's variables include all of a function's cells that have values."""
    names = dict(frame.locals)
    found = ((name, _contents(cell, state.heap)) for name, cell in captured)
    return all(names.get(name) == value for name, value in found if value is not None)


def _contents(cell: int, heap: Heap) -> int | None:
    content = content_of(cell, heap)
    return content.contents if isinstance(content, Cell) else None
