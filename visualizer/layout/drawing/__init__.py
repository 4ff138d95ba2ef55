"""Draws the parts of a sheet on any canvas: a painter's pixels, or a page. Needs no Qt."""
