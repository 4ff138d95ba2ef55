"""Starting processes."""

import sys


def start_flags() -> int:
    """What ``subprocess.Popen`` is given as ``creationflags``: on Windows, none may flash up.

    A console that we have is the program's as well: keys and Ctrl+C reach it that way. Where we
    have none, as a window has not, Windows would open one for each program.
    """
    if sys.platform == "win32":
        import ctypes
        import subprocess

        has_console = bool(ctypes.WinDLL("kernel32").GetConsoleWindow())
        return 0 if has_console else subprocess.CREATE_NO_WINDOW
    return 0
