"""The names of functions and modules."""

from visualizer.model import (
    Event,
    Frame,
    FrameKind,
    State,
    Step,
    code_name,
    module_name,
    scope_name,
)


def test_only_the_programs_own_module_is_called_by_the_name_of_its_code() -> None:
    assert module_name("prog.py", "prog.py") == "<module>"
    assert module_name("shapes.py", "prog.py") == "shapes.py"
    assert module_name("prog.py", None) == "<module>", "before its first step"
    assert code_name("area", "shapes.py", "prog.py") == "area"


def test_frames_and_steps_are_called_by_where_they_are() -> None:
    state = State(globals={"prog.py": (), "shapes.py": ()})
    frame = Frame(2, "<module>", "shapes.py", 1, FrameKind.MODULE, ())
    assert scope_name(frame, state) == "shapes.py"
    assert scope_name(Step(3, Event.CALL, "prog.py", 1, "<module>", 1), state) == "<module>"
    assert scope_name(Step(3, Event.CALL, "shapes.py", 1, "area", 1), state) == "area"


def test_a_file_that_imports_itself_is_called_by_its_name_the_second_time() -> None:
    outer, inner = (Frame(n, "<module>", "random.py", 1, FrameKind.MODULE, ()) for n in (1, 2))
    step = Step(3, Event.LINE, "random.py", 1, "<module>", 1)
    state = State(step, {1: (outer, inner)}, {"random.py": ()})
    assert scope_name(outer, state) == "<module>"
    assert scope_name(inner, state) == scope_name(step, state) == "random.py"
