"""Windows' job objects: a process with its descendants. The names are those of the Windows API."""

import sys

if sys.platform == "win32":
    import ctypes
    import subprocess
    import threading
    import weakref
    from collections.abc import Iterator
    from contextlib import contextmanager
    from ctypes import wintypes

    _SILENT_BREAKAWAY_OK, _KILL_ON_JOB_CLOSE = 0x1000, 0x2000
    _TIMES, _PROCESSES, _EXTENDED_LIMITS = 1, 3, 9
    _TICKS = 10_000_000
    """Per second."""
    _MOST_PROCESSES = 4096

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

    class _Times(ctypes.Structure):
        _fields_ = [
            ("user", ctypes.c_longlong),
            ("kernel", ctypes.c_longlong),
            ("period_user", ctypes.c_longlong),
            ("period_kernel", ctypes.c_longlong),
            ("faults", wintypes.DWORD),
            ("processes", wintypes.DWORD),
            ("active", wintypes.DWORD),
            ("terminated", wintypes.DWORD),
        ]

    class _Processes(ctypes.Structure):
        _fields_ = [
            ("assigned", wintypes.DWORD),
            ("listed", wintypes.DWORD),
            ("numbers", ctypes.c_size_t * _MOST_PROCESSES),
        ]

    def _serves_a_console(process: int) -> bool:
        """Whether the process is one that Windows starts for each console, visible or not."""
        import psutil

        try:
            return bool(psutil.Process(process).name().lower() == "conhost.exe")
        except (psutil.Error, OSError):  # it has just ended
            return False

    def _set_limits(job: wintypes.HANDLE, flags: int) -> None:
        limits = _ExtendedLimits()
        limits.basic.flags = flags
        ctypes.WinDLL("kernel32").SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )

    def _new_job() -> wintypes.HANDLE:
        """Create a job whose processes end when its only handle is closed, at our end at last."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        _set_limits(job, _KILL_ON_JOB_CLOSE)
        return job

    class Birthplace:
        """A job that our process joins, so that what it starts while ``open`` is in it from birth.

        Whatever ends our process ends that too, also before it is in a job of its own. What our
        process starts otherwise breaks away.
        """

        def __init__(self) -> None:
            self._lock = threading.Lock()
            self._job: wintypes.HANDLE | None = None

        @contextmanager
        def open(self) -> Iterator[None]:
            """Have what is started meanwhile end with our process."""
            with self._lock:
                if self._job is None:
                    self._job = _new_job()
                    kernel = ctypes.WinDLL("kernel32")
                    kernel.GetCurrentProcess.restype = wintypes.HANDLE
                    ours = wintypes.HANDLE(kernel.GetCurrentProcess())
                    kernel.AssignProcessToJobObject(self._job, ours)
                _set_limits(self._job, _KILL_ON_JOB_CLOSE)
                try:
                    yield
                finally:
                    _set_limits(self._job, _KILL_ON_JOB_CLOSE | _SILENT_BREAKAWAY_OK)

    class Job:
        """A job object that can end a process with all that it has started since.

        The job also ends with our process, which has its only handle.
        """

        def __init__(self, child: subprocess.Popen[bytes]) -> None:
            self._kernel = ctypes.WinDLL("kernel32")
            self._handle = _new_job()
            self._close = weakref.finalize(self, self._kernel.CloseHandle, self._handle)
            # The handle has no public name.
            process = wintypes.HANDLE(int(child._handle))  # type: ignore[attr-defined]
            self._kernel.AssignProcessToJobObject(self._handle, process)

        def terminate(self, status: int) -> None:
            """End every process of the job with the exit code ``status``."""
            self._kernel.TerminateJobObject(self._handle, status)

        def members(self) -> list[int]:
            """Return the ids of the running processes in the job, without those that serve a
            console.
            """
            found = _Processes()
            self._kernel.QueryInformationJobObject(
                self._handle, _PROCESSES, ctypes.byref(found), ctypes.sizeof(found), None
            )
            numbers = [int(number) for number in found.numbers[: found.listed]]
            return [number for number in numbers if not _serves_a_console(number)]

        def close(self) -> None:
            """Release the job; its remaining processes end."""
            self._close()

    def seconds_of_own_job() -> float:
        """Return the processor time of all processes in our own job, 0 outside of any job."""
        found = _Times()
        ctypes.WinDLL("kernel32").QueryInformationJobObject(
            None, _TIMES, ctypes.byref(found), ctypes.sizeof(found), None
        )
        return float((found.user + found.kernel) / _TICKS)
