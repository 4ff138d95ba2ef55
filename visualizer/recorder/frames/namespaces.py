"""Follows the global names of the program's modules."""

from __future__ import annotations

import sys

from visualizer.recorder import wire
from visualizer.recorder.frames.stacks import flat
from visualizer.recorder.frames.variables import IMPLICIT_MODULE_NAMES
from visualizer.recorder.objects.classes import is_module, module_dict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import FrameType

    from visualizer.recorder.frames.variables import Addresses, FrameView, Variables
    from visualizer.recorder.objects.plans import Layout, Worklist

    type Changed = dict[int, tuple[Layout, Addresses] | None]

_modules = sys.modules


class Namespaces:
    """Reads and sends the modules' namespaces.

    ``globals`` is what was sent last: names and addresses, by the number of the file. If two
    modules have one file, as when a program imports itself, it has the innermost one that runs,
    else the one that changed last.
    """

    def __init__(self, variables: Variables) -> None:
        self._variables = variables
        self._modules: dict[tuple[str, int], int] = {}
        self._found: dict[tuple[str, int], tuple[Layout, Addresses]] = {}
        self.globals: dict[int, tuple[Layout, Addresses]] = {}

    def forget(self) -> None:
        """Forget what was sent, so that all namespaces are sent again."""
        self._found.clear()
        self.globals.clear()

    def add_module(self, name: str, file: int, address: int) -> None:
        """Note a module of the program: its name, its file's number and its dict's address.

        Code of several files may run in one module (``exec``), and in a dict that belongs to no
        module.
        """
        known = self._modules.get((name, file))
        namespace = _namespace(name)
        if known is None or namespace is None or known != id(namespace):
            self._modules[name, file] = address

    def read(self, worklist: Worklist, frame: FrameType) -> Changed:
        """Return the namespaces that changed since they were sent, by file; None for a removed one.

        At exit modules vanish before their namespaces; finalizers that still run refer to theirs.
        """
        changed: dict[int, tuple[Layout, Addresses] | None] = {}
        present = dict(self._present(frame))
        for module in self._modules.keys() - present.keys():
            gone, file = self._found.pop(module, None), module[1]
            if gone is not None and self.globals.get(file) is gone:
                del self.globals[file]
                changed[file] = None
        for module, namespace in present.items():
            file = module[1]
            found = self._variables.namespace(namespace, IMPLICIT_MODULE_NAMES, worklist)
            if self._found.get(module) != found or file not in self.globals:
                self._found[module] = self.globals[file] = changed[file] = found
        return changed

    def prefer_running(self, views: Iterable[FrameView], changed: Changed) -> None:
        """Have each file of two modules show the innermost of them that runs in ``views``."""
        modules = {view.info.file: view for view in views if view.info.kind == 0}
        for file, view in modules.items():
            found = view.names, view.addresses
            if found == self.globals.get(file):
                continue
            for module, known in self._found.items():
                if module[1] == file and known == found:
                    self.globals[file] = changed[file] = known

    def _present(self, frame: FrameType) -> Iterator[tuple[tuple[str, int], dict[str, object]]]:
        """Yield the modules that are there, each with its namespace."""
        for module, address in self._modules.items():
            namespace = _namespace(module[0])
            if namespace is None or id(namespace) != address:
                namespace = frame.f_globals if id(frame.f_globals) == address else None
            if namespace is not None:
                yield module, namespace

    def send(self, names: Changed, serial: Callable[[int], int], numbers: list[int]) -> None:
        """Append the ``GLOBALS`` operations of the changes that ``read`` returned."""
        for file, found in names.items():
            if found is None:
                numbers += (wire.GLOBALS, file, -1)
                continue
            own_names, addresses = found
            numbers += (wire.GLOBALS, file, len(own_names))
            numbers += flat(zip(own_names, map(serial, addresses), strict=True))


def _namespace(name: str) -> dict[str, object] | None:
    """Return the dict of the module of that name; None if there is none."""
    module = _modules.get(name)
    return module_dict(module) if module is not None and is_module(type(module)) else None
