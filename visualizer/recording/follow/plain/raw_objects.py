"""Objects and frames in the numbers of the wire."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualizer.recorder import wire

if TYPE_CHECKING:
    from visualizer.model import Content, Frame, Part

type Numbers = tuple[int, ...]

MODULE = wire.FRAME_KINDS.index("module")
LARGEST_SIZE = 1 << 48
"""Bytes; no object is larger, and sums of such sizes fit into 64 bits."""

HIGHEST_ADDRESS = 1 << 60
"""Every range begins below it, so that one number can hold its start and its kind."""
FRAME_LISTS = (
    (wire.LOCALS, "locals", "ns"),
    (wire.OPERANDS, "operands", "s"),
    (wire.LENT, "lent", "n"),
    (wire.COMPREHENSION, "comprehension", "ns"),
)
"""The operations for lists of a frame: of names (n), serials (s), or both in turn."""


class Fault(ValueError):
    """A record is impossible; the message names the fault in a few words, without a file."""


@dataclass(slots=True, eq=False)
class RawObject:
    """An object in wire format; ``text`` belongs to the one operand that counts text.

    ``content`` and ``made_parts`` cache the model's content and parts of it; None and empty until a
    reader makes them.
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
    made_parts: "tuple[Part, ...]" = ()
    content: "Content | None" = None
    apart: int = 0
    deleted: int = 0


@dataclass(slots=True, eq=False)
class RawFrame:
    """A frame in wire format; ``locals`` and ``comprehension`` are alternating names and serials.

    ``frame`` caches the model's frame of it; None until a reader makes it.
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
