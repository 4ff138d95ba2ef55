"""Where a recording goes: in place of an older one, or through something that is no file."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from visualizer.model import NotKept
from visualizer.recording import Writer

_BESIDE = ("", "-wal", "-shm")
"""What SQLite keeps beside a file, by the ends of their names."""


class Destination:
    """What stands at ``out`` gives way once a new recording has begun there.

    Raises ``NotKept`` when there can be none.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._folder: Path | None = None
        self._device: int | None = None
        self._old: Path | None = None
        self.path = out
        if out.is_dir():
            raise NotKept(f"{out}: a directory; name a file with -o")
        if out.exists() and not out.is_file():
            self._open_device()
        elif not out.parent.is_dir():
            raise NotKept(f"{out}: its folder does not exist; create it or choose another with -o")
        elif out.exists():
            # Through a link it is the file that is replaced, as by any program that writes there.
            self.path = out.resolve()
            if not os.access(self.path, os.W_OK):
                raise NotKept(f"{out}: may not be replaced; choose another file with -o")

    def is_same_file(self, *others: int | Path) -> bool:
        """Whether one of ``others``, a path or a descriptor, is the very file at ``out``."""
        with suppress(OSError):
            ours = self.path.stat()
            return any(os.path.samestat(ours, os.stat(one)) for one in others)
        return False

    def begin(self, program: str) -> Writer:
        """A writer; what stood there before stands aside until ``settle`` or ``discard``."""
        self._old = self._set_aside()
        try:
            writer = Writer(self.path, program)
            writer.flush()
        except NotKept:
            self.discard()
            raise
        return writer

    def settle(self) -> None:
        """The new recording has begun: the old one goes."""
        if self._old is not None:
            _remove(self._old)
            self._old = None

    def discard(self) -> None:
        """Nothing was recorded: what stood there before, if it still is, comes back."""
        _remove(self.path)
        if self._old is not None:
            _rename(self._old, self.path)
            self._old = None

    def finish(self) -> None:
        """Send the finished recording on where ``out`` is no file."""
        if self._device is None:
            return
        try:
            with self.path.open("rb") as whole, open(self._device, "wb", closefd=False) as device:
                shutil.copyfileobj(whole, device, 1 << 20)
        except OSError as error:
            raise NotKept(_cannot_write(self._out, error)) from None
        finally:
            self.close()

    def close(self) -> None:
        """Leave nothing of ours behind; harmless a second time."""
        if self._device is not None:
            os.close(self._device)
            self._device = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _open_device(self) -> None:
        try:
            self._device = os.open(self._out, os.O_WRONLY)
        except OSError as error:
            raise NotKept(_cannot_write(self._out, error)) from None
        self._folder = Path(tempfile.mkdtemp(prefix="visualizer-"))
        self.path = self._folder / "recording.memtrace"

    def _set_aside(self) -> Path | None:
        if self._device is not None or not self.path.exists():
            return None
        aside = self.path.with_name(f"{self.path.name}.{os.getpid()}.old")
        try:
            _rename(self.path, aside)
        except OSError as error:
            _rename(aside, self.path)
            raise NotKept(_cannot_write(self._out, error)) from None
        return aside


def _cannot_write(out: Path, error: OSError) -> str:
    return f"{out}: cannot be written: {error.strerror or error}; choose another place with -o"


def _rename(here: Path, there: Path) -> None:
    for end in _BESIDE:
        with suppress(FileNotFoundError):
            Path(f"{here}{end}").rename(f"{there}{end}")


def _remove(path: Path) -> None:
    for end in _BESIDE:
        with suppress(OSError):
            Path(f"{path}{end}").unlink()
