"""Shows a moment of a run as a picture of segments, and in words."""

from visualizer.charts.segment_map import Process, Segment, View
from visualizer.shell.appearance.words import Words
from visualizer.shell.labs.common.amounts import bytes_text, seconds_text
from visualizer.shell.labs.shared_memory.figures import Curve, Figure, SegmentTimeline

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
_MOST_SEGMENTS, _MOST_NAMED = 6, 2
"""Segments that the words describe; processes that map a segment and are named."""


def scene(run: Figure | None, at: float, words: Words) -> View:
    """Return the picture of a run at ``at`` seconds, if there is one."""
    if run is None or not (run.timeline.stages or run.timeline.moments):
        return View(empty=words("shm.not_watched"))
    key, copies, timeline, curves = run.key, run.copies, run.timeline, run.curves
    segments = _segments(timeline, at, words)
    is_file = any(one.name.endswith(_FILES) for one in segments)
    channel: tuple[str, ...] = ()
    if key in _CHANNELS:
        copied = words("shm.copied", n=copies) if copies else words("shm.not_copied")
        channel = (words(_CHANNELS[key]), copied)
    return View(
        _processes(timeline, curves, segments, at, words),
        segments,
        _region(key, is_file=is_file, words=words),
        channel,
        words("shm.and_more", count="{n}"),
    )


def role_words(role: str, words: Words) -> str:
    """Return the words for ``parent``, ``worker N``, ``manager`` or ``tracker``."""
    kind, _, number = role.partition(" ")
    if kind == "worker":
        return words("shm.worker", number=number)
    known = {"parent": "shm.parent", "manager": "shm.manager", "tracker": "shm.tracker"}
    return words(known[kind]) if kind in known else role


def _region(key: str, *, is_file: bool, words: Words) -> str:
    if is_file:
        return words("shm.mapped_files")
    return words("shm.no_segments") if key in _CHANNELS else _FOLDER


def _segments(timeline: SegmentTimeline, at: float, words: Words) -> tuple[Segment, ...]:
    """Return the segments that exist at that time, and those that are gone by then."""
    existing = {one["name"]: one for one in timeline.at(at)}
    mappers = timeline.all_mappers(at)
    found = []
    for segment in timeline.segments:
        name, size = segment["name"], bytes_text(segment["size"])
        if name not in mappers:
            continue
        if (one := existing.get(name)) is None:
            found.append(Segment(name, (words("shm.unlinked"), size), is_gone=True))
            continue
        by = tuple(one["by"])
        if len(by) > _MOST_NAMED:
            status = words("shm.mapped_by_many", n=len(by))
        elif by:
            status = words("shm.mapped_by", who=", ".join(role_words(role, words) for role in by))
        else:
            status = words("shm.mapped_by_nobody")
        was = tuple(sorted(mappers[name] - set(by)))
        found.append(Segment(name, (status, size), by, was, is_gone=one["unlinked"]))
    return tuple(found)


def _processes(
    timeline: SegmentTimeline,
    curves: tuple[Curve, ...],
    segments: tuple[Segment, ...],
    at: float,
    words: Words,
) -> tuple[Process, ...]:
    by_role = {curve.process: curve.samples for curve in curves}
    times = [one[0] for one in by_role.get("all", ())]
    found = []
    for role in timeline.processes:
        samples = by_role.get(role, ())
        before = [one for one in samples if one[0] <= at]
        if not before and role != "parent":
            # The process has not started yet.
            continue
        # Others were sampled after the last sample of this one.
        is_gone = bool(samples) and any(samples[-1][0] < one <= at for one in times)
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


def describe(view: View, at: float, words: Words) -> str:
    """Describe a picture in words, for screen readers."""
    parts = [words("shm.at", seconds=seconds_text(at))]
    parts += [f"{one.name}: {', '.join(one.notes)}" for one in view.processes]
    parts += [f"{one.name}: {', '.join(one.notes)}" for one in view.segments[:_MOST_SEGMENTS]]
    return "; ".join([*parts, *view.channel] if not view.segments else parts)
