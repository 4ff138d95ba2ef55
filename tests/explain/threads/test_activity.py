"""A thread's line names an object as all threads name it."""

from visualizer.explain.threads.activity import describe_awaited
from visualizer.model import Frame, FrameKind, HeapObject, Lock, State

FRAME = Frame(1, "eat", "p.py", 3, FrameKind.FUNCTION, (("first", 5), ("own", 6)))
HEAP = {n: HeapObject(n, "lock", 64 * n, 2, 40, Lock(True, None, None)) for n in (5, 6)}


def test_a_name_of_the_module_comes_before_one_of_the_frame() -> None:
    state = State(None, globals={"p.py": (("left", 5),)}, heap=HEAP)
    assert describe_awaited(5, FRAME, state) == "lock `left`"
    assert describe_awaited(6, FRAME, state) == "lock `own`"
