"""The functions that generators run, found by the code of a paused frame."""

from collections.abc import Iterator, Mapping

from visualizer.model import Generator, State


class GeneratorNames(Mapping[int, str]):
    """The names of a step's generators by serial, computed on first use."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._names: dict[int, str] | None = None

    def __getitem__(self, serial: int) -> str:
        thing = self._state.heap[serial]
        if not isinstance(thing.content, Generator):
            raise KeyError(serial)
        if self._names is None:
            self._names = {code.address: code.name for code in self._state.codes.values()}
        addresses = (part.address for part in thing.parts)
        return next((self._names[one] for one in addresses if one in self._names), "")

    def __iter__(self) -> Iterator[int]:
        things = self._state.heap.values()
        return (one.serial for one in things if isinstance(one.content, Generator))

    def __len__(self) -> int:
        return sum(1 for _ in self)
