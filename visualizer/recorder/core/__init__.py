"""The recorder's engine in C, and what brings it in.

It is optional: where it was not built, or was built for another interpreter, the recorder in Python
does all by itself (``loading``).
"""
