"""Names the operating system and the machine, and tells what its keys and commands are.

The functions of the standard library's ``platform`` for that ask WMI on Windows: a service of the
system that may take seconds to answer, or never does (CPython's issue 112278). Under Wine two
threads that ask it at once wait for ever.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

HAS_ALT_GR = sys.platform != "darwin"
"""Whether Ctrl and Alt may be one key. On macOS they are Command and Option, which type nothing."""


def written_command(command: list[str]) -> str:
    """Return a command as a person writes it in a shell of this system."""
    return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)


if sys.platform == "win32":

    def describe_system() -> str:
        """Return the system's name, its version and the kind of machine, with blanks between."""
        version = ".".join(map(str, sys.getwindowsversion().platform_version))
        return f"Windows {version} {os.environ.get('PROCESSOR_ARCHITECTURE', '')}".rstrip()

    def machine_name() -> str:
        """Return the machine's name in its network, where no two machines have the same."""
        return os.environ.get("COMPUTERNAME", "")

else:

    def describe_system() -> str:
        """Return the system's name, its version and the kind of machine, with blanks between."""
        found = os.uname()
        return f"{found.sysname} {found.release} {found.machine}"

    def machine_name() -> str:
        """Return the machine's name, and on Linux its id: machines of a room may share a name."""
        try:
            number = Path("/etc/machine-id").read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            number = ""
        return os.uname().nodename + number
