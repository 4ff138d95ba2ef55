"""Collects the events of the run that is being watched."""

from collections.abc import Mapping, Sequence
from typing import Any

from visualizer.shell.labs.shared_memory.figures import KINDS, Curve
from visualizer.shell.labs.shared_memory.segment_timeline import (
    STAGES,
    Moment,
    SegmentTimeline,
    read_segments,
)


class Live:
    """The watched run so far; ``key`` is its method, empty while none is watched."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Forget the run."""
        self.key = ""
        self.at = 0.0
        self._stages: list[tuple[str, float]] = []
        self._moments: list[Moment] = []
        self._sizes: dict[str, float] = {}
        self._memory: dict[str, list[tuple[float, ...]]] = {}

    def handle_event(self, event: Mapping[str, Any]) -> None:
        """Add an event of the lab's runner; one of another kind ends the watched run."""
        kind, key = event["event"], event.get("key", "")
        if kind == "watching" and key != self.key:
            self.forget()
            self.key = key
        elif kind not in (*STAGES, "watching"):
            self.forget()
        if "memory" in event and key == self.key:
            self._add_sample(kind, event["memory"], event["segments"])

    def _add_sample(
        self, kind: str, memory: Mapping[str, Any], there: Sequence[Mapping[str, Any]]
    ) -> None:
        self.at = memory["at"]
        segments = read_segments(there)
        self._sizes |= {one["name"]: one["size"] for one in there}
        if not self._moments or self._moments[-1].segments != segments:
            self._moments.append(Moment(self.at, segments))
        if kind in STAGES:
            self._stages.append((kind, self.at))
        for role, part in {"all": memory, **memory["processes"]}.items():
            usage = tuple(part[unit] for unit in KINDS)
            self._memory.setdefault(role, []).append((self.at, *usage))

    @property
    def timeline(self) -> SegmentTimeline:
        """The timeline so far."""
        roles = tuple(role for role in self._memory if role not in ("all", "tracker"))
        sizes = tuple(sorted(self._sizes.items()))
        return SegmentTimeline(tuple(self._stages), roles, sizes, tuple(self._moments))

    @property
    def curves(self) -> tuple[Curve, ...]:
        """The memory so far."""
        return tuple(Curve(role, tuple(samples)) for role, samples in self._memory.items())
