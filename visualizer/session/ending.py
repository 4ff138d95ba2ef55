"""Derives how a run ended from its exit code and its last event."""

from visualizer.model import End, EndReason, Event
from visualizer.platform.killing import INTERRUPTED, describe_killer


def natural_end(status: int, last: Event | None) -> End:
    """Return the end of a program that we did not end, by its exit code ``status``."""
    if last is Event.UNCAUGHT and status in (INTERRUPTED, *range(256)):
        # After an uncaught KeyboardInterrupt Python ends itself by the signal, as shells expect.
        return End(EndReason.UNCAUGHT, "stopped by an uncaught exception", status)
    if (killer := describe_killer(status)) is not None:
        return End(EndReason.KILLED, f"killed by {killer}", status)
    if last is Event.FINISH:
        return End(EndReason.FINISHED, "ran to completion", status)
    return End(EndReason.EXITED, f"exited with code {status}", status)


def describe_limit(reason: EndReason, amount: float) -> str:
    """Return the detail of an end by a limit of ``amount`` steps, seconds or bytes."""
    what = {
        EndReason.STEP_LIMIT: f"{amount:,.0f} steps",
        EndReason.TIME_LIMIT: f"{amount:g} second{'' if amount == 1 else 's'}",
        EndReason.MEMORY_LIMIT: f"{amount:,.0f} bytes of memory",
        EndReason.SIZE_LIMIT: f"{amount:,.0f} bytes of recording",
    }[reason]
    return f"stopped at the limit of {what}"
