"""The diagram in the window: its pane and bar, menus, pictures, print, and presentation mode."""
