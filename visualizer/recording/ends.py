"""The end of a run as JSON; ``metadata.read_end`` reads it."""

from visualizer.model import End


def end_as_json(end: End) -> dict[str, object]:
    """Return ``end`` as a JSON object."""
    return {"reason": end.reason.value, "detail": end.detail, "exit_code": end.exit_code}
