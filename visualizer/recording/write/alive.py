"""Whose process writes a recording, and whether that process still runs."""

import os

from visualizer.platform.processes import is_running, machine_start, start_time


def myself() -> dict[str, object]:
    """What names this process: its number, when it began, and which start of which machine."""
    return _identity(os.getpid())


def is_alive(writer: object) -> bool:
    """Whether the process that ``myself`` described still runs, as far as can be told here."""
    if not isinstance(writer, dict) or not isinstance(writer.get("process"), int):
        return False
    process = writer["process"]
    return process > 0 and is_running(process) and _identity(process) == writer


def _identity(process: int) -> dict[str, object]:
    # A process number alone is used again.
    began = start_time(process)
    began_text = "" if began is None else str(began)
    return {"process": process, "began": began_text, "machine": machine_start()}
