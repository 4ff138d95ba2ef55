"""The course of a run that was watched: who had which segment mapped at each moment."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from visualizer.shell.labs.shared_memory.reading import mapping, number, rows, text, texts

STAGES = ("started", "loaded", "transferred", "written", "dropped", "ended")
"""In the order in which a run comes to them."""


@dataclass(frozen=True, slots=True)
class Held:
    """A segment at a moment: who has it mapped, whether its name is gone."""

    name: str
    by: tuple[str, ...]
    is_unlinked: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """From ``at`` on this was so."""

    at: float
    there: tuple[Held, ...]


@dataclass(frozen=True)
class Course:
    """``segments`` are all there ever were, with their bytes; ``stages`` when each was reached."""

    stages: tuple[tuple[str, float], ...] = ()
    processes: tuple[str, ...] = ()
    segments: tuple[tuple[str, float], ...] = ()
    moments: tuple[Moment, ...] = ()

    @cached_property
    def times(self) -> tuple[float, ...]:
        """All moments at which something is to be seen: changes, and stages."""
        return tuple(sorted({*(one.at for one in self.moments), *(at for _, at in self.stages)}))

    def at(self, seconds: float) -> tuple[Held, ...]:
        """What was there then."""
        place = bisect_right([one.at for one in self.moments], seconds) - 1
        return self.moments[place].there if place >= 0 else ()

    def had(self, seconds: float) -> dict[str, set[str]]:
        """Who had each segment mapped, up to then."""
        found: dict[str, set[str]] = {}
        for moment in self.moments:
            if moment.at <= seconds:
                for one in moment.there:
                    found.setdefault(one.name, set()).update(one.by)
        return found

    def stage(self, seconds: float) -> str:
        """The last that had been reached then, empty before the first."""
        reached = [name for name, at in self.stages if at <= seconds]
        return reached[-1] if reached else ""

    def made(self) -> int:
        """How many segments there ever were."""
        return len(self.segments)

    def gone(self) -> int:
        """How many of them were no longer there in the end."""
        last = {one.name for one in self.moments[-1].there} if self.moments else set()
        return sum(name not in last for name, _ in self.segments)


def read_course(found: Mapping[str, Any]) -> Course:
    """What is in it."""
    given = found.get("stages")
    stages = [
        (str(one[0]), at)
        for one in (given if isinstance(given, list) else ())
        if isinstance(one, list) and len(one) == 2 and (at := number(one[1])) is not None
    ]
    sizes = rows(found.get("segments"))
    return Course(
        tuple((name, at) for name, at in stages if name in STAGES),
        texts(found.get("processes")),
        tuple((text(one.get("name")), number(one.get("size")) or 0.0) for one in sizes),
        tuple(_moment(one) for one in rows(found.get("moments"))),
    )


def _moment(found: Mapping[str, Any]) -> Moment:
    return Moment(number(found.get("at")) or 0.0, held(found.get("there")))


def held(found: object) -> tuple[Held, ...]:
    """Segments as they were at a moment, in the order of their names."""
    there = [
        Held(
            text(one.get("name")),
            tuple(sorted(texts(one.get("by")))),
            bool(one.get("unlinked") or one.get("is_unlinked")),
        )
        for one in map(mapping, rows(found))
    ]
    return tuple(sorted(there, key=lambda one: one.name))
