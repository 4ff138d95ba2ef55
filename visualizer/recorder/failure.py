"""Describes a failure of the recorder in one line, without running code of the program.

The program is still running and may have replaced or modified anything used here.
"""

from __future__ import annotations

from visualizer.recorder.objects.classes import type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

PLACES = 4
"""How many of the innermost traceback entries are named."""
MOST = 200
"""Characters of each argument of an exception."""
UNKNOWN = b"the recorder failed, and could not say why"
TAKEN_AWAY = b"the program disabled the recorder's events (sys.monitoring)"


def reason(error: BaseException) -> bytes:
    """Return an exception's type, arguments and traceback, innermost entry first."""
    try:
        said = ", ".join(str(one)[:MOST] for one in error.args if type(one) in (str, int))
        kind = type_name(type(error))
        text = f"the recorder failed: {kind}{said and ': '}{said}{_places(error.__traceback__)}"
        return text.encode("utf-8", "backslashreplace")
    except Exception:  # failing to describe the error must not disturb the program
        return UNKNOWN


def _places(traceback: TracebackType | None) -> str:
    found: list[str] = []
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
        found.append(f"{file} line {traceback.tb_lineno}")
        traceback = traceback.tb_next
    return f" ({', '.join(found[: -PLACES - 1 : -1])})" if found else ""
