"""The pane of the program: its texts and heading, and the signs and breakpoints of its lines."""
