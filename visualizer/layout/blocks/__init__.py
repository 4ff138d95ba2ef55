"""Frames and objects as measured blocks, which have no place yet.

A block is a card with everything drawn inside it: text, cells, nested containers, and a field for
each reference. Blocks do not know each other.
"""
