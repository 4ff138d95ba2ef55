"""Experiments on the user's machine: tables of contestants, each run in fresh processes.

Nothing of a lab runs in the window's process. A contestant imports only what it needs, by name,
because its start-up is measured too.
"""
