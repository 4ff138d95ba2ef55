"""Says that a library is not installed, with the command that installs it."""

import shlex
import sys
from importlib.util import find_spec

from visualizer.platform.python import own_python


def missing(module: str) -> str:
    """Return why ``module`` cannot be imported here; empty if it can, or without a module."""
    return not_installed(module) if module and find_spec(module) is None else ""


def not_installed(module: str) -> str:
    """Return that ``module`` is not installed, and the command for this very interpreter."""
    if module in sys.stdlib_module_names:
        return f"{module} is not available on this machine"
    # An environment that uv made has no pip.
    pip = [own_python(), "-m", "pip", "install"]
    command = pip if find_spec("pip") else ["uv", "pip", "install", "--python", own_python()]
    return f"{module} is not installed; install it with: {shlex.join([*command, module])}"
