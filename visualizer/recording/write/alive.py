"""Identifies the process that writes a recording, and whether it still runs."""

import os

from visualizer.platform.processes import is_running, machine_start, start_time


def myself() -> dict[str, object]:
    """The identity of this process: its number, its start time, and the machine's boot."""
    return _identity(os.getpid())


def is_alive(writer: object) -> bool:
    """Whether the process that ``myself`` described still runs, as far as this machine knows."""
    if not isinstance(writer, dict) or not isinstance(writer.get("process"), int):
        return False
    process = writer["process"]
    return process > 0 and is_running(process) and _identity(process) == writer


def _identity(process: int) -> dict[str, object]:
    # The system reuses process numbers.
    began = start_time(process)
    began_text = "" if began is None else str(began)
    return {"process": process, "began": began_text, "machine": machine_start()}
