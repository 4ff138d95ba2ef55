"""Says that a library is not installed, with the command that installs it."""

import shutil
import sys
from importlib.util import find_spec

from visualizer.platform.python import own_python
from visualizer.platform.system import written_command

_NEWEST = {"h5py": (3, 14)}
"""The newest Python for which a library has wheels, as in ``pyproject.toml``."""


def missing(module: str) -> str:
    """Return why ``module`` cannot be imported here; empty if it can, or without a module."""
    return not_installed(module) if module and find_spec(module) is None else ""


def not_installed(module: str) -> str:
    """Return that ``module`` is not installed, and the command for this very interpreter."""
    newest = _NEWEST.get(module, sys.version_info)
    if module in sys.stdlib_module_names or sys.version_info[:2] > newest[:2]:
        return f"{module} is not available on this machine"
    python = own_python()
    commands = [[python, "-m", "pip", "install", module]]
    # An environment that uv made has no pip.
    if find_spec("pip") is None:
        with_uv = [["uv", "pip", "install", "--python", python, module]]
        commands = with_uv if shutil.which("uv") else [[python, "-m", "ensurepip"], *commands]
    written = " && ".join(map(written_command, commands))
    return f"{module} is not installed; install it with: {written}"
