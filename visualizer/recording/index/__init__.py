"""What is known of the steps without decoding them: events, lines, changes, lives, the course.

Each answers where something is; the writer has stored what they need.
"""
