"""The end of a run as JSON, and back."""

from typing import Any

from visualizer.model import End, EndReason


def end_as_json(end: End) -> dict[str, object]:
    """``end`` as the contract has it."""
    return {"reason": end.reason.value, "detail": end.detail, "exit_code": end.exit_code}


def end_from_json(found: Any) -> End:
    """The inverse of ``end_as_json``. Raises ``ValueError`` when ``found`` is no such thing."""
    try:
        reason, detail, code = EndReason(found["reason"]), found["detail"], found["exit_code"]
    except (TypeError, KeyError) as error:
        raise ValueError("an end without its parts") from error
    if not isinstance(detail, str) or not (code is None or isinstance(code, int)):
        raise ValueError("an end whose parts are of other types")
    return End(reason, detail, code)
