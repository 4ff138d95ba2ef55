"""The global names of a state, each once: text of several files may run in one module's dict."""

from collections import defaultdict
from collections.abc import Iterator

from visualizer.model import State


def global_names(state: State) -> Iterator[tuple[str, str, int]]:
    """File, name, and the serial of what it refers to; for the first file of those in one dict."""
    dicts: dict[str, set[int]] = defaultdict(set)
    for code in state.codes.values():
        if code.namespace:
            dicts[code.file].add(code.namespace)
    told: list[str] = []
    for file, names in state.globals.items():
        same = [one for one in told if state.globals[one] == names]
        if not any(dicts[one] & dicts[file] for one in same):
            told.append(file)
            yield from ((file, name, serial) for name, serial in names)
