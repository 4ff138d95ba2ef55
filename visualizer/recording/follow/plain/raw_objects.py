"""Objects and frames in the numbers of the wire."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualizer.recorder import wire

if TYPE_CHECKING:
    from visualizer.model import Content, Frame, Part

type Numbers = tuple[int, ...]

LARGEST_SIZE = 1 << 48
"""Bytes; no object is larger, and sums of such sizes fit into 64 bits."""

HIGHEST_ADDRESS = 1 << 60
"""No range begins there or beyond, so that its kind fits into a number beside its start."""
FRAME_LISTS = (
    (wire.LOCALS, "locals", "ns"),
    (wire.OPERANDS, "operands", "s"),
    (wire.LENT, "lent", "n"),
    (wire.COMPREHENSION, "comprehension", "ns"),
)
"""The operations for lists of a frame: of names (n), serials (s), or both in turn."""


class Fault(ValueError):
    """A record says what cannot be; the message is the fault in a few words, without a file."""


@dataclass(slots=True, eq=False)
class RawObject:
    """An object as the wire has it; ``text`` belongs to the one operand that counts text.

    ``content`` and ``told`` are for whoever makes the model's content and parts of it, None and
    empty when they are to be made anew.
    """

    serial: int
    address: int
    count: int
    size: int
    type: int
    unreachable: int = 0
    kind: int = 0
    body: Numbers = ()
    text: bytes = b""
    parts: Numbers = ()
    told: "tuple[Part, ...]" = ()
    content: "Content | None" = None
    apart: int = 0
    deleted: int = 0


@dataclass(slots=True, eq=False)
class RawFrame:
    """A frame as the wire has it; ``locals`` and ``comprehension`` are names and serials in turn.

    ``frame`` is for whoever makes the model's frame of it, None when that is to be made anew.
    """

    serial: int
    function: int
    file: int
    kind: int
    line: int
    code: int = 0
    address: int = 0
    namespace: int = 0
    locals: Numbers = ()
    operands: Numbers = ()
    lent: Numbers = ()
    comprehension: Numbers = ()
    frame: "Frame | None" = None
