"""The geometry of a step: placed blocks, arrows, tags. Needs no Qt.

``composing.sheets`` combines the parts.
"""
