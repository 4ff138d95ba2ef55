"""The frames of every thread: their positions, their variables, the items on their stacks."""
