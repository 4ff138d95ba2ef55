"""What an operating system does differently, behind the same few functions on each.

``python`` names our own interpreter and how it runs a module of ours; ``screens`` has Qt draw where
there may be none.
"""
