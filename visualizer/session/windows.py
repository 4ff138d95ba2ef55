"""What Windows has in place of memory files, of signals and of a parent's death.

Programs were recorded with it under Wine. The calls are those of the Windows API of the same names.
"""

import sys

if sys.platform == "win32":
    import ctypes
    import os
    import subprocess
    import tempfile
    from collections.abc import Iterator
    from contextlib import suppress
    from ctypes import wintypes

    _MOST = 1 << 20
    _KILL_ON_JOB_CLOSE = 0x2000
    _EXTENDED_LIMITS = 9

    class OutputFile:
        """A temporary file that the program appends to; read through a descriptor of its own.

        The program's descriptor shares its offset with ours, so reading through it would move it.
        """

        def __init__(self, stream: str) -> None:
            made, self._path = tempfile.mkstemp(prefix=f"visualizer-{stream}")
            os.close(made)
            flags = os.O_BINARY | os.O_NOINHERIT
            self.descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | flags)
            self._reading = os.open(self._path, os.O_RDONLY | flags)
            self.taken = 0

        def size(self) -> int:
            """How many bytes there are by now."""
            return os.fstat(self._reading).st_size

        def take(self, end: int) -> Iterator[bytes]:
            """The bytes that came since the last time, as far as ``end``."""
            left = end - self.taken
            while left > 0 and (data := os.read(self._reading, min(_MOST, left))):
                left -= len(data)
                self.taken += len(data)
                yield data

        def close(self) -> None:
            """Close and remove it; harmless a second time."""
            if self.descriptor >= 0:
                os.close(self.descriptor)
                os.close(self._reading)
                self.descriptor = -1
                with suppress(OSError):  # a child that outlives the program still writes to it
                    os.unlink(self._path)

    class _Counters(ctypes.Structure):
        _fields_ = [(name, ctypes.c_ulonglong) for name in "abcdef"]

    class _BasicLimits(ctypes.Structure):
        _fields_ = [
            ("process_time", ctypes.c_longlong),
            ("job_time", ctypes.c_longlong),
            ("flags", wintypes.DWORD),
            ("smallest_working_set", ctypes.c_size_t),
            ("largest_working_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        ]

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = [
            ("basic", _BasicLimits),
            ("counters", _Counters),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        ]

    class Job:
        """Ends a program with all it started: a virtual environment's python.exe starts another.

        It ends with our process as well, whose handle is the only one.
        """

        def __init__(self, child: subprocess.Popen[bytes]) -> None:
            self._kernel = ctypes.WinDLL("kernel32")
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._handle = wintypes.HANDLE(self._kernel.CreateJobObjectW(None, None))
            limits = _ExtendedLimits()
            limits.basic.flags = _KILL_ON_JOB_CLOSE
            self._kernel.SetInformationJobObject(
                self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
            )
            # The handle has no public name.
            process = wintypes.HANDLE(int(child._handle))  # type: ignore[attr-defined]
            self._kernel.AssignProcessToJobObject(self._handle, process)

        def terminate(self, status: int) -> None:
            """End every process of the job with the exit code ``status``."""
            self._kernel.TerminateJobObject(self._handle, status)

        def close(self) -> None:
            """Let go of the job; what still runs in it ends."""
            self._kernel.CloseHandle(self._handle)
