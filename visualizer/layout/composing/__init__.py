"""Composes the sheet of a step: the stack, the objects it reaches, places, routes and marks."""
