"""How large code and output are written, in pixels."""

STEP = 2
"""Letters of code are half as wide as high: an even size makes whole pixels."""
SIZES = {"code_size": (16, (10, 48)), "output_size": (14, (10, 48))}
"""What is usual, and from the least to the most."""
