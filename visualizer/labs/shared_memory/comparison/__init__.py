"""Runs the methods, watches them from outside, and evaluates the figures."""
