"""What a code object says of every frame that runs it: instructions, handlers, constants."""
