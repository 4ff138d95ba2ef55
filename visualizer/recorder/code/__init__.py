"""Facts of a code object that hold for all its frames: instructions, handlers, constants."""
