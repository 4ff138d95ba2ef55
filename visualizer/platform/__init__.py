"""What an operating system does differently, behind the same few functions on each.

``python`` names our own interpreter and how it runs a module of ours; ``processes`` says how one is
started; ``screens`` has Qt draw where there may be no screen.
"""
