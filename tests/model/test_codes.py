"""Which code objects are alive."""

from visualizer.model import Code, Constant, Frame, FrameKind, State
from visualizer.model.codes import living_codes

MODULE, NESTED = 0x1000, 0x2000


def code(number: int, address: int, *constants: int) -> Code:
    """Return a code object with constants at these addresses."""
    held = tuple(Constant(0x9000 + number, one) for one in constants)
    return Code(number, f"code{number}", "prog.py", 1, address, True, 0, (), (), held)


def test_dead_code_is_not_alive_again_when_a_constant_takes_its_address() -> None:
    codes = (code(1, MODULE), code(2, 0x3000, MODULE, NESTED), code(3, NESTED))
    frame = Frame(1, "code2", "prog.py", 1, FrameKind.FUNCTION, (), code=2)
    state = State(stacks={1: (frame,)}, codes={one.number: one for one in codes})
    assert {one.number for one in living_codes(state, {})} == {2, 3}
