"""Running the methods, watching them from outside, and what the figures come to."""
