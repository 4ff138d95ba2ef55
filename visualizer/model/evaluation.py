"""The values that the instructions of a program leave on the evaluation stack between two steps."""

from dataclasses import dataclass

type Span = tuple[int, int, int, int]
"""Line, column, end line and end column of a piece of source, as in ``ast``: lines from 1, columns
in UTF-8 bytes from 0.
"""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A value as an instruction left it; ``span`` is the position of the instruction (PEP 657).

    ``kind`` is one of ``recorder.wire.EXPRESSION_KINDS``; ``ordinal`` counts the instructions of
    that kind at the position, from 0. ``frame`` is the serial of the frame, 0 if unknown.
    ``serial`` is the object's if the next step knows it, else ``temporary`` is the number of an
    object that no name reaches then; ``ended`` is true if it died before that step. Reference count
    (None: immortal) and text were read when the value was made; so were ``counts``, the reference
    counts of other objects, by serial, that differ from those of the step before.
    """

    thread: int
    frame: int
    file: str
    span: Span
    kind: str
    ordinal: int
    serial: int | None
    temporary: int | None
    address: int
    refcount: int | None
    type: str
    ended: bool
    text: str
    counts: tuple[tuple[int, int], ...] = ()
