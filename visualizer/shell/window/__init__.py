"""The main window: its frame first, its parts later, and their arrangement."""
