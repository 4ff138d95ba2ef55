"""What Qt writes as SVG, made to look the same where other fonts are."""

import re
from html import unescape

from PySide6.QtGui import QFont

from visualizer.diagram.fonts import metrics_of

DOTS_PER_INCH = 96
"""CSS counts so many of its pixels as an inch: a picture is shown as large as in the window."""
_TEXT = re.compile(
    r'(?P<head><text [^>]*?font-family=")(?P<families>[^"]*)(?P<between>" font-size=")'
    r'(?P<size>[\d.]+)(?P<then>" font-weight=")(?P<weight>\d+)(?P<last>"[^>]*?)>(?P<text>[^<]*)<'
)
_GENERIC = {"Sans Serif": "sans-serif", "Sans": "sans-serif"}
_LAST = "sans-serif", "monospace"


def as_wide_as_here(svg: str) -> str:
    """The same with each text as wide as it is written here, whatever font there is elsewhere.

    Else words would run into each other where ours are not installed (SVG 1.1, ``textLength``).
    """
    return _TEXT.sub(_replace, svg)


def _replace(found: re.Match[str]) -> str:
    part = found.groupdict()
    families = part["families"].split(",")
    font = QFont(families)
    font.setPixelSize(max(round(float(part["size"])), 1))
    font.setWeight(QFont.Weight(int(part["weight"])))
    width = metrics_of(font).horizontalAdvance(unescape(part["text"]))
    named = list(dict.fromkeys(_GENERIC.get(name, name) for name in families))
    if named[-1] not in _LAST:
        named.append(_LAST["monospace" in named or "Coding" in named[0]])
    length = f' textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"' if width else ""
    rest = f"{part['between']}{part['size']}{part['then']}{part['weight']}{part['last']}"
    return f"{part['head']}{','.join(named)}{rest}{length}>{part['text']}<"
