"""Receives the interpreter's events: monitoring, threads, signals, audit hooks."""
