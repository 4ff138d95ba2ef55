"""Programs in which a thread continues once another one has reached a place."""

from textwrap import dedent

UNTIL = dedent(
    """
    import dis, sys, threading, time
    def until(**places):
        while not all(stands(*place) for place in places.items()): time.sleep(0.001)
    def stands(name, place):
        idents = [thread.ident for thread in threading.enumerate() if thread.name == name]
        frame = sys._current_frames().get(idents[0]) if idents else None
        if frame is None or type(place) is str:
            return frame is not None and frame.f_code.co_qualname == place
        instruction = dis.opname[frame.f_code.co_code[frame.f_lasti]]
        return frame.f_lineno == place and instruction in ("BEFORE_WITH", "CALL")
    """
)
"""``until(worker=7)`` returns when the thread of that name is at line 7, in a call or at the
beginning of a ``with`` block, ``until(worker="Condition.wait")`` when it is in that function. No
event tells the program where another thread is: it polls, and sleeps
between two polls to let the other thread run."""


def with_until(text: str) -> str:
    """Return a program whose first line defines ``until``, in text that the recorder ignores."""
    first, rest = dedent(text).lstrip("\n").split("\n", 1)
    return f"{first}; exec({UNTIL!r})\n{rest}"
