"""pyqtgraph, imported without PySide6's modules for OpenGL, with which none of our plots draws.

They are a tenth of Qt's size, so packages leave them out. pyqtgraph 0.14 imports both and has one
class derived from theirs.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from PySide6.QtWidgets import QWidget


@contextmanager
def _without_opengl() -> Iterator[None]:
    """Let empty modules stand for those for OpenGL; who imports them later gets the real ones."""
    import PySide6

    stand_ins = {name: ModuleType(f"PySide6.{name}") for name in ("QtOpenGL", "QtOpenGLWidgets")}
    stand_ins["QtOpenGLWidgets"].__dict__["QOpenGLWidget"] = QWidget
    absent = [one for one in stand_ins.values() if one.__name__ not in sys.modules]
    sys.modules.update({one.__name__: one for one in absent})
    try:
        yield
    finally:
        for one in absent:
            del sys.modules[one.__name__]
            # An import of a submodule sets it there, too.
            vars(PySide6).pop(one.__name__.rpartition(".")[2], None)


with _without_opengl():
    import pyqtgraph as pg

__all__ = ["pg"]
