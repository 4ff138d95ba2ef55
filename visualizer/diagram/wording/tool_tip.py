"""Text for a tool tip, shown letter by letter."""

from html import escape

_UNBROKEN = 72
"""Letters of a line up to which it is not broken."""


def as_tool_tip(text: str) -> str:
    """Text that is shown letter by letter: a value of the program may look like markup."""
    if not text:
        return ""
    lines = text.split("\n")
    # Qt breaks rich text long before there is need to.
    short = max(map(len, lines)) <= _UNBROKEN
    lines_text = "<br>".join(escape(line) for line in lines)
    return (
        f'<div style="white-space: nowrap">{lines_text}</div>'
        if short
        else f"<qt>{lines_text}</qt>"
    )
