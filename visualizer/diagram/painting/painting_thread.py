"""Painting stays on the thread that paints."""

import os

from PySide6.QtGui import QImage, QLinearGradient, QPainter

_SWITCH = "QT_NO_GUI_THREADPOOL"


def paint_on_one_thread() -> None:
    """Keep Qt from handing parts of what it fills to a pool of threads; to be called first of all.

    It would do so for each line that is as high as the window: waking the threads, and waiting for
    them, takes longer than the whole picture (a step among 1,000 objects 20 ms instead of 12). Qt
    asks for the switch only once, when it first fills something in that way. Then it is taken back:
    the programs that we start are not to find it.
    """
    if _SWITCH in os.environ:
        return
    os.environ[_SWITCH] = "1"
    try:
        image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(image)
        painter.fillRect(image.rect(), QLinearGradient(0, 0, 1, 1))
        painter.end()
    finally:
        del os.environ[_SWITCH]
