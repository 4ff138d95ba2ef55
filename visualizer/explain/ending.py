"""Explains how a run ended."""

from signal import strsignal, valid_signals

from visualizer.explain.sentence import Sentence, sentence
from visualizer.model import End, EndReason

_LEFT = (EndReason.EXITED, 0)
"""``sys.exit()`` without a code ends a program as quietly as its last line."""


def explain_end(end: End) -> Sentence | None:
    """Return why the run ended; None if the program ended by itself and without an error."""
    if end.reason is EndReason.FINISHED or (end.reason, end.exit_code) == _LEFT:
        return None
    return sentence(f"end.{end.reason}", "loss", code=_code(end))


def _code(end: End) -> str:
    """Return the exit code, or the signal's number with the name that a terminal shows."""
    if end.exit_code is None:
        return "?"
    code = abs(end.exit_code)
    name = strsignal(code) if end.reason is EndReason.KILLED and code in valid_signals() else None
    return f"{code} ({name})" if name else f"{code}"
