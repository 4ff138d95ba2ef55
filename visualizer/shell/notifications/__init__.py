"""Lines over the diagram that say what happened or went wrong, and what can be done about it."""
