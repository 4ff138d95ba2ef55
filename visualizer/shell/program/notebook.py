"""Reads the code cells of a Jupyter notebook as one program."""

import json
import re
from pathlib import Path

from visualizer.model import CannotRun

NOTEBOOK_SUFFIX = ".ipynb"
_COMMAND = re.compile(r"^([ \t]*)([%!])", re.MULTILINE)
"""The start of a line that only IPython understands."""


def program_of(path: Path, data: bytes) -> str:
    """Return the code cells of a notebook; IPython's own lines become comments.

    Raises ``CannotRun`` if ``data`` is no notebook (nbformat 4).
    """
    try:
        cells = json.loads(data)["cells"]
        code = ["".join(one["source"]) for one in cells if one["cell_type"] == "code"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise CannotRun(
            "{file}: not a Jupyter notebook; choose a Python program", file=path
        ) from None
    return _COMMAND.sub(r"\1# \2", "\n\n".join(code)) + "\n"
