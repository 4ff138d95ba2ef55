"""From what was asked for to a running program: checks, interpreter, environment, launch."""
