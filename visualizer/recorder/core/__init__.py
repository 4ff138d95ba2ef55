"""The recorder's engine in C, with its Python side.

It is optional: without a build for this interpreter the recorder in Python does everything.
"""
