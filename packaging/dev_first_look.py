"""Makes the picture that `run` shows without a screen: the call example."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from dev_environment import STANDARD_ERROR, Environment, say

DEEPEST = "10"
"""The step of the call example with three frames on the stack."""


def make_picture(environment: Environment) -> int:
    """Record the call example, draw it at its deepest point, print where the picture is."""
    say("no screen here (no DISPLAY, no WAYLAND_DISPLAY), so a picture instead of a window")
    program = environment.root / "resources" / "examples" / "call_example.py"
    picture = environment.build / "call_example.png"
    with tempfile.TemporaryDirectory(dir=environment.build) as scratch:
        recording = Path(scratch, "call_example.memtrace")
        drawn = Path(scratch, "call_example.png")
        steps = (
            ("record", program, "-o", recording),
            ("export", recording, "--format", "png", "--step", DEEPEST, "-o", drawn),
        )
        for step in steps:
            code = _visualizer(environment, *step)
            if code:
                return code
        # Rename the whole file into place: another `run` may write it too.
        drawn.replace(picture)
    sys.stdout.buffer.write(os.fsencode(picture) + b"\n")
    sys.stdout.buffer.flush()
    return 0


def _visualizer(environment: Environment, *arguments: str | Path) -> int:
    return subprocess.call(
        [environment.python, environment.script("visualizer"), *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        stdout=STANDARD_ERROR,
    )
