"""Contrast (WCAG 2.2) and colour difference (CIE 1976), also as seen with a colour deficiency."""

from PySide6.QtGui import QColor

# On linear RGB: Viénot, Brettel and Mollon 1999; for tritan, which they leave out, Machado,
# Oliveira and Fernandes 2009 at severity 1.
DEFICIENCIES = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deutan": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

type Triple = tuple[float, float, float]


def linear(colour: QColor) -> Triple:
    def one(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return one(colour.redF()), one(colour.greenF()), one(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast, from 1 to 21."""

    def luminance(colour: QColor) -> float:
        red, green, blue = linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def difference(one: QColor, other: QColor, deficiency: str) -> float:
    """Return the distance of two colours as they look."""
    first, second = _lab(one, deficiency), _lab(other, deficiency)
    return float(sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5)


def _lab(colour: QColor, deficiency: str) -> Triple:
    seen = linear(colour)
    red, green, blue = (
        min(max(sum(m * c for m, c in zip(row, seen, strict=True)), 0), 1)
        for row in DEFICIENCIES[deficiency]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883

    def scaled(t: float) -> float:
        return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116

    return (
        116 * scaled(y) - 16,
        500 * (scaled(x) - scaled(y)),
        200 * (scaled(y) - scaled(z)),
    )
