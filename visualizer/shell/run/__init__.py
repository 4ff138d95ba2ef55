"""Running a program: its options, live mode, and finding the same step in the next recording."""
