"""The second picture of a step: the address space, its arenas, pools and blocks."""
