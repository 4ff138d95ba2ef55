"""The references that a ledger has found so far, and the indexes for finding them."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from visualizer.model import Frame, HeapObject, Mapping, Scalar, State, shares, sharing_of
from visualizer.model.codes import living_codes

type Where = str | int


class References:
    """The references to each object of ``state``, by kind and place.

    ``at`` maps addresses to serials, ``codes`` addresses to living code objects; ``sharing`` has
    the cells of frames' variables. ``cells`` maps a cell's address to the name of its variable and
    its serial or 0. ``variables`` maps name and value to the frames with a variable in a cell that
    is not on the heap, and whether the variable is their own. ``without_values`` are the dicts
    whose values are stored in an object.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        self.heap = state.heap
        self.found: dict[int, dict[tuple[str, Where], int]] = {}
        self.at = {one.address: one.serial for one in state.heap.values()}
        self.sharing = sharing_of(state, filter(shares, state.heap.values()))
        self.codes = {code.address: code for code in living_codes(state, self.at)}
        self.cells: dict[int, tuple[str, int]] = {}
        self.variables: dict[tuple[str, int], list[tuple[Frame, bool]]] = defaultdict(list)
        self.running: Counter[int] = Counter()
        self.without_values: list[HeapObject] = []

    def remainder(self, serial: int) -> int:
        """Return the unexplained part of a count; below zero only in a wrong recording."""
        count = self.heap[serial].refcount
        found = self.found.get(serial)
        return 0 if count is None else count - (sum(found.values()) if found else 0)

    def add(self, serial: int, kind: str, where: Where, n: int = 1) -> None:
        """Add ``n`` references to an object."""
        found = self.found.get(serial)
        if found is None:
            found = self.found[serial] = {}
        found[kind, where] = found.get((kind, where), 0) + n

    def add_at(self, address: int, kind: str, where: Where, n: int = 1) -> None:
        """Add references to the object at an address, if it is known."""
        serial = self.at.get(address)
        if serial is not None:
            self.add(serial, kind, where, n)

    def claim(self, serial: int, kind: str, where: Where, n: int = 1) -> None:
        """Add inferred references: at most as many as are still unexplained."""
        if self.heap[serial].refcount is not None:
            n = min(n, self.remainder(serial))
            if n > 0:
                self.add(serial, kind, where, n)

    def namespace_keys(self, serial: int) -> Iterator[str]:
        """Yield the keys of a dict that serves as a namespace."""
        content = self.heap[serial].content
        if isinstance(content, Mapping):
            for key, _ in content.entries:
                known = self.heap[key].content
                if isinstance(known, Scalar):
                    text = known.text
                    yield text[1:-1] if text[:1] in "'\"" else text
                else:
                    yield f"<{self.heap[key].type}>"
