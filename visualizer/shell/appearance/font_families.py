"""Finds the chosen text and code fonts on this machine."""

from visualizer.diagram.fonts import choose_families, families_to_choose
from visualizer.shell.settings.preferences import Preferences

PARTS = {"word_family": "words", "code_family": "code"}
"""Keys of the preferences, and the kind of font that each key names."""


def use_fonts(preferences: Preferences) -> tuple[str, ...]:
    """Use the chosen fonts; return the names of fonts that are not installed."""
    found, missing = {}, []
    for part, kind in PARTS.items():
        name = preferences.string(part)
        known = not name or name in families_to_choose(kind)
        found[kind] = name if known else ""
        if not known:
            missing.append(name)
    choose_families(**found)
    return tuple(missing)
