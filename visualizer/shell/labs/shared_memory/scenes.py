"""A moment of a run as the picture of segments shows it, and in words."""

from dataclasses import dataclass, field

from visualizer.charts.segment_map import Process, Segment, View
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text
from visualizer.shell.labs.shared_memory.course import Course
from visualizer.shell.labs.shared_memory.figures import Curve
from visualizer.shell.labs.shared_memory.roles import role_words

_FOLDER = "/dev/shm"
_FILES = ".rows"
_USS = 3
_CHANNELS = {
    "process-queue": "shm.channel_pickle",
    "pool-pickle": "shm.channel_pickle",
    "pipe": "shm.channel_pipe",
    "threads": "shm.channel_threads",
    "dask": "shm.channel_dask",
}
_MOST_TOLD, _MOST_NAMED = 6, 2
"""Segments that are told of in words; processes that are named of those that have one mapped."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A run of method ``key`` that is watched, or was."""

    key: str = ""
    copies: int = 0
    course: Course = field(default_factory=Course)
    curves: tuple[Curve, ...] = ()


def scene(run: Watched, at: float, words: Words) -> View:
    """A run at ``at`` seconds."""
    key, copies, course, curves = run.key, run.copies, run.course, run.curves
    if not course.stages and not course.moments:
        return View(empty=words("shm.not_watched"))
    segments = _segments(course, at, words)
    is_file = any(one.name.endswith(_FILES) for one in segments)
    channel: tuple[str, ...] = ()
    if key in _CHANNELS:
        told = words("shm.copied", n=copies) if copies else words("shm.not_copied")
        channel = (words(_CHANNELS[key]), told)
    return View(
        _processes(course, curves, segments, at, words),
        segments,
        _region(key, is_file=is_file, words=words),
        channel,
        words("shm.and_more", count="{n}"),
    )


def _region(key: str, *, is_file: bool, words: Words) -> str:
    if is_file:
        return words("shm.mapped_files")
    return words("shm.no_segments") if key in _CHANNELS else _FOLDER


def _segments(course: Course, at: float, words: Words) -> tuple[Segment, ...]:
    """All that there were up to then; those that are gone too."""
    there = {one.name: one for one in course.at(at)}
    had = course.had(at)
    found = []
    for name, size in course.segments:
        one = there.get(name)
        if one is None and name not in had:
            continue
        by = one.by if one is not None else ()
        if one is None:
            told = words("shm.unlinked")
        elif len(by) > _MOST_NAMED:
            told = words("shm.mapped_by_many", n=len(by))
        elif by:
            told = words("shm.mapped_by", who=", ".join(role_words(role, words) for role in by))
        else:
            told = words("shm.mapped_by_nobody")
        was = tuple(sorted(had.get(name, set()) - set(by))) if one is not None else ()
        is_there = one is not None and not one.is_unlinked
        found.append(Segment(name, (told, bytes_text(size)), by, was, is_there))
    return tuple(found)


def _processes(
    course: Course,
    curves: tuple[Curve, ...],
    segments: tuple[Segment, ...],
    at: float,
    words: Words,
) -> tuple[Process, ...]:
    by_role = {curve.process: curve.samples for curve in curves}
    last = max((one[0] for one in by_role.get("all", ())), default=at)
    found = []
    for role in course.processes:
        samples = by_role.get(role, ())
        before = [one for one in samples if one[0] <= at]
        if not before and role != "parent":
            continue  # it has not begun
        is_gone = (
            bool(samples) and samples[-1][0] < min(at, last) - 1e-9 and _ended(samples, by_role, at)
        )
        notes = (
            [] if is_gone or not before else [words("shm.own", size=bytes_text(before[-1][_USS]))]
        )
        if is_gone:
            notes.append(words("shm.ended"))
        elif segments:
            count = sum(role in one.by for one in segments)
            closed = any(role in one.was for one in segments)
            nothing = "shm.has_closed" if closed else "shm.has_none"
            notes.append(words("shm.has_mapped", n=count) if count else words(nothing))
        name = role_words(role, words)
        found.append(Process(role, name, tuple(notes), role == "parent", is_gone))
    return tuple(found)


def _ended(
    samples: tuple[tuple[float, ...], ...],
    by_role: dict[str, tuple[tuple[float, ...], ...]],
    at: float,
) -> bool:
    """Whether others were seen after the last sample of this one, up to then."""
    return any(samples[-1][0] < one[0] <= at for one in by_role.get("all", ()))


def told(view: View, at: float, words: Words) -> str:
    """The same for who does not see it."""
    parts = [words("shm.at", seconds=seconds_text(at))]
    parts += [f"{one.name}: {', '.join(one.notes)}" for one in view.processes]
    parts += [f"{one.name}: {', '.join(one.notes)}" for one in view.segments[:_MOST_TOLD]]
    return "; ".join([*parts, *view.channel] if not view.segments else parts)
