"""The file or device that a recording is written to."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from visualizer.model import not_written
from visualizer.platform.files import is_device

if TYPE_CHECKING:
    from visualizer.recording import Writer


class Destination:
    """The path given with ``-o``. Raises ``NotKept`` if nothing can be written there.

    The writer replaces a file only by a complete recording. Anything else (a device, a pipe) cannot
    hold a growing recording: it is made in a temporary folder and copied at the end.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._path = out
        self._folder: Path | None = None
        self._device: int | None = None
        if is_device(out):
            self._open_device()

    def is_same_file(self, *others: int | Path) -> bool:
        """Whether one of ``others``, a path or a descriptor, is the same file."""
        with suppress(OSError):
            ours = self._out.stat()
            return any(os.path.samestat(ours, os.stat(one)) for one in others)
        return False

    def writer(self, program: str) -> "Writer":
        """Return the writer of a new recording of ``program``."""
        from visualizer.recording import Writer

        return Writer(self._path, program)

    def finish(self) -> None:
        """Copy the finished recording to the device, if the destination is one."""
        if self._device is None:
            return
        import shutil

        try:
            with self._path.open("rb") as whole, open(self._device, "wb", closefd=False) as device:
                shutil.copyfileobj(whole, device, 1 << 20)
        except OSError as error:
            raise not_written(self._out, error) from None

    def close(self) -> None:
        """Remove temporary files and close the device; harmless a second time."""
        if self._device is not None:
            os.close(self._device)
            self._device = None
        if self._folder is not None:
            import shutil

            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _open_device(self) -> None:
        import tempfile

        try:
            self._device = os.open(self._out, os.O_WRONLY)
            self._folder = Path(tempfile.mkdtemp(prefix="visualizer-"))
        except OSError as error:
            self.close()
            raise not_written(self._out, error) from None
        self._path = self._folder / "recording.memtrace"
