"""Objects and frames in the numbers of the wire."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.model import Content, Frame, Part

type Numbers = tuple[int, ...]

LARGEST_SIZE = 1 << 48
"""Bytes; no object is larger, and sums of such sizes fit into 64 bits."""


class Fault(ValueError):
    """A record says what cannot be; the message is the fault in a few words, without a file."""


class RawObject:
    """An object as the wire has it; ``text`` belongs to the one operand that counts text.

    ``content`` and ``told`` are for whoever makes the model's content and parts of it, None and
    empty when they are to be made anew.
    """

    __slots__ = (
        "address",
        "body",
        "content",
        "count",
        "kind",
        "parts",
        "serial",
        "size",
        "text",
        "told",
        "type",
        "unreachable",
    )

    def __init__(self, serial: int, address: int, count: int, size: int, type_: int) -> None:
        self.serial = serial
        self.address = address
        self.count = count
        self.size = size
        self.type = type_
        self.unreachable = 0
        self.kind = 0
        self.body: Numbers = ()
        self.text = b""
        self.parts: Numbers = ()
        self.told: tuple[Part, ...] = ()
        self.content: Content | None = None


class RawFrame:
    """A frame as the wire has it; ``locals`` are names and serials in turn.

    ``frame`` is for whoever makes the model's frame of it, None when that is to be made anew.
    """

    __slots__ = (
        "address",
        "code",
        "file",
        "frame",
        "function",
        "kind",
        "lent",
        "line",
        "locals",
        "namespace",
        "operands",
        "serial",
    )

    def __init__(self, serial: int, function: int, file: int, kind: int, line: int) -> None:
        self.serial = serial
        self.function = function
        self.file = file
        self.kind = kind
        self.line = line
        self.locals: Numbers = ()
        self.operands: Numbers = ()
        self.lent: Numbers = ()
        self.code = self.address = self.namespace = 0
        self.frame: Frame | None = None
