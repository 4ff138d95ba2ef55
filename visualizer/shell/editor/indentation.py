"""How far a new line of Python is indented."""

from visualizer.shell.editor.python_scan import Standing, standing_after

INDENT = 4
_LAST_OF_ITS_BLOCK = ("return", "break", "continue", "pass", "raise")


def space_after(lines: list[str], rest: str) -> str:
    """The white space that a line begins with which is begun below ``lines``.

    The last of them is what stands before the cursor; ``rest`` is what stands behind it.
    """
    before = lines[-1]
    here = _space(before)
    text = "\n".join(lines)
    standing = standing_after(text)
    start = len(text) - len(before)
    if standing.in_string or standing.end <= start:
        return here
    if standing.brackets:
        return _within_brackets(standing, start, here)
    if standing.joined:
        return here if standing.statement < start else here + _level(here)
    own = _space(text[text.rfind("\n", 0, standing.statement) + 1 :])
    if standing.last == ":":
        return own + _level(own)
    goes_on = rest.partition("#")[0].strip()
    if standing.word in _LAST_OF_ITS_BLOCK and not goes_on:
        above = (_space(line) for line in reversed(lines) if line.strip())
        return next((space for space in above if len(space) < len(own)), "")
    return own


def _within_brackets(standing: Standing, start: int, here: str) -> str:
    """Deeper behind one that was just opened, below what already stands in it, else as before."""
    innermost = standing.brackets[-1]
    if innermost < start:
        return here
    if standing.end == innermost + 1:
        return here + _level(here)
    return " " * (innermost + 1 - start)


def _space(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _level(space: str) -> str:
    """One level more for a line that begins with ``space``."""
    return "\t" if space.endswith("\t") else " " * INDENT
