"""The folder in which a system shows named shared memory."""

import os
import sys
import tempfile
from pathlib import Path

if sys.platform == "linux":
    FOLDER = Path("/dev/shm")
else:
    # A folder that never exists: on other systems a segment is no file. Windows removes a segment
    # with its last user.
    FOLDER = Path(tempfile.gettempdir(), f"visualizer-segments-{os.getpid()}")
