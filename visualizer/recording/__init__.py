"""The recording file: append, keyframes, seek, follow while growing, check.

Each name imports its module on first use: the verb ``record``, whose start-up a person waits for,
only writes and needs no module that makes model objects; a reader needs no writer.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.recording.foreign.opt_import import import_trace
    from visualizer.recording.metadata import Part, end_as_json
    from visualizer.recording.read.cursor import Cursor
    from visualizer.recording.read.reading import Recording
    from visualizer.recording.write.making import is_growing
    from visualizer.recording.write.trimming import save_range
    from visualizer.recording.write.writer import Writer

__all__ = [
    "Cursor",
    "Part",
    "Recording",
    "Writer",
    "end_as_json",
    "import_trace",
    "is_growing",
    "save_range",
]

_HOMES = {
    "Cursor": "read.cursor",
    "Part": "metadata",
    "Recording": "read.reading",
    "Writer": "write.writer",
    "end_as_json": "metadata",
    "import_trace": "foreign.opt_import",
    "is_growing": "write.making",
    "save_range": "write.trimming",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
