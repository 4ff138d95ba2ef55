"""Where a system shows shared memory that has a name."""

import os
import sys
import tempfile
from pathlib import Path

if sys.platform == "linux":
    FOLDER = Path("/dev/shm")
else:
    # Never made: elsewhere a segment is no file. On Windows it goes with who uses it last.
    FOLDER = Path(tempfile.gettempdir(), f"visualizer-segments-{os.getpid()}")
