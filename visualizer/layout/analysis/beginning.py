"""The first step of a walk that begins within a recording."""

from dataclasses import dataclass, field

from visualizer.model import Delta


@dataclass(frozen=True, slots=True)
class Beginning(Delta):
    """A delta in which everything is new, though the step itself changed only what is in ``own``.

    Collectors of objects read all of it; a reader of the step's own changes reads ``own``.
    """

    own: Delta = field(kw_only=True)
