"""Experiments on the machine at hand: a table of contestants each, run in fresh processes.

Nothing of a lab runs in the window's process. What a contestant needs is imported by
name, and no more: its start is seen in what is measured.
"""
