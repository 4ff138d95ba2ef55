"""A pipe that feeds the program's standard input."""

import os

from visualizer.platform.pipes import bytes_in, is_read_by, write_some


class InputPipe:
    """A pipe whose writer never blocks. Raises ``OSError`` if it cannot be made."""

    def __init__(self) -> None:
        self.descriptor, self._end = os.pipe()
        os.set_blocking(self._end, False)
        self._unsent = bytearray()
        self._closing = False

    def send(self, data: bytes) -> None:
        """Send ``data`` as soon as there is room; a program that no longer reads is no error."""
        if not self._closing:
            self._unsent += data
            self.pump()

    def finish(self) -> None:
        """Close the input after everything sent so far."""
        self._closing = True
        self.pump()

    def pump(self) -> None:
        """Write as much as the pipe has room for."""
        try:
            while self._unsent and self._end >= 0:
                del self._unsent[: write_some(self._end, self._unsent[:65536])]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._unsent.clear()
        if self._closing:
            self._close_end()

    def close_child_ends(self) -> None:
        """Close our copy of the reading end, which the program has inherited."""
        os.close(self.descriptor)
        self.descriptor = -1

    def is_waited_for(self, process: int) -> bool:
        """Whether ``process`` blocks in a read of this pipe while it is empty."""
        if self._end < 0 or self._unsent or bytes_in(self._end):
            return False
        return is_read_by(process, self._end)

    def close(self) -> None:
        """Close both ends; harmless a second time."""
        self._close_end()
        if self.descriptor >= 0:
            self.close_child_ends()

    def _close_end(self) -> None:
        if self._end >= 0:
            os.close(self._end)
            self._end = -1
