"""The global names of a state, each once: code of several files may share one module's dict."""

from collections import defaultdict
from collections.abc import Iterator

from visualizer.model import State


def global_names(state: State) -> Iterator[tuple[str, str, int]]:
    """Yield file, name and serial of each; names of a shared dict appear under its first file."""
    dicts: dict[str, set[int]] = defaultdict(set)
    for code in state.codes.values():
        if code.namespace:
            dicts[code.file].add(code.namespace)
    known: list[str] = []
    for file, names in state.globals.items():
        same = [one for one in known if state.globals[one] == names]
        if not any(dicts[one] & dicts[file] for one in same):
            known.append(file)
            yield from ((file, name, serial) for name, serial in names)
