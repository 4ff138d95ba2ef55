"""The pane of the program: its texts, its heading, signs and breakpoints beside its lines."""
