"""Marks the differences between a sheet and another one."""
