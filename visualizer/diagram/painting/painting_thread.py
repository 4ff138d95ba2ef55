"""Keeps painting on one thread."""

import os
from functools import cache

from PySide6.QtGui import QImage, QLinearGradient, QPainter

_SWITCH = "QT_NO_GUI_THREADPOOL"


@cache
def paint_on_one_thread() -> None:
    """Keep Qt from using a thread pool to fill areas; call it before everything else.

    Qt would use it for each line that is as high as the window: waking the threads and waiting for
    them takes longer than the whole picture (a step among 1,000 objects 20 ms instead of 12). Qt
    reads the variable only once, when it first fills such an area. The function then removes it
    again, so that the programs we start do not see it.
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
