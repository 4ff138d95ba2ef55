"""An endless file, written by a process of ours and opened by its path."""

import os
import subprocess
import sys

from visualizer.platform.python import own_python

if sys.platform == "win32":
    _NUMBERS = """
import _winapi, itertools, msvcrt, sys
pipe = _winapi.CreateNamedPipe(
    sys.argv[1], _winapi.PIPE_ACCESS_DUPLEX, _winapi.PIPE_WAIT, 1, 65536, 65536, 0, _winapi.NULL)
print(flush=True)
_winapi.ConnectNamedPipe(pipe)
out = open(msvcrt.open_osfhandle(pipe, 0), "w", newline="\\n")
for start in itertools.count(0, 1000):
    out.write("".join(f"{number}\\n" for number in range(start, start + 1000)))
"""

    def endless_numbers() -> tuple[str, subprocess.Popen[bytes]]:
        """Return the path of a file with a number in each line, and the process that writes it.

        The file can be opened once.
        """
        path = rf"\\.\pipe\visualizer-numbers-{os.getpid()}"
        command = [own_python(), "-I", "-S", "-c", _NUMBERS, path]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert writer.stdout is not None
        writer.stdout.readline()
        return path, writer

else:
    from visualizer.platform.pipes import wait_readable

    _NUMBERS = """
import itertools, sys
for start in itertools.count(0, 1000):
    sys.stdout.write("".join(f"{number}\\n" for number in range(start, start + 1000)))
"""
    _START = 60.0

    def endless_numbers() -> tuple[str, subprocess.Popen[bytes]]:
        """Return the path of a file with a number in each line, and the process that writes it.

        The file can be opened once.
        """
        command = [own_python(), "-I", "-S", "-c", _NUMBERS]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert writer.stdout is not None
        wait_readable(writer.stdout.fileno(), _START)
        return f"/dev/fd/{writer.stdout.fileno()}", writer
