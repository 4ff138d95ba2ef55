"""Where the interpreter's events arrive: its monitoring, threads, signals, audit hooks."""
