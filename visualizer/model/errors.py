"""The errors of this package; each message is one line for a person, with a remedy if known."""

import errno
import os
import stat
from pathlib import Path


class VisualizerError(Exception):
    """An operation failed; the message is one line for a person.

    The message may be a template with ``details`` to fill in, so that it can be translated.
    """

    exit_code = 1

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message.format(**details) if details else message)
        self.template = message
        self.details = details


class WrongUsage(VisualizerError):
    """The command line asks for something that does not exist."""

    exit_code = 2


class CannotRun(VisualizerError):
    """The program could not be run at all."""


class Refused(CannotRun):
    """Python rejects the program; ``said`` is Python's own message, in one or more lines."""

    def __init__(self, message: str, *, said: str, **details: object) -> None:
        super().__init__(message, **details)
        self.said = said


class CannotRecord(CannotRun):
    """An interpreter that can run the program, but not under the recorder."""


class NotKept(VisualizerError):
    """The recording could not be stored, or not completely."""


_FULL = "{file}: the disk is full; free some space or choose another place"
_FORBIDDEN = "{file}: no permission to write there; choose another place"
_UNWRITABLE = "{file}: cannot be written: {reason}; choose another place"


def not_written(file: object, error: OSError) -> NotKept:
    """Return ``error`` in words for the person who wants a file at ``file``."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotKept(_FULL, file=file)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return NotKept(_FORBIDDEN, file=file)
    if isinstance(error, FileNotFoundError) and not os.path.isdir(
        os.path.dirname(str(file)) or "."
    ):
        return NotKept("{file}: its directory does not exist; create it", file=file)
    reason = error.strerror or str(error)
    return NotKept(_UNWRITABLE, file=file, reason=reason)


def not_read(file: object, error: OSError | ValueError) -> CannotRun:
    """Return ``error`` in words for the person who wants to read the file at ``file``."""
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return CannotRun("{file}: no such file; check the path", file=file)
    if isinstance(error, PermissionError):
        return CannotRun("{file}: no permission to read it; change its permissions", file=file)
    reason = getattr(error, "strerror", None) or str(error)
    return CannotRun(
        "{file}: cannot be read: {reason}; choose another file", file=file, reason=reason
    )


def check_regular(
    file: Path, refusal: type[VisualizerError] = CannotRun, *, devices: bool = False
) -> None:
    """Raise ``refusal`` if ``file`` is a directory or, without ``devices``, a device or a pipe.

    A file that does not exist or cannot be reached passes: opening it gives the reason.
    """
    try:
        mode = os.stat(file).st_mode
    except (OSError, ValueError):
        return
    if stat.S_ISDIR(mode):
        raise refusal("{file}: is a directory; choose a file", file=file)
    if not (devices or stat.S_ISREG(mode)):
        raise refusal("{file}: is not a regular file; choose another file", file=file)


def at_fixed_place(error: VisualizerError) -> VisualizerError:
    """Return an error about a file whose place the person cannot choose."""
    if error.template == _FULL:
        return NotKept("{file}: the disk is full; free some space", **error.details)
    if error.template == _FORBIDDEN:
        return NotKept("{file}: no permission to write there; allow it", **error.details)
    if error.template == _UNWRITABLE:
        return NotKept("{file}: cannot be written: {reason}", **error.details)
    return error


class NotRecorded(VisualizerError):
    """The program ran to its end, but the recording lacks all or part of the run."""


class DamagedRecording(VisualizerError):
    """A file is not a recording, or a part of it cannot be read."""
