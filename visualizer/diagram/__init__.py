"""The scene: items reconciled by serial, themes, picture export."""
