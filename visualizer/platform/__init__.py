"""What an operating system does differently, behind the same few functions on each.

``python`` names our own interpreter and how it runs a module of ours; ``processes`` ends what was
started, and says what a process and the machine have in memory.
"""
