"""The part of the recorder that is written in C, and what brings it and the tables together.

It is optional: where it was not built, was built for another interpreter, or does not find in
memory what it expects, the recorder does without (``loading``).
"""
