"""Generates ``wire.h`` for the C part from ``wire.py``, so that no number is defined twice.

``python wire_header.py FILE`` writes it; setup.py and other builds call ``write``. The file is not
in git. A constant of ``wire.py`` gets the prefix WIRE_, an offset in the spool WIRE_SPOOL_; entries
of a table get the word in ``TABLES``.
"""

from __future__ import annotations

import sys
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

WIRE = Path(__file__).parents[1] / "wire.py"
NAME = "wire.h"
TABLES = {
    "EVENTS": "EVENT",
    "FRAME_KINDS": "FRAME",
    "HELD_WAYS": "HELD",
    "GENERATOR_STATES": "GENERATOR",
    "RECORDERS": "RECORDER",
}
"""The prefix for the entries of each table whose indexes are numbers on the wire.

Not for the kinds of parts, which have constants of their own.
"""
TWICE = {("GENERATOR_STATES", 4): "AWAITED"}
"""The name of an entry that has the same text as another one of its table."""
OFFSETS = (
    *("WRITTEN", "CONSUMED", "CREDIT", "STEPS", "WAITING", "SYNC_ASKED", "SYNC_DONE"),
    *("STDOUT_TAKEN", "UNWANTED", "LAST_WORDS"),
)
"""The constants that are offsets in the spool."""
_HEAD = """\
/* Made from wire.py by wire_header.py: change it there. */

#ifndef VISUALIZER_WIRE_H
#define VISUALIZER_WIRE_H

#include <stdint.h>
"""


def header(wire: dict[str, Any]) -> str:
    """Return the text of the header for the names of ``wire.py``."""
    small, others = [], []
    for name, value in constants(wire):
        if type(value) is int and -(1 << 31) <= value < 1 << 31:
            small.append(f"    {name} = {value},")
        else:
            others.append(f"#define {name} {_as_c(value)}")
    return "\n".join((_HEAD, "enum {", *small, "};", "", *others, "", "#endif", ""))


def constants(wire: dict[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield every constant's name in C and its value: a number, a text or a list of texts."""
    for name, value in wire.items():
        if not name.isupper() or name.startswith("_"):
            continue
        if name in TABLES:
            for place, entry in enumerate(value):
                word = TWICE.get((name, place)) or entry.upper().replace(" ", "_")
                yield f"WIRE_{TABLES[name]}_{word}", place
        elif name == "CONTENTS":
            yield "WIRE_CONTENTS", value
        elif name == "HEADER":
            yield "WIRE_HEADER", value.size
        elif isinstance(value, (int, str, bytes)):
            yield f"WIRE_SPOOL_{name}" if name in OFFSETS else f"WIRE_{name}", value


def _as_c(value: object) -> str:
    if isinstance(value, int):
        return f"INT64_C({value})"
    if isinstance(value, tuple):
        return ", ".join(f'"{text}"' for text in value)
    text = value.decode("ascii") if isinstance(value, bytes) else str(value)
    if len(text) == 1:
        return f"'\\{ord(text):03o}'"
    return f'"{text}"'


def write(path: Path) -> None:
    """Write the header; keeps an equal file, so that nothing is recompiled."""
    import runpy  # imports a dozen modules

    text = header(runpy.run_path(str(WIRE)))
    if not path.is_file() or path.read_text(encoding="ascii") != text:
        path.write_text(text, encoding="ascii", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
