"""Applies the theme to every part of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualizer.shell.window.window import MainWindow


def dress(window: MainWindow) -> None:
    """Give all parts of a window its current theme, and check the commands that match it."""
    appearance, commands = window.appearance, window.commands
    theme = appearance.theme
    parts = (
        window.header,
        window.source,
        window.output,
        window.dock,
        window.transport,
        window.caption,
        window.trace,
    )
    for part in parts:
        part.set_theme(theme)
    window.rooms.set_theme()
    window.breakpoints.set_theme(theme)
    window.inside_row.set_theme(theme)
    window.presentation.spotlight.ring = theme.colour("accent")
    window.diagram.set_theme(appearance.name, theme)
    window.diagram.scene.motion.reduced = appearance.reduced_motion
    window.header.show_theme(appearance.name)
    commands["reduced_motion"].setChecked(appearance.reduced_motion)
    commands[f"theme_{appearance.choice.replace('-', '_')}"].setChecked(True)
