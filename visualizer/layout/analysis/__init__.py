"""Decisions that hold for a whole recording, so that the picture stays stable.

They decide which containers are nested, which objects form a chain or tree, which functions ever
hold anything, and which names index which list.
"""
