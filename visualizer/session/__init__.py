"""Starts a program under the recorder and stores what the recorder sends."""
