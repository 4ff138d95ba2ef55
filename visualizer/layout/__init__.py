"""Geometry of a step, stable over steps: boxes, ports, arrows. No Qt here."""
