"""The recording file: append, keyframes, seek, follow while growing, check."""

from visualizer.recording.cursor import Cursor
from visualizer.recording.heads import Bookmark, Header, end_as_json
from visualizer.recording.making import is_growing
from visualizer.recording.reading import Recording
from visualizer.recording.writer import Writer

__all__ = [
    "Bookmark",
    "Cursor",
    "Header",
    "Recording",
    "Writer",
    "end_as_json",
    "is_growing",
]
