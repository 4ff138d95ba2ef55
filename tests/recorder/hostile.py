"""A hostile program: its text, and its end."""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from visualizer.model import EndReason

END = "# the end"
"""Marks the line of the last step, if that is not the program's own finish."""


_POSIX = re.compile(
    r"os\.(fork|setsid|execv|register_at_fork|kill)\b|\bresource\.|\bpty\.|get_context\(\"fork"
    r"|signal\.(SIG(KILL|ALRM|USR)|setitimer|pause)|CDLL\(None\)|\"sh\"|rmdir\(\"\.\./"
    r"|file\.truncate\(0\)"  # Windows does not truncate a mapped file
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A program that is hard to watch.

    ``source`` may be indented; bytes are taken unchanged. ``file`` is its name. A program that
    ``is_long`` takes a second or more and runs with the long tests only.
    """

    name: str
    source: str | bytes
    reason: EndReason = EndReason.FINISHED
    file: str = "prog.py"
    is_long: bool = False

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        if isinstance(self.source, bytes):
            return self.source
        return dedent(self.source).lstrip("\n").encode("utf-8", "surrogatepass")

    @property
    def is_for_posix(self) -> bool:
        """Whether it needs functions of POSIX."""
        return _POSIX.search(self.data.decode(errors="replace")) is not None

    @property
    def last_line(self) -> int | None:
        """Return the line of the last step; None if that is the program's finish."""
        marked = [n for n, line in enumerate(self.data.splitlines(), 1) if END.encode() in line]
        return marked[0] if marked else None

    def write(self, folder: Path) -> Path:
        """Write the program to a file."""
        path = folder / self.file
        path.write_bytes(self.data)
        return path
