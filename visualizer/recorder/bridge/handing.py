"""The state that the engine in C hands over to the recorder in Python in the same run.

Nothing about objects, frames and values is handed over: they are sent again. What continues is
their numbering, and what is known about the program's files, modules and code.
"""

from __future__ import annotations

from itertools import batched

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from visualizer.recorder.bridge.describing import Describer
    from visualizer.recorder.bridge.engine import NativeNames
    from visualizer.recorder.code.codes import Codes
    from visualizer.recorder.files import Files
    from visualizer.recorder.objects.reading import Reader
    from visualizer.recorder.output import Output


class Handover:
    """The engine's state, collected once when it ends.

    ``main`` is the address of the main program's code, ``modules`` are the names, files and dicts
    of its modules, ``threads`` maps idents of running threads to numbers.
    """

    def __init__(
        self, native: Any, describer: Describer, names: NativeNames, files: Files, output: Output
    ) -> None:
        self.names = names
        self.files = files
        self.output = output
        self.main: int = describer.main
        self.modules: list[tuple[str, int, int]] = describer.modules
        self.codes: Codes = describer.release_codes()
        self.reader: Reader = describer.reader
        self.threads: dict[int, int] = {
            ident: number for number, ident in batched(native.threads_(), 2, strict=True)
        }
        self.last_object, self.last_frame, *pending = native.handover_()
        names.send(*pending)
