"""The main window: its frame at once, its parts later, and where they stand."""
