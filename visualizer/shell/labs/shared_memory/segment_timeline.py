"""The timeline of a watched run: which processes had which segment mapped at each moment."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

STAGES = ("started", "loaded", "transferred", "written", "dropped", "ended")
"""The stages of a run, in order."""


@dataclass(frozen=True, slots=True)
class MappedSegment:
    """A segment at a moment: the processes that map it, and whether its name is unlinked."""

    name: str
    by: tuple[str, ...]
    is_unlinked: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """The segments that exist from ``at`` seconds on."""

    at: float
    segments: tuple[MappedSegment, ...]


@dataclass(frozen=True)
class SegmentTimeline:
    """A watched run: seconds of each stage, and bytes of all segments that ever existed."""

    stages: tuple[tuple[str, float], ...] = ()
    processes: tuple[str, ...] = ()
    segments: tuple[tuple[str, float], ...] = ()
    moments: tuple[Moment, ...] = ()

    @cached_property
    def times(self) -> tuple[float, ...]:
        """The seconds of all changes and stages."""
        return tuple(sorted({*(one.at for one in self.moments), *(at for _, at in self.stages)}))

    def at(self, seconds: float) -> tuple[MappedSegment, ...]:
        """Return the segments that existed at that time."""
        place = bisect_right([one.at for one in self.moments], seconds) - 1
        return self.moments[place].segments if place >= 0 else ()

    def all_mappers(self, seconds: float) -> dict[str, set[str]]:
        """Return the processes that had mapped each segment up to that time, by segment."""
        found: dict[str, set[str]] = {}
        for moment in self.moments:
            if moment.at <= seconds:
                for one in moment.segments:
                    found.setdefault(one.name, set()).update(one.by)
        return found

    def stage(self, seconds: float) -> str:
        """Return the last stage reached at that time, empty before the first."""
        reached = [name for name, at in self.stages if at <= seconds]
        return reached[-1] if reached else ""

    def made(self) -> int:
        """Return how many segments were created."""
        return len(self.segments)

    def gone(self) -> int:
        """Return how many of them no longer existed at the end."""
        last = {one.name for one in self.moments[-1].segments} if self.moments else set()
        return sum(name not in last for name, _ in self.segments)


def read_timeline(found: Mapping[str, Any]) -> SegmentTimeline:
    """Return the timeline of a report's row."""
    return SegmentTimeline(
        tuple((name, at) for name, at in found.get("stages", ())),
        tuple(found.get("processes", ())),
        tuple((one["name"], one["size"]) for one in found.get("segments", ())),
        tuple(Moment(one["at"], read_segments(one["there"])) for one in found.get("moments", ())),
    )


def read_segments(found: Iterable[Mapping[str, Any]]) -> tuple[MappedSegment, ...]:
    """Return the segments at a moment, sorted by name."""
    segments = [
        MappedSegment(one["name"], tuple(sorted(one["by"])), one["unlinked"]) for one in found
    ]
    return tuple(sorted(segments, key=lambda one: one.name))
