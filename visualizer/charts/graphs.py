"""pyqtgraph, imported without PySide6's modules for OpenGL, which our plots do not use. Packages
leave those modules out, a tenth of Qt's size. pyqtgraph 0.14 imports both and derives one class
from theirs.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from PySide6.QtWidgets import QWidget


@contextmanager
def _without_opengl() -> Iterator[None]:
    """Replace the OpenGL modules by empty ones; a later import gets the real ones."""
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
            # The import of a submodule also sets it on its package.
            vars(PySide6).pop(one.__name__.rpartition(".")[2], None)


with _without_opengl():
    import pyqtgraph as pg

__all__ = ["pg"]
