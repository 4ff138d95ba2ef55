"""The instructions of a line, the lines that have any, and the effect of each on reference counts.

The recorded text is compiled, never run, by the Python that runs this module. The effects are those
of CPython 3.13 to 3.15 (Python/bytecodes.c), not all of which have every instruction; a specialised
form has the same effect.
"""

import dis
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType


@dataclass(frozen=True, slots=True)
class LineInstruction:
    """An instruction; ``effect`` is the key of its effect on counts, empty if it has none.

    It is ``OTHER`` if the effect is not described here.
    """

    offset: int
    name: str
    argument: str
    effect: str


_EFFECTS = {
    "loads": (
        *("LOAD_CONST", "LOAD_NAME", "LOAD_GLOBAL", "LOAD_DEREF", "LOAD_FAST", "LOAD_FAST_CHECK"),
        *("LOAD_FROM_DICT_OR_DEREF", "LOAD_FROM_DICT_OR_GLOBALS", "COPY"),
        *("LOAD_CLOSURE", "LOAD_BUILD_CLASS", "LOAD_LOCALS"),
        *("LOAD_SMALL_INT", "LOAD_COMMON_CONSTANT"),
    ),
    "loads_two": ("LOAD_FAST_LOAD_FAST",),
    "borrows": ("LOAD_FAST_BORROW", "LOAD_FAST_BORROW_LOAD_FAST_BORROW"),
    "takes_out": ("LOAD_FAST_AND_CLEAR",),
    "binds": ("STORE_NAME", "STORE_GLOBAL", "STORE_DEREF", "STORE_FAST"),
    "binds_two": ("STORE_FAST_STORE_FAST",),
    "binds_and_loads": ("STORE_FAST_LOAD_FAST",),
    "unbinds": ("DELETE_NAME", "DELETE_GLOBAL", "DELETE_DEREF", "DELETE_FAST"),
    "drops": ("POP_TOP", "POP_EXCEPT", "END_FOR", "END_SEND", "POP_ITER"),
    "reads_part": (
        *("LOAD_ATTR", "LOAD_SUPER_ATTR", "LOAD_SPECIAL", "BINARY_SUBSCR", "BINARY_SLICE"),
        "IMPORT_FROM",
    ),
    "puts_part": ("STORE_ATTR", "STORE_SUBSCR", "STORE_SLICE"),
    "removes_part": ("DELETE_ATTR", "DELETE_SUBSCR"),
    "computes": (
        *("BINARY_OP", "COMPARE_OP", "CONTAINS_OP", "IS_OP", "UNARY_NEGATIVE", "UNARY_NOT"),
        *("UNARY_INVERT", "TO_BOOL", "FORMAT_SIMPLE", "FORMAT_WITH_SPEC", "CONVERT_VALUE"),
        *("BUILD_STRING", "CALL_INTRINSIC_1", "CALL_INTRINSIC_2", "GET_LEN"),
    ),
    "collects": (
        *("BUILD_LIST", "BUILD_TUPLE", "BUILD_SET", "BUILD_MAP", "BUILD_SLICE"),
        *("BUILD_CONST_KEY_MAP", "LIST_APPEND", "SET_ADD", "MAP_ADD", "MAKE_CELL"),
        *("BUILD_INTERPOLATION", "BUILD_TEMPLATE"),
    ),
    "copies_in": ("LIST_EXTEND", "SET_UPDATE", "DICT_UPDATE", "DICT_MERGE"),
    "unpacks": ("UNPACK_SEQUENCE", "UNPACK_EX"),
    "calls": ("CALL", "CALL_KW", "CALL_FUNCTION_EX"),
    "makes_function": ("MAKE_FUNCTION", "SET_FUNCTION_ATTRIBUTE"),
    "iterates": ("GET_ITER", "GET_YIELD_FROM_ITER", "GET_AITER"),
    "takes_next": ("FOR_ITER", "GET_ANEXT", "SEND"),
    "hands_out": ("RETURN_VALUE", "YIELD_VALUE", "RETURN_GENERATOR"),
    "hands_out_constant": ("RETURN_CONST",),
    "jumps": ("POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE"),
    "raises": ("RAISE_VARARGS", "RERAISE"),
    "imports": ("IMPORT_NAME",),
}
_WITHOUT_EFFECT = frozenset(
    (
        *("PUSH_NULL", "NOT_TAKEN", "SWAP", "EXTENDED_ARG", "COPY_FREE_VARS", "SETUP_ANNOTATIONS"),
        *("JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT", "JUMP_FORWARD"),
    )
)
OTHER = "other"
EFFECTS = (*_EFFECTS, OTHER)
"""All keys of effects; the window has their words."""
_BY_NAME = {name: effect for effect, names in _EFFECTS.items() for name in names}


def instructions_of_line(text: str, function: str, line: int) -> tuple[LineInstruction, ...]:
    """Return the instructions of ``line`` in the code called ``function``, if there are any."""
    found = []
    for code in _codes(text):
        if code.co_name != function:
            continue
        for one in dis.get_instructions(code):
            if one.line_number == line and one.opname not in ("RESUME", "CACHE", "NOP"):
                quiet = "" if one.opname in _WITHOUT_EFFECT else OTHER
                effect = _BY_NAME.get(one.opname, quiet)
                found.append(LineInstruction(one.offset, one.opname, one.argrepr, effect))
        if found:
            break
    return tuple(found)


def lines_with_code(text: str) -> frozenset[int]:
    """Return the lines of a text that have instructions; none if this Python cannot compile it.

    From CPython 3.14 on, code with only annotations runs when the annotations are read (PEP 649).
    """
    codes = [code for code in _codes(text) if code.co_name != "__annotate__"]
    return frozenset(line for code in codes for _, _, line in code.co_lines() if line)


@lru_cache(maxsize=8)
def _codes(text: str) -> tuple[CodeType, ...]:
    """Return all code objects of a text; none if this Python cannot compile it."""
    try:
        whole = compile(text, "<recorded>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    return tuple(_within(whole))


def _within(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _within(constant)
