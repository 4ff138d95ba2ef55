"""Which fonts words and code are written in: those chosen, where they are on this machine."""

from visualizer.diagram.fonts import choose_families, families_to_choose
from visualizer.shell.settings.preferences import Preferences

PARTS = {"word_family": "words", "code_family": "code"}
"""Keys of the preferences, and what is written in that font."""


def use_fonts(preferences: Preferences) -> tuple[str, ...]:
    """Write in the fonts that were chosen; returns those that are not there."""
    found, missing = {}, []
    for part, kind in PARTS.items():
        name = preferences.string(part)
        known = not name or name in families_to_choose(kind)
        found[kind] = name if known else ""
        if not known:
            missing.append(name)
    choose_families(**found)
    return tuple(missing)
