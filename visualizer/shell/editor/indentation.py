"""Computes the indentation of a new line of Python."""

from visualizer.shell.editor.python_scan import EndState, end_state

INDENT = 4
_END_A_BLOCK = ("return", "break", "continue", "pass", "raise")


def space_after(lines: list[str], rest: str) -> str:
    """Return the indentation of a new line below ``lines``.

    The last line ends at the cursor; ``rest`` is the text after the cursor.
    """
    before = lines[-1]
    here = _space(before)
    text = "\n".join(lines)
    state = end_state(text)
    start = len(text) - len(before)
    if state.in_string or state.end <= start:
        return here
    if state.brackets:
        return _within_brackets(state, start, here)
    if state.joined:
        return here if state.statement < start else here + _level(here)
    own = _space(text[text.rfind("\n", 0, state.statement) + 1 :])
    if state.last == ":":
        return own + _level(own)
    continues = rest.partition("#")[0].strip()
    if state.word in _END_A_BLOCK and not continues:
        above = (_space(line) for line in reversed(lines) if line.strip())
        return next((space for space in above if len(space) < len(own)), "")
    return own


def _within_brackets(state: EndState, start: int, here: str) -> str:
    """Indent after a new bracket at the end of the line; else align with the text inside it."""
    innermost = state.brackets[-1]
    if innermost < start:
        return here
    if state.end == innermost + 1:
        return here + _level(here)
    return " " * (innermost + 1 - start)


def _space(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _level(space: str) -> str:
    """Return one more level of indentation, in the style of ``space``."""
    return "\t" if space.endswith("\t") else " " * INDENT
