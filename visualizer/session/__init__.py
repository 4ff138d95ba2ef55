"""Starts a program under the recorder and stores what the recorder sends.

Each submodule is imported on first use: starting a program must not wait for the modules that store
its recording.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.session.options import Options
    from visualizer.session.record import record_program
    from visualizer.session.session import Session
    from visualizer.session.start.preparation import Prepared, prepare
    from visualizer.session.start.program import SyntaxFault, check_program

__all__ = [
    "Options",
    "Prepared",
    "Session",
    "SyntaxFault",
    "check_program",
    "prepare",
    "record_program",
]

_HOMES = {
    "Options": "options",
    "Prepared": "start.preparation",
    "Session": "session",
    "SyntaxFault": "start.program",
    "check_program": "start.program",
    "prepare": "start.preparation",
    "record_program": "record",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
