"""The operating systems' differences, behind the same functions on each system.

One module per subject: ``activity`` (state and memory of a process), ``files``, ``interrupts``
(termination signals), ``jobs`` (Windows' job objects), ``killing``, ``memory``, ``memory_files``,
``pipes``, ``processes`` (starting them, checking that they run), ``python`` (our own interpreter as
a command), ``screens`` (drawing without a screen), ``segments`` (named shared memory),
``system`` (its name), ``terminals``, ``trees`` (a process with its descendants).
"""
