"""Read a recording, finished or still growing."""

import re
import sqlite3
import stat
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from visualizer.model import CannotRun, DamagedRecording, End, EndReason, Event, NotKept
from visualizer.recording.alive import is_alive
from visualizer.recording.chunks import COLLECTED, WROTE
from visualizer.recording.cursor import Cursor
from visualizer.recording.making import not_kept
