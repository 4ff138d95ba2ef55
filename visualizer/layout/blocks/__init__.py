"""What a step shows before anything has a place: frames and objects as measured blocks.

A block is a card with all that is drawn inside it: text, cells, nested containers, and a field for
each reference. Blocks know nothing of each other.
"""
