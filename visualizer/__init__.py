"""Step through small Python programs and see what the interpreter does with memory."""

__version__ = "0.1.0"
