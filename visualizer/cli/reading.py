"""The verbs that read a recording or a trace: ``info``, ``check`` and ``import``."""

import argparse
import json
from contextlib import closing
from pathlib import Path

from visualizer.cli.language import translated, translated_text
from visualizer.cli.standard_output import put
from visualizer.model import DamagedRecording
from visualizer.platform.interrupts import leaving_in_order
from visualizer.recording import Part, Recording, end_as_json, import_trace


def info(found: argparse.Namespace) -> int:
    """Print what a recording contains; of a damaged one the readable part, and then the fault."""
    with closing(Recording.open(found.recording)) as recording:
        text = _json(recording) if found.json else _text(recording)
        put(text)
        recording.check_checksums()
    return 0


def check(found: argparse.Namespace) -> int:
    """Verify a whole recording."""
    with closing(Recording.open(found.recording)) as recording:
        recording.check()
        if not found.quiet:
            steps = recording.steps
            put(translated("{file}: %n steps, no errors", file=found.recording, n=steps) + "\n")
    return 0


def import_recording(found: argparse.Namespace) -> int:
    """Turn a Python Tutor trace into a recording."""
    with leaving_in_order():
        import_trace(found.trace, found.output or Path(f"{found.trace.stem}.memtrace"))
    return 0


def _json(recording: Recording) -> str:
    header, end = recording.header, recording.end
    found: dict[str, object] = {
        "format": "visualizer",
        "version": header.version,
        "python": header.python or None,
        "program": header.program,
        "steps": recording.steps,
        **({"part": header.part._asdict()} if header.part is not None else {}),
        "end": end and end_as_json(end),
        "recorder": header.recorder,
        "peak_heap_bytes": recording.peak_heap_bytes,
        "source": recording.sources,
    }
    if ring := _deadlock(recording):
        found["deadlock"] = ring
    return json.dumps(found, ensure_ascii=False) + "\n"


def _peak(recording: Recording) -> str:
    size = recording.peak_heap_bytes
    return translated("%n bytes", n=size) if size or not recording.steps else translated("unknown")


def _part(part: Part) -> str:
    return translated("steps {first} to {last} of {whole}", **part._asdict())


def _deadlock(recording: Recording) -> tuple[str, ...]:
    """Return the threads that wait in a ring at the last step; none if it cannot be read."""
    from visualizer.explain.threads.deadlocks import deadlocked

    try:
        return deadlocked(recording.cursor().seek(recording.steps))
    except DamagedRecording:
        return ()


def _text(recording: Recording) -> str:
    header, end = recording.header, recording.end
    ended = translated("still being recorded")
    if end is not None:
        code = "" if end.exit_code is None else translated(", exit code {code}", code=end.exit_code)
        ended = (
            translated(end.reason.value)
            + code
            + (f" ({translated_text(end.detail)})" if end.detail else "")
        )
    ring = _deadlock(recording)
    rows = (
        (translated("program"), header.program),
        (translated("python"), header.python or translated("unknown")),
        (translated("steps"), f"{recording.steps:,}"),
        *([(translated("part"), _part(header.part))] if header.part is not None else []),
        (translated("end"), ended),
        *([(translated("deadlock"), " → ".join((*ring, ring[0])))] if ring else []),
        (translated("recorder"), header.recorder),
        (translated("peak heap size"), _peak(recording)),
        (translated("files"), ", ".join(recording.sources)),
        (translated("bookmarks"), str(len(recording.bookmarks))),
    )
    return "".join(f"{name}: {value}\n" for name, value in rows)
