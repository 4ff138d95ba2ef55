"""The run that is watched right now, as far as it has been told."""

from collections.abc import Mapping
from typing import Any

from visualizer.shell.labs.shared_memory.course import STAGES, Course, Moment, held
from visualizer.shell.labs.shared_memory.figures import KINDS, Curve
from visualizer.shell.labs.shared_memory.reading import mapping, number, rows, text


class Live:
    """``take`` each event; ``key`` is the method that is watched, empty while none is."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Nothing is watched."""
        self.key = ""
        self.at = 0.0
        self._stages: list[tuple[str, float]] = []
        self._moments: list[Moment] = []
        self._sizes: dict[str, float] = {}
        self._memory: dict[str, list[tuple[float, ...]]] = {}

    def take(self, event: Mapping[str, Any]) -> None:
        """What has happened."""
        what, key = text(event.get("event")), text(event.get("key"))
        memory = mapping(event.get("memory"))
        if what == "watching" and key != self.key:
            self.forget()
            self.key = key
        elif what not in (*STAGES, "watching"):
            self.forget()
        if memory and key == self.key:
            self._take(what, memory, event)

    def _take(self, what: str, memory: Mapping[str, Any], event: Mapping[str, Any]) -> None:
        self.at = number(memory.get("at")) or 0.0
        there = held(event.get("segments"))
        for one in rows(event.get("segments")):
            self._sizes[text(one.get("name"))] = number(one.get("size")) or 0.0
        if not self._moments or self._moments[-1].there != there:
            self._moments.append(Moment(self.at, there))
        if what in STAGES:
            self._stages.append((what, self.at))
        parts = {"all": memory, **mapping(memory.get("processes"))}
        for role, part in parts.items():
            usage = tuple(number(mapping(part).get(kind)) or 0.0 for kind in KINDS)
            self._memory.setdefault(role, []).append((self.at, *usage))

    @property
    def course(self) -> Course:
        """So far."""
        roles = tuple(role for role in self._memory if role not in ("all", "tracker"))
        sizes = tuple(sorted(self._sizes.items()))
        return Course(tuple(self._stages), roles, sizes, tuple(self._moments))

    @property
    def curves(self) -> tuple[Curve, ...]:
        """So far."""
        return tuple(Curve(role, tuple(samples)) for role, samples in self._memory.items())
