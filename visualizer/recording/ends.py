"""The end of a run as JSON; ``metadata.read_end`` reads it."""

from visualizer.model import End


def end_as_json(end: End) -> dict[str, object]:
    """``end`` as the contract has it."""
    return {"reason": end.reason.value, "detail": end.detail, "exit_code": end.exit_code}
