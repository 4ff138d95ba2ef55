"""The threads that paint."""

import os
import subprocess
import sys

PAINTS = """
import os, sys
from pathlib import Path

from PySide6.QtGui import QImage, QLinearGradient, QPainter

from visualizer.diagram.painting.painting_thread import paint_on_one_thread


def threads():
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.exists() else 0


if "kept" in sys.argv:
    paint_on_one_thread()
before = threads()
image = QImage(600, 600, QImage.Format.Format_ARGB32_Premultiplied)
painter = QPainter(image)
painter.fillRect(image.rect(), QLinearGradient(0, 0, 600, 600))
painter.end()
print(threads() - before, os.environ.get("QT_NO_GUI_THREADPOOL", "nothing"))
"""


def test_no_thread_is_begun_for_painting_and_programs_do_not_find_the_switch() -> None:
    """The test also runs Qt without the setting; otherwise it would test nothing."""
    assert _paint("kept") == ["0", "nothing"]
    begun, switch = _paint()
    assert switch == "nothing"
    assert (int(begun) > 0) == (sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1)


def test_whoever_sets_the_switch_keeps_it() -> None:
    """The user may want it for the programs, too."""
    assert _paint("kept", QT_NO_GUI_THREADPOOL="1") == ["0", "1"]


def _paint(*arguments: str, **more: str) -> list[str]:
    program = [sys.executable, "-c", PAINTS, *arguments]
    environment = {**os.environ, **more}
    done = subprocess.run(program, capture_output=True, text=True, check=True, env=environment)
    return done.stdout.split()
