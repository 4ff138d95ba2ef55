"""The scene of a sheet and the view onto it: moving, pointing, searching, zooming."""
