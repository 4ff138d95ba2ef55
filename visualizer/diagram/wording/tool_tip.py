"""Text for a tool tip, shown letter by letter."""

from html import escape

_UNBROKEN = 72
"""The maximum number of letters of a line that is not broken."""


def as_tool_tip(text: str) -> str:
    """Return a text as a literal tool tip: a value of the program may look like markup."""
    if not text:
        return ""
    lines = text.split("\n")
    # Qt breaks lines of rich text too early.
    short = max(map(len, lines)) <= _UNBROKEN
    lines_text = "<br>".join(escape(line) for line in lines)
    return (
        f'<div style="white-space: nowrap">{lines_text}</div>'
        if short
        else f"<qt>{lines_text}</qt>"
    )
