"""What a hostile program is: its text, and how it ends."""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from visualizer.model import EndReason

END = "# the end"
"""Stands on the line of the last step, where that is not the program's own finish."""


_POSIX = re.compile(
    r"os\.(fork|setsid|execv|register_at_fork|kill)\b|\bresource\.|\bpty\.|get_context\(\"fork"
    r"|signal\.(SIG(KILL|ALRM|USR)|setitimer|pause)|CDLL\(None\)|\"sh\"|rmdir\(\"\.\./"
    r"|file\.truncate\(0\)"  # a mapped file is not cut off on Windows
)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A program that makes it hard to watch it.

    ``source`` is indented as one likes; bytes are taken as they are. ``file`` is its name. One that
    ``is_long`` takes a second or more and is left to the long tests.
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
        """Whether it asks for what POSIX alone has."""
        return _POSIX.search(self.data.decode(errors="replace")) is not None

    @property
    def last_line(self) -> int | None:
        """The line of the last step; None where it is the program's finish."""
        marked = [n for n, line in enumerate(self.data.splitlines(), 1) if END.encode() in line]
        return marked[0] if marked else None

    def write(self, folder: Path) -> Path:
        """Put it into a file."""
        path = folder / self.file
        path.write_bytes(self.data)
        return path
