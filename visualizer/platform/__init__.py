"""What an operating system does differently, behind the same few functions on each.

A module for each thing: ``activity`` (what a process does), ``files``, ``interrupts`` (signals that
ask us to end), ``jobs`` (Windows' own), ``killing``, ``memory``, ``memory_files``, ``pipes``,
``processes`` (starting them, and whether they still run), ``python`` (our own interpreter as a
command), ``screens`` (drawing where there may be none), ``segments`` (shared memory that has a
name), ``terminals``, ``trees`` (a process with all that it starts).
"""
