"""Writes an export to standard output, to a file that it replaces when whole, or to a device."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from visualizer.cli.standard_output import standard_output
from visualizer.model import DamagedRecording, NotKept, WrongUsage, not_written
from visualizer.platform.files import is_device, replacing
from visualizer.platform.interrupts import leaving_in_order
from visualizer.recording.write.making import check_place


@contextmanager
def writing(out: Path | None, source: Path, *, binary: bool) -> Iterator[BinaryIO]:
    """Yield a file for bytes; ``out`` None or ``-`` is standard output. An existing file stays
    until the new one is complete, as far as a damaged ``source`` allows. Raises ``NotKept``.
    """
    if out is None or str(out) == "-":
        with _standard_output(binary=binary) as stream:
            yield stream
        return
    to_device = is_device(out)
    if not to_device and check_place(out).exists() and out.samefile(source):
        raise NotKept("{file}: is the recording itself; name another file with -o", file=out)
    try:
        if to_device:
            with out.open("wb") as stream:
                yield stream
        else:
            with _replacing(out) as stream:
                yield stream
    except OSError as error:
        raise not_written(out, error) from error


@contextmanager
def _standard_output(*, binary: bool) -> Iterator[BinaryIO]:
    with standard_output() as stream:
        if binary and stream.isatty():
            raise WrongUsage("a terminal cannot show a picture; name a file with -o")
        yield stream


@contextmanager
def _replacing(out: Path) -> Iterator[BinaryIO]:
    fault: DamagedRecording | None = None
    with leaving_in_order(), replacing(out) as fresh:
        try:
            with fresh.open("wb") as stream:
                yield stream
        except DamagedRecording as error:
            if not fresh.stat().st_size:
                raise
            fault = error
    if fault is not None:
        raise fault
