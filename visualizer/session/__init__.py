"""Start a program under the recorder from outside, and take in what it sends."""

from visualizer.session.options import Options
from visualizer.session.preparation import Prepared, prepare
from visualizer.session.program import SyntaxFault, check_program
from visualizer.session.record import record_program
from visualizer.session.session import Session

__all__ = [
    "Options",
    "Prepared",
    "Session",
    "SyntaxFault",
    "check_program",
    "prepare",
    "record_program",
]
