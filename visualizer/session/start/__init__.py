"""From the options to a running program: checks, interpreter, environment, launch."""
