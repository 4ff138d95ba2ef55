"""The colours of a picture, all at once: a window has a million pixels."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def colours_of(picture: QImage) -> NDArray[np.int16]:
    """Return blue, green and red of every pixel, by rows and columns."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    found = np.frombuffer(plain.constBits(), np.uint8)
    return found.reshape(plain.height(), plain.width(), 4)[:, :, :3].astype(np.int16)
