"""How worker processes are started where nobody says it."""

import sys

USUAL = "fork" if sys.platform == "linux" else None
"""On Linux as Python did before 3.14, which the methods are made for and the document's figures are
of; None, which is as Python does, elsewhere."""
