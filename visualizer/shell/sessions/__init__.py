"""What a window keeps for the next time: its recordings, unsaved text, and where it was."""
