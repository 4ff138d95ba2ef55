"""Marks on a sheet what differs from another one."""
