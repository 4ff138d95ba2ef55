"""The default start method of worker processes."""

import sys

USUAL = "fork" if sys.platform == "linux" else None
"""On Linux Python's default before 3.14, for which the methods and the document's figures are made;
elsewhere None, Python's own default."""
