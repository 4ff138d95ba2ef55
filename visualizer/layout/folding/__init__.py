"""Decides what is shown of large things: parts near a name or change; the rest on one line."""
