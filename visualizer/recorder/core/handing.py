"""What the engine in C knows, handed to the recorder in Python, which begins anew in the same run.

Nothing is handed on of objects, frames and names themselves: those are told again. What goes on is
how they are numbered, and what was found out about the program's files, modules and code.
"""

from __future__ import annotations

from visualizer.recorder.core.following import stacks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from visualizer.recorder.codes import Codes
    from visualizer.recorder.core.describing import Describing
    from visualizer.recorder.core.engine import NativeNames
    from visualizer.recorder.files import Files
    from visualizer.recorder.output import Output
    from visualizer.recorder.reading import Reader


class Known:
    """Collected once, when the engine has come to its end.

    ``main`` is the address of the program's own code, ``modules`` are the names, files and dicts of
    its modules, ``threads`` the numbers of those that run, by ident.
    """

    def __init__(
        self, native: Any, describing: Describing, names: NativeNames, files: Files, output: Output
    ) -> None:
        self.names = names
        self.files = files
        self.output = output
        self.main: int = describing.main
        self.modules: list[tuple[str, int, int]] = describing.modules
        self.codes: Codes = describing.take_codes()
        self.reader: Reader = describing.reader
        self.threads: dict[int, int] = {ident: number for number, ident, _ in stacks(native)}
        self.last_object, self.last_frame, *pending = native.handed_()
        names.send(*pending)
