"""The program's standard input when we are the ones who write it."""

import os

from visualizer.platform.pipes import bytes_in, is_read_by


class InputPipe:
    """A pipe that never makes the writer wait. Raises ``OSError`` when it cannot be made."""

    def __init__(self) -> None:
        self.descriptor, self._end = os.pipe()
        os.set_blocking(self._end, False)
        self._unsent = bytearray()
        self._closing = False

    def send(self, data: bytes) -> None:
        """Send ``data`` as soon as there is room; nobody reading it any more is no error."""
        if not self._closing:
            self._unsent += data
            self.pump()

    def finish(self) -> None:
        """The program finds the end of its input after what was sent."""
        self._closing = True
        self.pump()

    def pump(self) -> None:
        """Write what the pipe has room for."""
        try:
            while self._unsent and self._end >= 0:
                del self._unsent[: os.write(self._end, self._unsent[:65536])]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._unsent.clear()
        if self._closing:
            self._close_end()

    def started(self) -> None:
        """The program has its end: ours of it is closed."""
        os.close(self.descriptor)
        self.descriptor = -1

    def is_waited_for(self, process: int) -> bool:
        """Whether ``process`` sits in a read of this pipe and there is nothing in it."""
        if self._end < 0 or self._unsent or bytes_in(self._end):
            return False
        return is_read_by(process, self._end)

    def close(self) -> None:
        """Close both ends; harmless a second time."""
        self._close_end()
        if self.descriptor >= 0:
            self.started()

    def _close_end(self) -> None:
        if self._end >= 0:
            os.close(self._end)
            self._end = -1
