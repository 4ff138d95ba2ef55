"""What a ledger is made of: the references found so far, and what they were found by."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from visualizer.model import Frame, HeapObject, Mapping, Scalar, State, shares, sharing_of
from visualizer.model.codes import living_codes

type Where = str | int


class Books:
    """The references to each object of ``state``, by kind and place.

    ``at`` has the serial of what lies at an address, ``codes`` the code objects that are alive by
    theirs, ``sharing`` the cells that frames' variables are in, ``cells`` by address the name of
    the variable in a cell and its serial or 0, ``variables`` the frames that have a variable in a
    cell which is not on the heap and whether it is their own, by name and value;
    ``without_values`` are the dicts that have theirs in an object.
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
        """What is left of an object's count; below zero only where the recording is wrong."""
        count = self.heap[serial].refcount
        found = self.found.get(serial)
        return 0 if count is None else count - (sum(found.values()) if found else 0)

    def add(self, serial: int, kind: str, where: Where, n: int = 1) -> None:
        """``n`` more references to an object."""
        found = self.found.get(serial)
        if found is None:
            found = self.found[serial] = {}
        found[kind, where] = found.get((kind, where), 0) + n

    def add_at(self, address: int, kind: str, where: Where, n: int = 1) -> None:
        """The same by address, where something known lies there."""
        serial = self.at.get(address)
        if serial is not None:
            self.add(serial, kind, where, n)

    def claim(self, serial: int, kind: str, where: Where, n: int = 1) -> None:
        """The same as ``add`` for what was not read: no more than is left."""
        if self.heap[serial].refcount is not None:
            n = min(n, self.remainder(serial))
            if n > 0:
                self.add(serial, kind, where, n)

    def keys(self, serial: int) -> Iterator[str]:
        """The keys of a dict used as a namespace, as attributes go by."""
        content = self.heap[serial].content
        if isinstance(content, Mapping):
            for key, _ in content.entries:
                known = self.heap[key].content
                if isinstance(known, Scalar):
                    text = known.text
                    yield text[1:-1] if text[:1] in "'\"" else text
                else:
                    yield f"<{self.heap[key].type}>"
