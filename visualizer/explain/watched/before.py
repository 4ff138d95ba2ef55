"""A view of the previous step: the current state with the step's changes undone, without copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from visualizer.model import Code, Delta, Frame, HeapObject, Named, State, Step


class _Overlay[K, V](Mapping[K, V]):
    """A mapping with the values of ``old`` in place of those of ``now``; None means absent."""

    def __init__(self, old: Mapping[K, V | None], now: Mapping[K, V]) -> None:
        self._old, self._now = old, now

    def __getitem__(self, key: K) -> V:
        found = self._old[key] if key in self._old else self._now.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[K]:
        yield from (key for key, value in self._old.items() if value is not None)
        yield from (key for key in self._now if key not in self._old)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True)
class PreviousState:
    """The part of a ``State`` that has names and values, for the previous step."""

    step: Step | None
    stacks: Mapping[int, tuple[Frame, ...]]
    globals: Mapping[str, Named]
    heap: Mapping[int, HeapObject]
    codes: Mapping[int, Code]

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The stack of the step's own thread."""
        return self.stacks.get(self.step.thread, ()) if self.step else ()


def previous_state(state: State, delta: Delta) -> PreviousState:
    """Return the step before ``delta``, which led to ``state``; valid until ``state`` changes."""
    return PreviousState(
        delta.before,
        _Overlay({one.thread: one.old for one in delta.stacks}, state.stacks),
        _Overlay({one.file: one.old for one in delta.globals}, state.globals),
        _Overlay({one.serial: one.old for one in delta.objects}, state.heap),
        state.codes,
    )
